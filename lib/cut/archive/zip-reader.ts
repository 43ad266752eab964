import { mkdir } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { openPromise, type ZipFile } from 'yauzl';
import { DifusorError } from '../../errors.js';
import { archiveFailure, inflateFailure, type ArchiveDeed } from './archive-failure.js';
import type { ArchiveLimits } from './archive-limits.js';
import type { Digesting } from '../digesting.js';
import { readEntry, writeEntry } from './entry-content.js';
import { EntryPolicy, tooLarge } from './entry-policy.js';
import { printable } from './entry-path.js';
import { inflated } from './inflated.js';
import type { ManifestFile } from '../manifest.js';
import type { OpenedPackage } from './opened-package.js';
import type { ReceivedArchive } from '../received-package.js';
import { byPath, totalSize } from '../sizes.js';
import { readDirectory } from './zip-directory.js';
import { readZipEnd } from './zip-end.js';
import { DEFLATED, type ZipEntry } from './zip-entry.js';

/**
 * Opens a zip and applies the archive policy to the whole of its directory.
 * @throws ARCHIVE_TRUNCATED, ARCHIVE_TRAILING_BYTES, ARCHIVE_MULTI_DISK, or as `readDirectory` does
 */
export async function openZip(received: ReceivedArchive, limits: ArchiveLimits): Promise<OpenedPackage> {
  const policy = new EntryPolicy(received.name, limits);
  const end = await readZipEnd(received.path, received.name);
  policy.expect(end.entries);
  const zip = await openPromise(received.path, {
    decodeStrings: false,
    autoClose: false,
    validateEntrySizes: false,
  });
  try {
    const entries = await readDirectory(zip, end, policy, received);
    policy.files();
    return new ZipPackage(zip, entries, received.name);
  } catch (error) {
    zip.close();
    throw error;
  }
}

class ZipPackage implements OpenedPackage {
  readonly fileCount: number;
  readonly totalBytes: number;
  readonly paths: readonly string[];
  readonly #files: ReadonlyMap<string, ZipEntry>;

  constructor(
    readonly zip: ZipFile,
    entries: readonly ZipEntry[],
    readonly name: string,
  ) {
    const files = entries.filter(({ kind }) => kind === 'file').sort(byPath);
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.fileCount = files.length;
    this.totalBytes = totalSize(files);
    this.paths = files.map(({ path }) => path);
  }

  async read(path: string, maxBytes: number): Promise<Buffer | undefined> {
    const file = this.#files.get(path);
    if (file === undefined) return undefined;
    if (file.size > maxBytes) throw tooLarge({ maxBytes });
    return this.#told(file, { packageName: this.name, doing: 'read', place: path }, async () => {
      const { bytes, digesting } = await readEntry(await openContent(this.zip, file), file);
      assertCrc(file, digesting);
      return bytes;
    });
  }

  async extractTo(directory: string): Promise<readonly ManifestFile[]> {
    const deed: ArchiveDeed = { packageName: this.name, doing: 'write', place: directory };
    const extracted: ManifestFile[] = [];
    await this.#told(undefined, deed, () => mkdir(directory));
    for (const file of this.#files.values()) {
      const digesting = await this.#told(file, deed, async () =>
        writeEntry(await openContent(this.zip, file), file, directory),
      );
      assertCrc(file, digesting);
      extracted.push({ path: file.path, size: digesting.bytes, sha256: digesting.sha256() });
    }
    return extracted;
  }

  close(): void {
    this.zip.close();
  }

  async #told<T>(file: ZipEntry | undefined, deed: ArchiveDeed, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (file === undefined || inflateFailure(error) === undefined) throw archiveFailure(error, deed);
      const entry = printable(file.path);
      throw new DifusorError('ARCHIVE_ENTRY_DATA_DAMAGED', { entry }, { cause: error, retryable: true });
    }
  }
}

async function openContent(zip: ZipFile, { raw }: ZipEntry): Promise<Readable> {
  const packed = await zip.openReadStreamPromise(raw, { decodeFileData: false });
  // As with what inflates it: a reader that comes late is told, and the process goes on.
  packed.on('error', () => undefined);
  return raw.compressionMethod === DEFLATED ? inflated(packed, createInflateRaw()) : packed;
}

function assertCrc({ path, raw }: ZipEntry, { crc32 }: Digesting): void {
  if (crc32 === raw.crc32) return;
  throw new DifusorError(
    'ARCHIVE_ENTRY_CRC_MISMATCH',
    { entry: printable(path), expected: hexadecimal(raw.crc32), actual: hexadecimal(crc32) },
    { retryable: true },
  );
}

function hexadecimal(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}
