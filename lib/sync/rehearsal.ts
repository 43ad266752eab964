import { cutTimeOf, type CutManifest } from '../cut/index.js';
import type { WorkerWindow } from '../worker-settings.js';
import { windowAt } from './window.js';

/** In the place of a window's id: the data of a drill that nobody planned. */
const UNPLANNED = 'unplanned';

/** Whose data a cut is. */
export type CutOrigin = Pick<CutManifest, 'rehearsal' | 'window'>;

/** Whether readers may get a cut in a window: a rehearsal's only in that same rehearsal. */
export function mayShow(origin: CutOrigin, window: WorkerWindow | undefined): boolean {
  return !origin.rehearsal || (window?.kind === 'rehearsal' && window.id === origin.window);
}

/**
 * Whose data a cut is that comes in during a window. In a rehearsal all is the rehearsal's; in the election nothing is
 * the election's that is dated before its window: drills run longer than planned, and on other days.
 */
export function originIn(
  generation: string,
  windows: readonly WorkerWindow[],
  current: WorkerWindow,
): CutOrigin {
  if (current.kind === 'rehearsal') return { window: current.id, rehearsal: true };
  const own = windowAt(windows, cutTimeOf(generation));
  if (own !== undefined) return { window: own.id, rehearsal: own.kind === 'rehearsal' };
  const before = cutTimeOf(generation) < new Date(current.from);
  return before ? { window: UNPLANNED, rehearsal: true } : { window: current.id, rehearsal: false };
}

/** Whose data a live cut is by its time alone, where its manifest is not to be had. */
export function originByTime(generation: string, windows: readonly WorkerWindow[]): CutOrigin {
  const own = windowAt(windows, cutTimeOf(generation));
  if (own !== undefined) return { window: own.id, rehearsal: own.kind === 'rehearsal' };
  const election = windows.find(({ kind }) => kind === 'election');
  const before = election !== undefined && cutTimeOf(generation) < new Date(election.from);
  return before ? { window: UNPLANNED, rehearsal: true } : { window: '', rehearsal: false };
}
