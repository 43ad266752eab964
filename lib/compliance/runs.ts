import { unread } from './conclude.js';
import { isUnresolved, type Fact, type Facts, type ScheduleFact } from './facts.js';
import type { Finding } from './rule.js';
import type { WorkerWindow } from '../worker-settings.js';

/** A stretch of time in which a schedule starts the worker; ms since the epoch. */
export interface Run {
  readonly resource: string;
  /** The worker that it starts. */
  readonly worker: string;
  readonly from: number;
  readonly until: number;
  readonly everyMinutes: Fact<number>;
  readonly zone: Fact<string>;
}

/** The stretches that enabled schedules give the workers, and the schedules that could not be read. */
export interface Runs {
  readonly runs: readonly Run[];
  readonly problems: readonly Finding[];
}

export function workerRuns({ schedules, workers }: Pick<Facts, 'schedules' | 'workers'>): Runs {
  const ids = workers.map(({ resource }) => resource);
  const relevant = schedules.filter(({ enabled, target }) => {
    return enabled !== false && (isUnresolved(target) || (target !== undefined && ids.includes(target)));
  });
  const read = relevant.map((schedule) => ({ schedule, hole: holeOf(schedule) }));
  return {
    runs: read.flatMap(({ schedule, hole }) => (hole === undefined ? [runOf(schedule)] : [])),
    problems: read.flatMap(({ schedule, hole }) =>
      hole === undefined ? [] : [unread(hole, schedule.resource)],
    ),
  };
}

/**
 * The stretches in which a start does something: those inside the worker's own windows of a kind. A worker without
 * settings is taken to work whenever it is started.
 */
export function workingRuns(facts: Pick<Facts, 'schedules' | 'workers'>, kind: WorkerWindow['kind']): Runs {
  const { runs, problems } = workerRuns(facts);
  const settings = new Map(facts.workers.map((worker) => [worker.resource, worker.settings]));
  return {
    runs: runs.flatMap((run) => {
      const own = settings.get(run.worker);
      if (isUnresolved(own)) return [];
      return own === undefined
        ? [run]
        : within(
            run,
            own.windows.filter((window) => window.kind === kind),
          );
    }),
    problems: [
      ...problems,
      ...[...settings].flatMap(([worker, own]) => (isUnresolved(own) ? [unread(own, worker)] : [])),
    ],
  };
}

function within(run: Run, windows: readonly WorkerWindow[]): Run[] {
  return windows
    .map(({ from, until }) => ({
      ...run,
      from: Math.max(run.from, Date.parse(from)),
      until: Math.min(run.until, Date.parse(until)),
    }))
    .filter(({ from, until }) => from < until);
}

/** Whether a run has some time in common with a stretch. */
export function overlaps(run: Run, from: number, until: number): boolean {
  return run.from < until && run.until > from;
}

/** First instant of a stretch that no run covers. */
export function firstUncovered(runs: readonly Run[], from: number, until: number): number | undefined {
  const sorted = runs.filter((run) => overlaps(run, from, until)).sort((a, b) => a.from - b.from);
  let covered = from;
  for (const run of sorted) {
    if (run.from > covered) return covered;
    covered = Math.max(covered, run.until);
  }
  return covered < until ? covered : undefined;
}

function holeOf({ enabled, target, from, until }: ScheduleFact) {
  return [enabled, target, from, until].find(isUnresolved);
}

function runOf({ resource, target, from, until, everyMinutes, zone }: ScheduleFact): Run {
  return {
    resource,
    worker: typeof target === 'string' ? target : '',
    from: typeof from === 'string' ? Date.parse(from) : -Infinity,
    until: typeof until === 'string' ? Date.parse(until) : Infinity,
    everyMinutes,
    zone,
  };
}
