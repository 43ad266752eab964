import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ZipFile } from 'yauzl';
import { DifusorError } from '../errors.js';
import { Digesting } from './digesting.js';
import { printable } from './entry-path.js';
import type { ManifestFile } from './manifest.js';
import type { ZipEntry } from './zip-entry.js';

/** Expands the files one by one below a fresh directory; their names must have passed the policy. */
export async function extractEntries(
  zip: ZipFile,
  files: readonly ZipEntry[],
  directory: string,
): Promise<readonly ManifestFile[]> {
  await mkdir(directory);
  const extracted: ManifestFile[] = [];
  for (const file of files) extracted.push(await extractEntry(zip, file, directory));
  return extracted.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function extractEntry(zip: ZipFile, { raw, name }: ZipEntry, directory: string): Promise<ManifestFile> {
  const target = join(directory, name);
  await mkdir(dirname(target), { recursive: true });
  const digesting = new Digesting();
  // `wx`: a name that is there already, by whatever equivalence of the disk's, is never written through.
  await pipeline(await zip.openReadStreamPromise(raw), digesting, createWriteStream(target, { flags: 'wx' }));
  if (digesting.crc32 !== raw.crc32) {
    throw new DifusorError(
      'ARCHIVE_ENTRY_CRC_MISMATCH',
      { entry: printable(name), expected: hexadecimal(raw.crc32), actual: hexadecimal(digesting.crc32) },
      { retryable: true },
    );
  }
  return { path: name, size: digesting.bytes, sha256: digesting.sha256() };
}

function hexadecimal(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}
