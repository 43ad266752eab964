/** What can be told of anything that was thrown, wherever it was made; no more of it is ever kept. */
export interface Failure {
  /** Code of the system or of the network, e.g. `ENOSPC`. */
  readonly code: string | undefined;
  /** System call that failed, e.g. `write`; only failures of the disk and of the network have one. */
  readonly syscall: string | undefined;
  readonly name: string;
  readonly message: string;
  /** The shortest word for it: its code, else its name. */
  readonly reason: string;
}

export function failureOf(thrown: unknown): Failure {
  if (typeof thrown !== 'object' || thrown === null) {
    const message = String(thrown);
    return { code: undefined, syscall: undefined, name: typeof thrown, message, reason: message };
  }
  const { code, syscall, name, message } = thrown as Readonly<Record<string, unknown>>;
  const called = text(name) ?? 'Error';
  return {
    code: text(code),
    syscall: text(syscall),
    name: called,
    message: text(message) ?? '',
    reason: text(code) ?? called,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
