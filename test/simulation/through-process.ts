import type { Journal } from '../../lib/journal/index.js';
import type { ArchiveStore, SiteStore } from '../../lib/publish/index.js';
import type { Source } from '../../lib/sync/index.js';
import type { SimulatedProcess } from './process.js';

/** A store each of whose calls goes through a process. */
export function storeThrough(process: SimulatedProcess, store: SiteStore): SiteStore {
  const read = <T>(effect: () => Promise<T>): Promise<T> => process.call('STORE_READ_FAILED', effect);
  const write = <T>(effect: () => Promise<T>): Promise<T> => process.call('STORE_WRITE_FAILED', effect);
  return {
    readPointer: () => read(() => store.readPointer()),
    movePointer: (to, seen) => process.call('STORE_WRITE_FAILED', () => store.movePointer(to, seen), true),
    readManifest: (generation) => read(() => store.readManifest(generation)),
    putManifest: (manifest) => write(() => store.putManifest(manifest)),
    putFile: (generation, file, source) => write(() => store.putFile(generation, file, source)),
    copyFile: (generation, file, from) => write(() => store.copyFile(generation, file, from)),
    readNotes: () => read(() => store.readNotes()),
    writeNotes: (text, seen) => write(() => store.writeNotes(text, seen)),
  };
}

export function archiveThrough(process: SimulatedProcess, archive: ArchiveStore): ArchiveStore {
  return {
    keep: (generation, received) =>
      process.call('STORE_WRITE_FAILED', () => archive.keep(generation, received)),
  };
}

export function journalThrough(process: SimulatedProcess, journal: Journal): Journal {
  return {
    record: (event) => process.call('JOURNAL_WRITE_FAILED', () => journal.record(event)),
    commit: () => process.call('JOURNAL_WRITE_FAILED', () => journal.commit()),
    arrivalsOf: (generation, place) =>
      process.call('JOURNAL_READ_FAILED', () => journal.arrivalsOf(generation, place)),
    lastGap: () => process.call('JOURNAL_READ_FAILED', () => journal.lastGap()),
    receivedAs: (sha256) => process.call('JOURNAL_READ_FAILED', () => journal.receivedAs(sha256)),
  };
}

export function sourceThrough(process: SimulatedProcess, source: Source): Source {
  return {
    host: source.host,
    ...(source.tellsTime === undefined ? {} : { tellsTime: source.tellsTime }),
    fetch: (request) => process.call('SOURCE_UNREACHABLE', () => source.fetch(request)),
    ...(source.release === undefined
      ? {}
      : {
          release: (received) => process.call('STORE_WRITE_FAILED', async () => source.release?.(received)),
        }),
    ...(source.releaseKnown === undefined
      ? {}
      : { releaseKnown: () => process.call('STORE_WRITE_FAILED', async () => source.releaseKnown?.()) }),
  };
}
