import { decideFlip, flipPointer } from '../publish/index.js';
import type { WorkerWindow } from '../worker-settings.js';
import type { LiveCut } from './live-cut.js';
import type { PublishedOutcome } from './outcome.js';
import { mayShow } from './rehearsal.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import { isOpen } from './window.js';

/**
 * Gives readers, at the opening, the cut that was held for it, without waiting for the source.
 * @returns undefined where none is held for this window
 * @throws CUT_OLDER_THAN_LIVE, POINTER_MOVED, STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export async function showHeldCut(
  { store, clock }: SyncContext,
  window: WorkerWindow,
  live: LiveCut,
  notes: SyncNotes,
): Promise<PublishedOutcome | undefined> {
  const held = notes.state.package;
  if (held?.fate !== 'held' || held.window !== window.id || !isOpen(window, clock())) return undefined;
  const manifest = await store.readManifest(held.generation);
  if (manifest === undefined || !mayShow(manifest, window)) return undefined;
  if (decideFlip(live.pointer, manifest).kind !== 'flip') return undefined;
  const { pointer } = await flipPointer(store, manifest);
  await notes.note({ package: { ...held, fate: 'published' } });
  return {
    kind: 'published',
    generation: held.generation,
    rehearsal: manifest.rehearsal,
    shown: pointer.state === 'notice' ? 'notice' : 'live',
    sentFiles: 0,
    copiedFiles: 0,
    sentBytes: 0,
  };
}
