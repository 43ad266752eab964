import type { BigIntStats } from 'node:fs';
import { DifusorError } from '../../errors.js';
import type { ArchiveLimits } from '../archive/archive-limits.js';
import { assertFileOrDirectory, kindOfMode } from '../archive/entry-kind.js';
import { printable } from '../archive/entry-path.js';
import { tooLarge } from '../archive/entry-policy.js';
import { failureOf } from '../../failure.js';
import { nameAsText, type HeldDirectory } from './held-directory.js';

export interface WalkedFile {
  /** Bytes of its name, one character each. */
  readonly name: string;
  readonly stat: BigIntStats;
}

export interface WalkedFolder {
  /** Open until the next folder is asked for. */
  readonly held: HeldDirectory;
  /** Bytes of its path below the root, one character each, with a slash at the end; empty for the root itself. */
  readonly path: string;
  readonly stat: BigIntStats;
  /** Sorted by name. */
  readonly files: readonly WalkedFile[];
}

const LSTATS_AT_ONCE = 64;

/**
 * Goes through a folder into which somebody else writes, each folder before those in it, sorted by name. Names are left
 * to the archive policy.
 * @throws ARCHIVE_ENTRY_… for anything but plain files and folders, ARCHIVE_TOO_MANY_ENTRIES, ARCHIVE_TOO_LARGE,
 *   ARCHIVE_PATH_TOO_DEEP, or the system's error
 */
export function walkTree(root: HeldDirectory, limits: ArchiveLimits): AsyncGenerator<WalkedFolder> {
  return walkFolder(root, '', new Allowance(limits));
}

async function* walkFolder(
  held: HeldDirectory,
  path: string,
  allowance: Allowance,
): AsyncGenerator<WalkedFolder> {
  const stat = await held.stat();
  const entries = await listFolder(held, path, allowance);
  yield { held, path, stat, files: entries.filter((entry) => !entry.stat.isDirectory()) };
  for (const { name, stat: found } of entries) {
    if (!found.isDirectory()) continue;
    const folder = await held.folder(name);
    try {
      yield* walkFolder(folder, `${path}${name}/`, allowance);
    } finally {
      await folder.close();
    }
  }
}

async function listFolder(held: HeldDirectory, path: string, allowance: Allowance): Promise<WalkedFile[]> {
  const names: string[] = [];
  for await (const name of held.names()) {
    allowance.name(path);
    names.push(name);
  }
  names.sort();
  const entries: WalkedFile[] = [];
  for (let from = 0; from < names.length; from += LSTATS_AT_ONCE) {
    const some = names.slice(from, from + LSTATS_AT_ONCE);
    entries.push(...(await Promise.all(some.map(async (name) => ({ name, stat: await held.lstat(name) })))));
  }
  for (const entry of entries) allowance.entry(path, entry);
  return entries;
}

/** What is left of the limits on the way through a tree. */
class Allowance {
  #entries = 0;
  #bytes = 0n;

  constructor(private readonly limits: ArchiveLimits) {}

  name(folder: string): void {
    const { maxEntries, maxDepth } = this.limits;
    if (++this.#entries > maxEntries) {
      throw new DifusorError('ARCHIVE_TOO_MANY_ENTRIES', { limit: maxEntries });
    }
    // A folder's path ends in a slash: split, it has as many parts as the path of what is in it.
    if (folder.split('/').length > maxDepth) {
      throw new DifusorError('ARCHIVE_PATH_TOO_DEEP', { entry: printable(nameAsText(folder)) });
    }
  }

  entry(folder: string, { name, stat }: WalkedFile): void {
    const mode = Number(stat.mode);
    const path = nameAsText(folder + name);
    // Such a name can't be written down, and so neither kept nor published.
    if (path.includes('\ufffd')) {
      throw new DifusorError('ARCHIVE_PATH_UNDECODABLE', { entry: printable(path) });
    }
    assertFileOrDirectory({ path, kind: kindOfMode(mode) ?? 'unknown', mode, size: 0 });
    if (stat.isDirectory()) return;
    this.#bytes += stat.size;
    if (this.#bytes > this.limits.maxBytes) throw tooLarge(this.limits);
  }
}

const CHANGED_UNDER_WAY = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ESTALE'];

/** A file or tree that was not the same from the first look at it to the last. */
export function sourceChanged(path: string, cause?: unknown): DifusorError {
  return new DifusorError('SOURCE_CHANGED', { path: printable(path) }, { cause, retryable: true });
}

/** What a failure while somebody else's folder is read means. */
export function treeReadFailure(error: unknown, path: string): DifusorError {
  if (error instanceof DifusorError) return error;
  const { reason } = failureOf(error);
  if (CHANGED_UNDER_WAY.includes(reason)) return sourceChanged(path, error);
  return new DifusorError('STORE_READ_FAILED', { path, reason }, { cause: error, retryable: true });
}
