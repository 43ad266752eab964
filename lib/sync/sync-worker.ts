import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOf } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import { embeddedMetrics } from './embedded-metrics.js';
import { cutAgeSeconds } from './freshness.js';
import { CUT_AGE_SECONDS, CUTS_PUBLISHED, PUBLISHED_BYTES, SYNC_FAILURES } from '../worker-metrics.js';
import { outcomeOf, type SyncOutcome } from './outcome.js';
import { sweep } from './sweep.js';
import type { SyncContext } from './sync-context.js';
import { logOutcome } from './sync-log.js';
import { syncRun } from './sync-run.js';
import { windowAt } from './window.js';

export interface SyncWorkerOptions extends Omit<SyncContext, 'progress'> {
  /** Names the site in the metrics. */
  readonly site: string;
  /** Holds each run's files while it lasts; on the disk of a directory store it spares that store copies. */
  readonly workDirectory: string;
  /** Takes each line of metrics; on Lambda, standard output. */
  readonly emitMetrics: (line: string) => void;
  /** @default nobody watches */
  readonly progress?: SyncContext['progress'];
}

/** Keeps one site current: asks the source once for each call, and never throws what a run can meet. */
export interface SyncWorker {
  /** One run. Runs of one worker must not overlap; those of several may. */
  runOnce(): Promise<SyncOutcome>;
}

export function createSyncWorker(options: SyncWorkerOptions): SyncWorker {
  const context: SyncContext = { ...options, progress: options.progress ?? (() => undefined) };
  return {
    runOnce: async () => {
      const outcome = await attempt(context, options.workDirectory);
      logOutcome(options.log, outcome);
      await measure(options, outcome);
      return outcome;
    },
  };
}

async function attempt(context: SyncContext, workDirectory: string): Promise<SyncOutcome> {
  let directory: string | undefined;
  try {
    directory = await freshDirectory(workDirectory);
    return await syncRun(context, directory);
  } catch (error) {
    return outcomeOf(asDifusorError(error));
  } finally {
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
  }
}

async function freshDirectory(workDirectory: string): Promise<string> {
  try {
    await mkdir(workDirectory, { recursive: true });
    const fresh = await mkdtemp(join(workDirectory, 'run-'));
    await sweep(workDirectory, fresh);
    return fresh;
  } catch (error) {
    const params = { path: workDirectory, reason: failureOf(error).reason };
    throw new DifusorError('STORE_WRITE_FAILED', params, { cause: error, retryable: true });
  }
}

function asDifusorError(error: unknown): DifusorError {
  if (error instanceof DifusorError) return error;
  return new DifusorError('INTERNAL', { reason: failureOf(error).message }, { cause: error });
}

async function measure(options: SyncWorkerOptions, outcome: SyncOutcome): Promise<void> {
  if (outcome.kind === 'outside-window') return;
  const now = options.clock();
  const age = await ageOfLiveCut(options, now);
  const line = embeddedMetrics(options.site, now, {
    ...(age === undefined ? {} : { [CUT_AGE_SECONDS]: age }),
    [CUTS_PUBLISHED]: outcome.kind === 'published' ? 1 : 0,
    [SYNC_FAILURES]: outcome.kind === 'refused' || outcome.kind === 'failed' ? 1 : 0,
    [PUBLISHED_BYTES]: 'sentBytes' in outcome ? outcome.sentBytes : 0,
  });
  options.emitMetrics(line);
}

/** Of what readers get, read anew; a store that does not answer has no age, and its failure is told elsewhere. */
async function ageOfLiveCut({ settings, store }: SyncWorkerOptions, now: Date): Promise<number | undefined> {
  const window = windowAt(settings.windows, now);
  if (window === undefined) return undefined;
  try {
    return cutAgeSeconds((await store.readPointer()).pointer, window, now);
  } catch {
    return undefined;
  }
}
