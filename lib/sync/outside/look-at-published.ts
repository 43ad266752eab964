import { type CutManifest } from '../../cut/index.js';
import { failureOf } from '../../failure.js';
import type { SyncOutcome } from '../outcome.js';
import type { SyncContext } from '../sync-context.js';
import { writeDownSighting } from '../write-down.js';
import type { OutsideLook, Sighting } from './look-from-outside.js';

/**
 * After a flip that readers see: looks at the cut from outside, and writes down and logs what was seen. What is
 * published stays, whatever is seen.
 * @returns undefined where there was nothing to look at, or another cut took its place meanwhile
 */
export async function lookAtPublished(
  context: SyncContext,
  outcome: SyncOutcome,
): Promise<Sighting | undefined> {
  const { store, log, lookFromOutside } = context;
  if (lookFromOutside === undefined || outcome.kind !== 'published' || outcome.shown !== 'live')
    return undefined;
  try {
    const manifest = await store.readManifest(outcome.generation);
    return manifest === undefined ? undefined : await lookAt(context, manifest, lookFromOutside);
  } catch (error) {
    log.warn({ reason: failureOf(error).message }, 'look from outside failed');
    return undefined;
  }
}

async function lookAt(
  context: SyncContext,
  manifest: CutManifest,
  lookFromOutside: OutsideLook,
): Promise<Sighting | undefined> {
  const { settings, store, log } = context;
  context.progress({ step: 'looking', url: settings.publicUrl ?? '' });
  const sighting = await lookFromOutside(manifest);
  if (sighting === undefined) return undefined;
  const { pointer } = await store.readPointer();
  if (pointer.state !== 'live' || pointer.generation !== manifest.generation) return undefined;
  if (sighting.kind === 'not-seen') log.error({ ...sighting.error.params }, sighting.error.code);
  await writeDownSighting(context, manifest, sighting);
  return sighting;
}
