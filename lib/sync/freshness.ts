import { cutTimeOf } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import type { WorkerWindow } from '../worker-settings.js';
import { isOpen } from './window.js';

/**
 * Seconds for which readers have had no newer data, by the institute's own time of the cut: 0 before the opening, since
 * the opening where no cut came yet.
 */
export function cutAgeSeconds(pointer: Pointer, window: WorkerWindow, now: Date): number {
  if (!isOpen(window, now)) return 0;
  const named = pointer.state === 'closed' ? undefined : pointer.generation;
  const since = named === undefined ? new Date(window.opensAt) : cutTimeOf(named);
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
}
