import { cutTimeOf } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import type { WorkerWindow } from '../worker-settings.js';
import { isOpen } from './window.js';

/**
 * Seconds for which readers have had no newer data, by the institute's own time of the cut: 0 before the opening, since
 * the opening where no cut came yet, and 0 again once the call's last cut is live.
 * @see bcs-2024 I.c (last publication), IV-2.b (the limit that this age is held against)
 */
export function cutAgeSeconds(pointer: Pointer, window: WorkerWindow, now: Date): number {
  if (!isOpen(window, now)) return 0;
  const named = pointer.state === 'closed' ? undefined : pointer.generation;
  const since = named === undefined ? new Date(window.opensAt) : cutTimeOf(named);
  if (named !== undefined && isLast(since, window)) return 0;
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
}

function isLast(cutTime: Date, { lastCutAt }: WorkerWindow): boolean {
  return lastCutAt !== undefined && cutTime >= new Date(lastCutAt);
}
