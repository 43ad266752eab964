import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { DifusorError } from '../../errors.js';
import { ARCHIVE_LIMITS } from '../archive/archive-limits.js';
import { DamagedInside } from './content-fault.js';
import { tooLarge } from '../archive/entry-policy.js';

/** How yauzl opens an archive of which single files are read: it stays open until it is closed. */
export const ZIP_OPTIONS = { autoClose: false, strictFileNames: true } as const;

/** The files of a zip that is read and never extracted. */
export interface ZipContent {
  readonly names: Iterable<string>;
  /** The bytes of one file, checked against their CRC-32 when the last has come. */
  open(name: string): AsyncIterable<Uint8Array>;
}

/**
 * Lists a zip; of two entries of one name none can be asked for.
 * @throws ARCHIVE_TOO_MANY_ENTRIES; ARCHIVE_TOO_LARGE when a file is opened that has more than `maxBytes`
 */
export async function zipContent(zip: ZipFile, maxBytes: number): Promise<ZipContent> {
  const { maxEntries } = ARCHIVE_LIMITS;
  if (zip.entryCount > maxEntries) throw new DifusorError('ARCHIVE_TOO_MANY_ENTRIES', { limit: maxEntries });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new DamagedInside('duplicate', entry.fileName);
    entries.set(entry.fileName, entry);
  }
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith('/')),
    open: (name) => openEntry(zip, entries.get(name), maxBytes),
  };
}

async function* openEntry(
  zip: ZipFile,
  entry: Entry | undefined,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw new Error('no such entry');
  // yauzl ends the stream with an error where the content is longer than it says.
  if (entry.uncompressedSize > maxBytes) throw tooLarge({ maxBytes });
  let checksum = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) throw new DamagedInside('checksum', entry.fileName);
}
