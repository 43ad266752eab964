import type { SyncOutcome } from './outcome.js';
import type { SyncWorker } from './sync-worker.js';

export interface WatchOptions {
  readonly worker: SyncWorker;
  /** Milliseconds from the start of one run to the start of the next. */
  readonly everyMs: number;
  /** Ends the watch after the run at hand. */
  readonly signal: AbortSignal;
  /** Told what each run came to. */
  readonly onOutcome: (outcome: SyncOutcome) => void;
  /** Milliseconds of a clock that never goes back, e.g. `performance.now`. */
  readonly monotonicMs: () => number;
  /** Waits; ends early, and without an error, when the signal comes. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Runs a worker over and over until it is told to stop; packages that wait at the source are taken at once. */
export async function watch(options: WatchOptions): Promise<void> {
  const { worker, everyMs, signal, onOutcome, monotonicMs, wait } = options;
  while (!signal.aborted) {
    const startedAt = monotonicMs();
    const outcome = await worker.runOnce();
    onOutcome(outcome);
    if (outcome.more === true) continue;
    const restMs = startedAt + everyMs - monotonicMs();
    if (restMs > 0) await wait(restMs, signal);
  }
}
