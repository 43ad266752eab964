import type { Stats } from 'node:fs';
import { link, lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DifusorError } from '../../errors.js';
import { archiveFailure, type ArchiveDeed } from './archive-failure.js';
import type { ArchiveLimits } from './archive-limits.js';
import { kindOfMode } from './entry-kind.js';
import { EntryPolicy, tooLarge } from './entry-policy.js';
import { printable } from './entry-path.js';
import type { ManifestFile } from '../manifest.js';
import type { OpenedPackage } from './opened-package.js';
import type { PackageEntry } from './package-entry.js';
import type { ReceivedTree } from '../received-package.js';
import { totalSize } from '../sizes.js';

const SLASH = Buffer.from('/');

/**
 * Walks a snapshot, applies the archive policy to all that is in it, and compares it with what was hashed.
 * @throws the codes of the policy, and ARCHIVE_CHANGED when the folder is not what was hashed
 */
export async function openTree(received: ReceivedTree, limits: ArchiveLimits): Promise<OpenedPackage> {
  const policy = new EntryPolicy(received.name, limits);
  await walk(Buffer.from(received.path), '', policy);
  assertHashed(new Map(policy.files().map(({ path, size }) => [path, size])), received.files);
  return new TreePackage(received);
}

/** Names are read as bytes: one that is no UTF-8 could not be looked up by its text. */
async function walk(directory: Buffer, prefix: string, policy: EntryPolicy): Promise<void> {
  for (const name of await readdir(directory, { encoding: 'buffer' })) {
    const place = Buffer.concat([directory, SLASH, name]);
    const entry = entryOf(`${prefix}${name.toString()}`, await lstat(place));
    policy.admit(entry);
    if (entry.kind === 'directory') await walk(place, `${entry.path}/`, policy);
  }
}

function entryOf(path: string, { mode, size }: Stats): PackageEntry {
  const kind = kindOfMode(mode) ?? 'unknown';
  return { path, kind, mode, size: kind === 'file' ? size : 0 };
}

function assertHashed(found: Map<string, number>, hashed: readonly ManifestFile[]): void {
  const odd = hashed.find(({ path, size }) => found.get(path) !== size)?.path;
  for (const { path } of hashed) found.delete(path);
  const [entry] = odd === undefined ? found.keys() : [odd];
  if (entry === undefined) return;
  throw new DifusorError('ARCHIVE_CHANGED', { entry: printable(entry) }, { retryable: true });
}

class TreePackage implements OpenedPackage {
  readonly fileCount: number;
  readonly totalBytes: number;
  readonly paths: readonly string[];

  constructor(readonly received: ReceivedTree) {
    this.fileCount = received.files.length;
    this.totalBytes = totalSize(received.files);
    this.paths = received.files.map(({ path }) => path);
  }

  async read(path: string, maxBytes: number): Promise<Buffer | undefined> {
    const file = this.received.files.find((hashed) => hashed.path === path);
    if (file === undefined) return undefined;
    if (file.size > maxBytes) throw tooLarge({ maxBytes });
    return this.#told({ doing: 'read', place: path }, () => readFile(join(this.received.path, path)));
  }

  /** Links the files instead of copying them, and hashes nothing again: the snapshot is this run's own. */
  extractTo(directory: string): Promise<readonly ManifestFile[]> {
    return this.#told({ doing: 'write', place: directory }, async () => {
      await mkdir(directory);
      for (const { path } of this.received.files) {
        const target = join(directory, path);
        await mkdir(dirname(target), { recursive: true });
        await link(join(this.received.path, path), target);
      }
      return this.received.files;
    });
  }

  close(): void {
    // No file is held open.
  }

  async #told<T>(deed: Omit<ArchiveDeed, 'packageName'>, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw archiveFailure(error, { ...deed, packageName: this.received.name });
    }
  }
}
