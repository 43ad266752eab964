import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hashTree } from '../cut/index.js';
import { failureOf } from '../failure.js';
import { GENERATION } from '../edge/pointer.js';
import { DifusorError, isDifusorError } from '../errors.js';

/** A package in an archive folder. */
export interface KeptPackage {
  readonly generation: string;
  readonly name: string;
  readonly path: string;
  /** `other` is what no package is: a link, a pipe. */
  readonly form: 'archive' | 'tree' | 'other';
  readonly bytes: number;
}

/**
 * The packages of an archive folder, the oldest cut first; an archive that was never written to has none.
 * @throws STORE_READ_FAILED
 */
export async function keptPackages(archive: string): Promise<readonly KeptPackage[]> {
  return reading(archive, async () => {
    const root = join(archive, 'packages');
    const generations = (await entriesOf(root))
      .map(({ name }) => name)
      .filter((name) => GENERATION.test(name));
    const kept: KeptPackage[] = [];
    for (const generation of generations.sort()) kept.push(...(await packagesOf(root, generation)));
    return kept;
  });
}

/**
 * Lower-case hexadecimal SHA-256 of a package, read anew from the disk.
 * @returns nothing for what can't have been received as it is, such as a tree with a link in it
 * @throws STORE_READ_FAILED
 */
export function tryHashKept({ path, form }: KeptPackage): Promise<string | undefined> {
  if (form === 'other') return Promise.resolve(undefined);
  return reading(path, () => (form === 'archive' ? sha256OfFile(path) : tryHashTree(path)));
}

async function tryHashTree(path: string): Promise<string | undefined> {
  try {
    return (await hashTree(path)).sha256;
  } catch (error) {
    if (isDifusorError(error) && error.code.startsWith('ARCHIVE_')) return undefined;
    throw error;
  }
}

/** Whether a package is the one of which its generation carries the first digits. */
export function isAsReceived({ generation }: KeptPackage, sha256: string | undefined): boolean {
  return sha256 !== undefined && generation.endsWith(`-${sha256.slice(0, 8)}`);
}

async function packagesOf(root: string, generation: string): Promise<KeptPackage[]> {
  const folder = join(root, generation);
  const entries = await entriesOf(folder);
  return Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry): Promise<KeptPackage> => {
        const path = join(folder, entry.name);
        const form = formOf(entry);
        const files = form === 'tree' ? await pathsBelow(path) : form === 'archive' ? [path] : [];
        return { generation, name: entry.name, path, form, bytes: await bytesOf(files) };
      }),
  );
}

function formOf(entry: Dirent): KeptPackage['form'] {
  if (entry.isDirectory()) return 'tree';
  return entry.isFile() ? 'archive' : 'other';
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (failureOf(error).code === 'ENOENT') return [];
    throw error;
  }
}

async function pathsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function bytesOf(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += (await stat(path)).size;
  return bytes;
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isDifusorError(error)) throw error;
    throw new DifusorError('STORE_READ_FAILED', { path, reason: failureOf(error).reason }, { cause: error });
  }
}
