import type { Readable } from 'node:stream';

/** How long a body may take, where what carries it sets no limit of its own. */
export interface TimeLimit {
  /** Milliseconds between two chunks. */
  readonly idleMs?: number;
  /** Ends all of it. */
  readonly signal?: AbortSignal;
}

/** What breaks off a source that sends nothing for too long, or is not done in time. */
export function stalled(): DOMException {
  return new DOMException('the source stalls', 'TimeoutError');
}

/** Breaks a body off, with a TimeoutError, once it pauses for too long or its time is up. */
export class StallGuard {
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #stop: () => void;

  constructor(body: Readable, { idleMs, signal }: TimeLimit) {
    this.#stop = () => body.destroy(stalled());
    this.#signal = signal;
    if (idleMs !== undefined) this.#timer = setTimeout(this.#stop, idleMs);
    signal?.addEventListener('abort', this.#stop);
    if (signal?.aborted === true) this.#stop();
  }

  /** Told of each chunk. */
  touch(): void {
    this.#timer?.refresh();
  }

  /** Told once the body has ended. */
  release(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#stop);
  }
}
