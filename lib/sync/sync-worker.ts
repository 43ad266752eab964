import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diskWriteFailed } from '../disk/disk-failure.js';
import { failureOf } from '../failure.js';
import { MemoryJournal } from '../journal/index.js';
import { ClockWitness } from './clock-witness.js';
import { asDifusorError } from './as-difusor-error.js';
import { beat } from './heartbeat.js';
import { retireOldCuts } from './retire-old-cuts.js';
import { forgivingJournal } from './forgiving-journal.js';
import { lookAtPublished } from './outside/look-at-published.js';
import { measure } from './measure.js';
import { outcomeOf, type SyncOutcome } from './outcome.js';
import { sweep } from './sweep.js';
import type { SyncContext } from './sync-context.js';
import { logOutcome } from './sync-log.js';
import { SyncNotes } from './sync-notes.js';
import { syncRun } from './sync-run.js';
import type { Trouble } from './sync-state.js';
import { troubleAfter } from './trouble.js';
import { writeDownFailure } from './write-down.js';

export interface SyncWorkerOptions extends Omit<SyncContext, 'progress' | 'journal' | 'clockWitness'> {
  /** Names the site in the metrics. */
  readonly site: string;
  /** Holds each run's files while it lasts; on the disk of a directory store it spares that store copies. */
  readonly workDirectory: string;
  /** Takes each line of metrics; on Lambda, standard output. */
  readonly emitMetrics: (line: string) => void;
  /** @default nothing is written down: for tests and dry runs */
  readonly journal?: SyncContext['journal'];
  /**
   * Milliseconds of a clock that is never set.
   * @default this process's own
   */
  readonly monotonicMs?: () => number;
  /** @default nobody watches */
  readonly progress?: SyncContext['progress'];
}

/** Keeps one site current: asks the source once for each call, and never throws what a run can meet. */
export interface SyncWorker {
  /** One run. Runs of one worker must not overlap; those of several may. */
  runOnce(): Promise<SyncOutcome>;
}

export function createSyncWorker(options: SyncWorkerOptions): SyncWorker {
  const context: SyncContext = {
    ...options,
    journal: forgivingJournal(options.journal ?? new MemoryJournal(options.clock), options.log),
    progress: options.progress ?? (() => undefined),
    clockWitness: new ClockWitness(options.monotonicMs ?? (() => performance.now())),
  };
  let trouble: Trouble | undefined;
  return {
    runOnce: async () => {
      const run = await attempt(context, options.workDirectory);
      trouble = await noteTrouble(context, run, trouble);
      const sighting = await lookAtPublished(context, run.outcome);
      await retireOldCuts(context, run.outcome);
      logOutcome(options.log, run.outcome);
      await measure({ ...options, outcome: run.outcome, trouble, sighting });
      if (options.heartbeat !== undefined) await beat(options.heartbeat, options.clock());
      return run.outcome;
    },
  };
}

interface Run {
  readonly outcome: SyncOutcome;
  /** Absent where they could not be read. */
  readonly notes?: SyncNotes;
}

async function attempt(context: SyncContext, workDirectory: string): Promise<Run> {
  let directory: string | undefined;
  let notes: SyncNotes | undefined;
  try {
    // The notes first: what then fails can be noted.
    notes = await SyncNotes.read(context);
    directory = await freshDirectory(workDirectory);
    return { outcome: await syncRun(context, notes, directory), notes };
  } catch (error) {
    return { outcome: outcomeOf(asDifusorError(error)), ...(notes === undefined ? {} : { notes }) };
  } finally {
    if (directory !== undefined) await throwAway(context, directory);
  }
}

/** A folder that can't be taken away takes nothing from what a run came to; a later one sweeps it. */
async function throwAway({ log }: SyncContext, directory: string): Promise<void> {
  try {
    await rm(directory, { recursive: true, force: true });
  } catch (error) {
    log.warn({ reason: failureOf(error).message }, 'work folder not removed');
  }
}

async function freshDirectory(workDirectory: string): Promise<string> {
  try {
    await mkdir(workDirectory, { recursive: true });
    const fresh = await mkdtemp(join(workDirectory, 'run-'));
    await sweep(workDirectory, fresh);
    return fresh;
  } catch (error) {
    throw diskWriteFailed(workDirectory, error);
  }
}

/**
 * Keeps in the notes, and in memory where those can't be had, since when runs have failed.
 * @returns the trouble after the run
 */
async function noteTrouble(
  context: SyncContext,
  { outcome, notes }: Run,
  remembered: Trouble | undefined,
): Promise<Trouble | undefined> {
  const before = notes?.state.trouble ?? remembered;
  const trouble = troubleAfter(outcome, before, context.settings, context.clock());
  if (outcome.kind === 'failed' && outcome.error.code !== before?.code)
    await writeDownFailure(context, outcome.error);
  if (notes !== undefined && notes.state.trouble !== trouble) await notes.note({ trouble });
  return trouble;
}
