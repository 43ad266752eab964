import { cutTimeOf, type CutManifest } from '../cut/index.js';
import type { WorkerWindow } from '../worker-settings.js';
import { windowAt } from './window.js';

/** Whose data a cut is. */
export type CutOrigin = Pick<CutManifest, 'rehearsal' | 'window'>;

/** Whether readers may get a cut in a window: a rehearsal's only in that same rehearsal. */
export function mayShow(origin: CutOrigin, window: WorkerWindow | undefined): boolean {
  return !origin.rehearsal || (window?.kind === 'rehearsal' && window.id === origin.window);
}

/** Whose data a cut is by its time alone, where its manifest is not to be had. */
export function originByTime(
  generation: string,
  windows: readonly WorkerWindow[],
  current: WorkerWindow | undefined,
): CutOrigin {
  const window = windowAt(windows, cutTimeOf(generation)) ?? current;
  return { window: window?.id ?? '', rehearsal: window?.kind === 'rehearsal' };
}
