import { open } from 'node:fs/promises';
import type { ZipFile } from 'yauzl';
import { DifusorError } from '../../errors.js';
import { printable } from './entry-path.js';
import type { EntryPolicy } from './entry-policy.js';
import { failureOf } from '../../failure.js';
import type { ReceivedArchive } from '../received-package.js';
import { assertReadable, decodeEntry, isEncrypted, locateEntry, type ZipEntry } from './zip-entry.js';
import type { ZipEnd } from './zip-end.js';

const HEADER_BYTES = 46;
const HEADER_SIGNATURE = 0x02014b50;

/**
 * Reads the central directory, admits every entry and finds each one's own bytes.
 * @throws the codes of the policy, ARCHIVE_DIRECTORY_DAMAGED, ARCHIVE_ZIP64_INVALID, ARCHIVE_ENTRY_ENCRYPTED,
 *   ARCHIVE_HEADERS_DIFFER, ARCHIVE_ENTRIES_OVERLAP
 */
export async function readDirectory(
  zip: ZipFile,
  end: ZipEnd,
  policy: EntryPolicy,
  received: ReceivedArchive,
): Promise<readonly ZipEntry[]> {
  const entries = await readEntries(zip, end, policy, received);
  await assertApart(zip, entries, end);
  return entries;
}

async function readEntries(
  zip: ZipFile,
  { start, end }: ZipEnd,
  policy: EntryPolicy,
  received: ReceivedArchive,
): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let at = start;
  try {
    for await (const raw of zip.eachEntry()) {
      at += HEADER_BYTES + raw.fileNameLength + raw.extraFieldLength + raw.fileCommentLength;
      const entry = decodeEntry(raw);
      assertReadable(entry, received.name);
      policy.admit(entry);
      entries.push(entry);
    }
  } catch (error) {
    if (error instanceof DifusorError || failureOf(error).syscall !== undefined) throw error;
    throw await whyUnreadable(received, at, error);
  }
  // Entries behind the counted ones would be there for another reader.
  if (at !== end) throw directoryDamaged(received, undefined);
  return entries;
}

/** The reader stops at what it does not read, and tells why in words only. */
async function whyUnreadable(received: ReceivedArchive, at: number, cause: unknown): Promise<DifusorError> {
  const file = await open(received.path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEADER_BYTES), position: at });
    if (bytesRead < HEADER_BYTES || buffer.readUInt32LE(0) !== HEADER_SIGNATURE) {
      return directoryDamaged(received, cause);
    }
    if (isEncrypted(buffer.readUInt16LE(8))) {
      const name = Buffer.alloc(buffer.readUInt16LE(28));
      await file.read({ buffer: name, position: at + HEADER_BYTES });
      return new DifusorError('ARCHIVE_ENTRY_ENCRYPTED', { entry: printable(name.toString()) }, { cause });
    }
    const marked = [20, 24, 42].some((field) => buffer.readUInt32LE(field) === 0xffffffff);
    return marked
      ? new DifusorError('ARCHIVE_ZIP64_INVALID', { package: received.name }, { cause })
      : directoryDamaged(received, cause);
  } finally {
    await file.close();
  }
}

function directoryDamaged({ name }: ReceivedArchive, cause: unknown): DifusorError {
  return new DifusorError('ARCHIVE_DIRECTORY_DAMAGED', { package: name }, { cause, retryable: true });
}

/** Entries that share bytes make a small archive expand without end. */
async function assertApart(zip: ZipFile, entries: readonly ZipEntry[], end: ZipEnd): Promise<void> {
  const places = [{ start: end.start, end: end.end, path: '' }];
  for (const entry of entries) places.push({ ...(await locateEntry(zip, entry)), path: entry.path });
  places.sort((a, b) => a.start - b.start);
  for (const [index, { end: behind, path }] of places.entries()) {
    const next = places[index + 1];
    if (next === undefined || behind <= next.start) continue;
    throw new DifusorError('ARCHIVE_ENTRIES_OVERLAP', {
      entry: printable(path),
      other: printable(next.path),
    });
  }
}
