import { failureOf } from '../failure.js';
import { retireCuts } from '../publish/index.js';
import type { SyncOutcome } from './outcome.js';
import type { SyncContext } from './sync-context.js';

/** Takes cuts away that were replaced long enough ago; what fails here is tried again after the next cut. */
export async function retireOldCuts(
  { settings, retiring, journal, clock, log }: SyncContext,
  outcome: SyncOutcome,
): Promise<void> {
  const hours = settings.retentionHours;
  if (retiring === undefined || hours === undefined || outcome.kind !== 'published') return;
  try {
    const generations = await retireCuts(retiring, { now: clock(), hours });
    if (generations.length > 0) await journal.record({ event: 'retired', generations: [...generations] });
  } catch (error) {
    log.warn({ reason: failureOf(error).message }, 'old cuts not taken away');
  }
}
