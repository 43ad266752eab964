import type { SiteStore } from '../../lib/publish/index.js';

/** Puts a text where a worker keeps its notes, whatever stood there. */
export async function putNotes(store: SiteStore, text: string): Promise<void> {
  await store.writeNotes(text, await store.readNotes());
}

/** The text of the notes. */
export async function notesOf(store: SiteStore): Promise<string | undefined> {
  return (await store.readNotes()).text;
}
