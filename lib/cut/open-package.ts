import { open } from 'node:fs/promises';
import { openPromise, type ZipFile } from 'yauzl';
import { DifusorError } from '../errors.js';
import { ARCHIVE_LIMITS, MIB, type ArchiveLimits } from './archive-limits.js';
import { assertNoCollisions } from './entry-collisions.js';
import { assertSafePath } from './entry-path.js';
import { extractEntries } from './extract-entries.js';
import type { ManifestFile } from './manifest.js';
import type { ReceivedPackage } from './received-package.js';
import { assertReadable, decodeEntry, locateEntry, type ZipEntry } from './zip-entry.js';
import { zipFailure } from './zip-failure.js';

/** A package whose every entry was found acceptable, before a byte of it was expanded. */
export interface OpenedPackage {
  /** Files in it; archives among them stay as they are. */
  readonly fileCount: number;
  /** Bytes of the files, expanded. */
  readonly totalBytes: number;
  /**
   * Writes the files below a directory that does not exist yet, and checks each against its CRC-32 on the way.
   * After a failure the directory holds a part of them: throw it away.
   * @returns the files, sorted by path
   * @throws ARCHIVE_ENTRY_CRC_MISMATCH, ARCHIVE_CORRUPT, or STORE_WRITE_FAILED when the disk fails
   */
  extractTo(directory: string): Promise<readonly ManifestFile[]>;
  /** Lets go of the archive's file. */
  close(): void;
}

/**
 * Opens a zip and applies the archive policy to the whole of its directory.
 * @throws ARCHIVE_NOT_A_ZIP, ARCHIVE_CORRUPT, ARCHIVE_EMPTY, ARCHIVE_TOO_MANY_ENTRIES, ARCHIVE_TOO_LARGE,
 *   ARCHIVE_RATIO_TOO_HIGH or one of ARCHIVE_ENTRY_…
 */
export async function openPackage(
  received: ReceivedPackage,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<OpenedPackage> {
  await assertZipSignature(received);
  const zip = await openZip(received);
  try {
    const entries = await readEntries(zip, limits);
    applyPolicy(entries, received.name, limits);
    await assertApart(zip, entries);
    return openedPackage(zip, entries, received.name);
  } catch (error) {
    zip.close();
    throw zipFailure(error, received.name, received.path);
  }
}

async function assertZipSignature({ path, name }: ReceivedPackage): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4), position: 0 });
    const signature = buffer.toString('latin1', 0, bytesRead);
    // PK\5\6 opens an archive without entries; that one is refused as empty.
    if (signature === 'PK\u0003\u0004' || signature === 'PK\u0005\u0006') return;
  } finally {
    await file.close();
  }
  throw new DifusorError('ARCHIVE_NOT_A_ZIP', { package: name }, { retryable: true });
}

async function openZip(received: ReceivedPackage): Promise<ZipFile> {
  try {
    return await openPromise(received.path, { decodeStrings: false, autoClose: false });
  } catch (error) {
    throw zipFailure(error, received.name, received.path);
  }
}

async function readEntries(zip: ZipFile, limits: ArchiveLimits): Promise<ZipEntry[]> {
  if (zip.entryCount > limits.maxEntries) {
    throw new DifusorError('ARCHIVE_TOO_MANY_ENTRIES', { count: zip.entryCount, limit: limits.maxEntries });
  }
  const entries: ZipEntry[] = [];
  for await (const raw of zip.eachEntry()) entries.push(decodeEntry(raw));
  return entries;
}

function applyPolicy(entries: readonly ZipEntry[], packageName: string, limits: ArchiveLimits): void {
  assertNoCollisions(entries.map((entry) => entry.name));
  for (const entry of entries) {
    assertSafePath(entry.name.replace(/\/$/, ''), limits);
    assertReadable(entry, limits);
  }
  if (totalBytes(entries) > limits.maxBytes) {
    throw new DifusorError('ARCHIVE_TOO_LARGE', { limitMib: Math.floor(limits.maxBytes / MIB) });
  }
  if (!entries.some(isFile)) throw new DifusorError('ARCHIVE_EMPTY', { package: packageName });
}

/** Entries that share bytes make a small archive expand without end. */
async function assertApart(zip: ZipFile, entries: readonly ZipEntry[]): Promise<void> {
  const places: { start: number; end: number }[] = [];
  for (const entry of entries) places.push(await locateEntry(zip, entry));
  places.sort((a, b) => a.start - b.start);
  const overlap = places.some(({ end }, index) => end > (places[index + 1]?.start ?? Infinity));
  if (overlap) throw new Error('entries overlap');
}

function openedPackage(zip: ZipFile, entries: readonly ZipEntry[], packageName: string): OpenedPackage {
  const files = entries.filter(isFile);
  return {
    fileCount: files.length,
    totalBytes: totalBytes(files),
    close: () => zip.close(),
    extractTo: async (directory) => {
      try {
        return await extractEntries(zip, files, directory);
      } catch (error) {
        throw zipFailure(error, packageName, directory);
      }
    },
  };
}

function isFile(entry: ZipEntry): boolean {
  return !entry.name.endsWith('/');
}

function totalBytes(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.raw.uncompressedSize, 0);
}
