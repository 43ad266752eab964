import { cutTimeOf } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import type { WorkerWindow } from '../worker-settings.js';
import type { SyncContext } from './sync-context.js';
import { isOpen } from './window.js';

/**
 * Whether a cut may be shown now. A site that readers see already stays open. To open it, this host's clock must say
 * so, and with it a second one, since a clock that is ahead would show results early: the institute's, by the time of
 * the cut itself or by what the source says the time is. A source that never tells it is not waited for.
 * @see bcs-2024 I.c (nothing before the opening)
 */
export function mayOpen(
  {
    clock,
    clockWitness,
    settings,
    source,
    log,
  }: Pick<SyncContext, 'clock' | 'clockWitness' | 'settings' | 'source' | 'log'>,
  window: WorkerWindow,
  pointer: Pointer,
  generation: string,
): boolean {
  const now = clock();
  if (!isOpen(window, now)) return false;
  if (pointer.state === 'live') return true;
  // The time at which a package arrived is this host's own word again.
  const dated = settings.package.cutTime.from !== 'arrival';
  if (dated && cutTimeOf(generation) >= new Date(window.opensAt)) return true;
  if (clockWitness.confirmsOpening(window, source.tellsTime === true)) return true;
  if (clockWitness.wasHeard)
    log.error({ opensAt: window.opensAt }, 'the source’s clock does not say that the opening is past');
  return false;
}
