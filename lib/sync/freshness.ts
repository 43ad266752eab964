import { cutTimeOf } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import type { WorkerSettings, WorkerWindow } from '../worker-settings.js';
import type { Trouble } from './sync-state.js';
import { isOpen } from './window.js';

/** Periods without a newer cut after which the institute counts as late: one to make it, one to hand it over. */
const LATE_PERIODS = 2;

/**
 * How old what readers get is, and whose doing that is.
 *
 * | state | what readers get | whose doing |
 * |---|---|---|
 * | waiting | nothing yet, before the opening | the call's |
 * | current | the newest cut, in time | – |
 * | source-late | the newest cut there is | the institute has no newer one |
 * | failing | perhaps an old cut | ours: asking, taking or publishing fails |
 */
export interface Freshness {
  readonly state: 'waiting' | 'current' | 'source-late' | 'failing';
  /** Seconds, see {@link cutAgeSeconds}. */
  readonly ageSeconds: number;
  /** Seconds for which runs have failed; 0 while they end well. */
  readonly lagSeconds: number;
}

/** Judges what readers get by the pointer and by the worker's trouble. */
export function freshnessOf(
  { pointer, trouble }: { readonly pointer: Pointer; readonly trouble: Trouble | undefined },
  window: WorkerWindow,
  { cadenceMinutes }: Pick<WorkerSettings, 'cadenceMinutes'>,
  now: Date,
): Freshness {
  const ageSeconds = cutAgeSeconds(pointer, window, now);
  if (trouble !== undefined) {
    return { state: 'failing', ageSeconds, lagSeconds: secondsBetween(new Date(trouble.since), now) };
  }
  if (!isOpen(window, now)) return { state: 'waiting', ageSeconds, lagSeconds: 0 };
  const late = ageSeconds > LATE_PERIODS * cadenceMinutes * 60;
  return { state: late ? 'source-late' : 'current', ageSeconds, lagSeconds: 0 };
}

/**
 * Seconds for which readers have had no newer data, by the institute's own time of the cut: 0 before the opening, since
 * the opening where no cut came yet, and 0 again once the call's last cut is live.
 * @see bcs-2024 I.c (last publication), IV-2.b (the limit that this age is held against)
 */
export function cutAgeSeconds({ generation }: Pointer, window: WorkerWindow, now: Date): number {
  if (!isOpen(window, now)) return 0;
  const since = generation === undefined ? new Date(window.opensAt) : cutTimeOf(generation);
  if (generation !== undefined && isLast(since, window)) return 0;
  return secondsBetween(since, now);
}

function isLast(cutTime: Date, { lastCutAt }: WorkerWindow): boolean {
  return lastCutAt !== undefined && cutTime >= new Date(lastCutAt);
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000));
}
