import { isDifusorError } from '../errors.js';
import type { NotesSnapshot, SiteStore } from '../publish/index.js';
import type { SyncState } from './sync-state.js';

/** How often a race for the notes is run again. */
const MOST_RACES = 5;

/**
 * Writes what follows from the notes, by one compare-and-set; where another process wrote meanwhile, what follows from
 * what that one wrote. Nothing is written where nothing changed.
 * @param seen the notes as they were last read
 * @param follow may be asked again, with what stands by then
 * @returns what stands now
 * @throws STORE_READ_FAILED, STORE_WRITE_FAILED, NOTES_MOVED when others kept writing meanwhile
 */
export async function changeNotes(
  store: SiteStore,
  seen: NotesSnapshot,
  follow: (seen: NotesSnapshot) => SyncState | Promise<SyncState>,
): Promise<NotesSnapshot> {
  let standing = seen;
  for (let race = 1; ; race += 1) {
    const text = JSON.stringify(await follow(standing));
    if (text === standing.text) return standing;
    try {
      return await store.writeNotes(text, standing);
    } catch (error) {
      const now = await tryRead(store);
      // It may have landed though it is told as failed.
      if (now?.text === text) return now;
      if (!isDifusorError(error, 'NOTES_MOVED') || race === MOST_RACES || now === undefined) throw error;
      standing = now;
    }
  }
}

async function tryRead(store: SiteStore): Promise<NotesSnapshot | undefined> {
  try {
    return await store.readNotes();
  } catch {
    return undefined;
  }
}
