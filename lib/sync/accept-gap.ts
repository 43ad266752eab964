import type { PointerChange, SiteStore } from '../publish/index.js';
import { changeNotes } from './change-notes.js';
import { parseSyncState, type Gap, type MissingPackage, type SyncState } from './sync-state.js';

/**
 * Lets the night go on without the packages of changes that were refused, by a person's order: those that only waited
 * for them are taken next. A run of the worker that is under way keeps to it.
 * @returns the pointer, which stays as it is; `moved` where packages were missing
 * @throws STORE_READ_FAILED, STORE_WRITE_FAILED, POINTER_UNREADABLE, NOTES_MOVED
 */
export async function acceptGap(store: SiteStore): Promise<PointerChange> {
  const { pointer } = await store.readPointer();
  const seen = await store.readNotes();
  let moved = isOpenGap(parseSyncState(seen.text));
  if (!moved) return { from: pointer, to: pointer, moved };
  await changeNotes(store, seen, ({ text }) => {
    const state = parseSyncState(text);
    moved = isOpenGap(state);
    return isOpenGap(state) ? { ...state, gap: accepted(state.gap) } : state;
  });
  return { from: pointer, to: pointer, moved };
}

/** Whether packages are missing over a cut that no person has done without yet. */
function isOpenGap(state: SyncState): state is SyncState & { readonly gap: Gap } {
  const { gap } = state;
  return gap?.over !== undefined && gap.missing.some(({ accepted: yes }) => yes !== true);
}

/** What only waited comes again by itself, and is judged anew. */
function accepted({ missing, ...gap }: Gap): Gap {
  const refused = missing.filter(({ code }) => code !== 'CUT_GAP');
  return { ...gap, missing: refused.map((each): MissingPackage => ({ ...each, accepted: true })) };
}
