import { setTimeout as sleep } from 'node:timers/promises';
import { watch, type SyncWorker } from '../sync/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { SyncReporter } from './sync-reporter.js';

/**
 * `difusor sync --watch`: runs until SIGTERM or SIGINT, and ends after the run at hand. A run that is cut off all the
 * same loses nothing: the next process goes on where it stopped.
 * @param everySeconds from the start of one run to the start of the next
 */
export async function keepWatching(
  worker: SyncWorker,
  reporter: SyncReporter,
  everySeconds: number,
  signal: AbortSignal,
): Promise<ExitCode> {
  await watch({
    worker,
    everyMs: everySeconds * 1000,
    signal,
    onOutcome: (outcome) => reporter.outcome(outcome),
    monotonicMs: () => performance.now(),
    wait: (ms, until) => sleep(ms, undefined, { signal: until }).catch(() => undefined),
  });
  return EXIT.ok;
}
