import {
  CUT_AGE_SECONDS,
  CUTS_PUBLISHED,
  OUTSIDE_FAILURES,
  PUBLISH_LAG_SECONDS,
  PUBLISHED_BYTES,
  SYNC_FAILURES,
} from '../worker-metrics.js';
import { embeddedMetrics } from './embedded-metrics.js';
import { freshnessOf, type Freshness } from './freshness.js';
import type { SyncOutcome } from './outcome.js';
import type { Sighting } from './outside/look-from-outside.js';
import type { Trouble } from './sync-state.js';
import type { SyncWorkerOptions } from './sync-worker.js';
import { windowAt } from './window.js';

export interface Measured extends Pick<
  SyncWorkerOptions,
  'settings' | 'store' | 'clock' | 'site' | 'emitMetrics' | 'log'
> {
  readonly outcome: SyncOutcome;
  readonly trouble: Trouble | undefined;
  readonly sighting: Sighting | undefined;
}

/** Emits the metrics of a run, and logs how fresh what readers get is; nothing outside of a window. */
export async function measure(measured: Measured): Promise<void> {
  const { outcome, sighting, site, clock, emitMetrics, log } = measured;
  if (outcome.kind === 'outside-window') return;
  const now = clock();
  const freshness = await freshnessNow(measured, now);
  if (freshness !== undefined) log.info({ ...freshness }, 'freshness');
  const ages =
    freshness === undefined
      ? {}
      : { [CUT_AGE_SECONDS]: freshness.ageSeconds, [PUBLISH_LAG_SECONDS]: freshness.lagSeconds };
  const line = embeddedMetrics(site, now, {
    ...ages,
    [CUTS_PUBLISHED]: outcome.kind === 'published' ? 1 : 0,
    [SYNC_FAILURES]: outcome.kind === 'refused' || outcome.kind === 'failed' ? 1 : 0,
    [PUBLISHED_BYTES]: 'sentBytes' in outcome ? outcome.sentBytes : 0,
    ...(sighting === undefined ? {} : { [OUTSIDE_FAILURES]: sighting.kind === 'seen' ? 0 : 1 }),
  });
  emitMetrics(line);
}

/** Of what readers get, read anew; a store that does not answer has no age, and its failure is told elsewhere. */
async function freshnessNow(
  { settings, store, trouble }: Measured,
  now: Date,
): Promise<Freshness | undefined> {
  const window = windowAt(settings.windows, now);
  if (window === undefined) return undefined;
  try {
    const { pointer } = await store.readPointer();
    return freshnessOf({ pointer, trouble }, window, settings, now);
  } catch {
    return undefined;
  }
}
