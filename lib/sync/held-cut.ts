import { decideFlip, flipPointer } from '../publish/index.js';
import type { WorkerWindow } from '../worker-settings.js';
import type { LiveCut } from './live-cut.js';
import type { SyncOutcome } from './outcome.js';
import { lookBeforeFlip } from './named-cuts.js';
import { mayOpen } from './opening.js';
import { mayShow } from './rehearsal.js';
import type { SyncContext } from './sync-context.js';
import type { SyncNotes } from './sync-notes.js';
import { writeDownFlip } from './write-down.js';

/**
 * Gives readers, at the opening, the cut that was held for it, without waiting for the source.
 * @returns undefined where none is held for this window
 * @throws CUT_OLDER_THAN_LIVE, CUT_BASE_MISSING, CUT_ROLLED_BACK, POINTER_MOVED, STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export async function showHeldCut(
  context: SyncContext,
  window: WorkerWindow,
  live: LiveCut,
  notes: SyncNotes,
): Promise<SyncOutcome | undefined> {
  const { store } = context;
  await assureNewest(context, notes);
  const held = notes.state.package;
  if (held?.fate !== 'held' || held.window !== window.id) return undefined;
  if (!mayOpen(context, window, live.pointer, held.generation)) return undefined;
  const manifest = await store.readManifest(held.generation);
  if (manifest === undefined || !mayShow(manifest, window)) return undefined;
  if (decideFlip(live.pointer, manifest).kind !== 'flip') return undefined;
  const flip = await flipPointer(store, manifest, lookBeforeFlip(manifest, { live, notes, window }));
  if (flip.moved) await writeDownFlip(context, manifest, flip, live.pointer.generation);
  await notes.note({ package: { ...held, fate: 'published' } });
  return {
    kind: 'published',
    generation: held.generation,
    rehearsal: manifest.rehearsal,
    shown: flip.pointer.state,
    sentFiles: 0,
    copiedFiles: 0,
    sentBytes: 0,
  };
}

/** A worker that was paused may know of an older cut than is held by now, and that one is built on it. */
async function assureNewest({ settings }: SyncContext, notes: SyncNotes): Promise<void> {
  if (settings.package.incremental === true && notes.state.package?.fate === 'held') await notes.refresh();
}
