import type { BigIntStats } from 'node:fs';
import { diskReadFailed, hasSystemCode } from '../../disk/disk-failure.js';
import { DifusorError, isDifusorError } from '../../errors.js';
import type { ArchiveLimits } from '../archive/archive-limits.js';
import { assertFileOrDirectory, kindOfMode } from '../archive/entry-kind.js';
import { printable } from '../archive/entry-path.js';
import { tooLarge } from '../archive/entry-policy.js';
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

/**
 * Goes through a folder that `walkTree` refuses, and passes over what it is refused for and what is beyond the limits.
 * @throws the system's error
 */
export function walkPart(root: HeldDirectory, limits: ArchiveLimits): AsyncGenerator<WalkedFolder> {
  return walkFolder(root, '', new PartAllowance(limits));
}

async function* walkFolder(
  held: HeldDirectory,
  path: string,
  allowance: Admission,
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

async function listFolder(held: HeldDirectory, path: string, allowance: Admission): Promise<WalkedFile[]> {
  const names: string[] = [];
  for await (const name of held.names()) {
    if (!allowance.name(path)) break;
    names.push(name);
  }
  names.sort();
  const entries: WalkedFile[] = [];
  for (let from = 0; from < names.length; from += LSTATS_AT_ONCE) {
    const some = names.slice(from, from + LSTATS_AT_ONCE);
    entries.push(...(await Promise.all(some.map(async (name) => ({ name, stat: await held.lstat(name) })))));
  }
  return entries.filter((entry) => allowance.entry(path, entry));
}

/** Says of each entry of a tree, in the order in which they are met, whether it is taken. */
interface Admission {
  /** One more name in a folder; after a no, the folder is read no further. */
  name(folder: string): boolean;
  entry(folder: string, entry: WalkedFile): boolean;
}

/** What is left of the limits on the way through a tree. */
class Allowance implements Admission {
  #entries = 0;
  #bytes = 0n;

  constructor(private readonly limits: ArchiveLimits) {}

  name(folder: string): true {
    const { maxEntries, maxDepth } = this.limits;
    if (++this.#entries > maxEntries) {
      throw new DifusorError('ARCHIVE_TOO_MANY_ENTRIES', { limit: maxEntries });
    }
    // A folder's path ends in a slash: split, it has as many parts as the path of what is in it.
    if (folder.split('/').length > maxDepth) {
      throw new DifusorError('ARCHIVE_PATH_TOO_DEEP', { entry: printable(nameAsText(folder)) });
    }
    return true;
  }

  entry(folder: string, { name, stat }: WalkedFile): true {
    const mode = Number(stat.mode);
    const path = nameAsText(folder + name);
    // Such a name can't be written down, and so neither kept nor published.
    if (path.includes('\ufffd')) {
      throw new DifusorError('ARCHIVE_PATH_UNDECODABLE', { entry: printable(path) });
    }
    assertFileOrDirectory({ path, kind: kindOfMode(mode) ?? 'unknown', mode, size: 0 });
    if (stat.isDirectory()) return true;
    if (this.#bytes + stat.size > this.limits.maxBytes) throw tooLarge(this.limits);
    this.#bytes += stat.size;
    return true;
  }
}

/** The same limits, and nothing is refused for what is left out. */
class PartAllowance implements Admission {
  readonly #allowance: Allowance;

  constructor(limits: ArchiveLimits) {
    this.#allowance = new Allowance(limits);
  }

  name(folder: string): boolean {
    return isLetThrough(() => this.#allowance.name(folder));
  }

  entry(folder: string, entry: WalkedFile): boolean {
    return isLetThrough(() => this.#allowance.entry(folder, entry));
  }
}

function isLetThrough(admit: () => true): boolean {
  try {
    return admit();
  } catch (error) {
    if (isDifusorError(error)) return false;
    throw error;
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
  if (hasSystemCode(error, ...CHANGED_UNDER_WAY)) return sourceChanged(path, error);
  return diskReadFailed(path, error);
}
