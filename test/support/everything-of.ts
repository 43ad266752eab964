import { inspect } from 'node:util';

/** All that a log, a runtime or a person with a debugger could print of what was thrown, hidden properties included. */
export function everythingOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? everythingOf(thrown.cause) : '';
  const shown = inspect(thrown, { depth: 12, showHidden: true, maxStringLength: null });
  return [String(thrown), shown, jsonOf(thrown), cause].join('\n');
}

function jsonOf(thrown: unknown): string {
  try {
    return JSON.stringify(thrown);
  } catch {
    // A system error may hold a certificate, which names its issuer, which may be itself: no logger prints that.
    return '';
  }
}
