import { createHash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import pLimit from 'p-limit';
import { diskWriteFailed, hasSystemCode, LINK_REFUSED } from '../../disk/disk-failure.js';
import { isDifusorError } from '../../errors.js';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../archive/archive-limits.js';
import { fileMark } from './file-mark.js';
import { HeldDirectory, nameAsText } from './held-directory.js';
import type { ManifestFile } from '../manifest.js';
import { treeSha256 } from '../received-package.js';
import { byPath, totalSize } from '../sizes.js';
import {
  sourceChanged,
  treeReadFailure,
  walkPart,
  walkTree,
  type WalkedFile,
  type WalkedFolder,
} from './tree-walk.js';

export interface SnapshotOptions {
  /** Whether files are hard-linked: only where nobody writes into a file that is there. */
  readonly link: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Path of a file that stays out of the snapshot. */
  readonly without?: string | undefined;
  /** @default the archive policy's */
  readonly limits?: ArchiveLimits | undefined;
}

export interface Snapshot {
  /** Sorted by path. */
  readonly files: readonly ManifestFile[];
  readonly bytes: number;
  /** As `treeSha256` has it. */
  readonly sha256: string;
}

const FILES_AT_ONCE = 8;
const CHUNK_BYTES = 256 * 1024;

/**
 * Takes a folder into which somebody else may write into a new one, byte for byte, names too; each file is read once.
 * @param to a folder that does not exist yet; after a failure it holds a part: throw it away
 * @throws as `walkTree`; SOURCE_CHANGED where a file changed while it was read, STORE_READ_FAILED, STORE_WRITE_FAILED;
 *   the signal's reason once it is given
 */
export function snapshotTree(from: string, to: string, options: SnapshotOptions): Promise<Snapshot> {
  return takeTree(from, { ...options, to });
}

/**
 * Takes what can be taken of a folder that `snapshotTree` refuses: plain files under names that are text, as many as the
 * limits let through. A file that can't be read, or that changes meanwhile, is left out.
 * @param to a folder that does not exist yet; it may come to hold more than what is returned
 * @throws SOURCE_CHANGED, STORE_READ_FAILED, STORE_WRITE_FAILED; the signal's reason once it is given
 */
export function snapshotPart(from: string, to: string, options: SnapshotOptions): Promise<Snapshot> {
  return takeTree(from, { ...options, to, part: true });
}

/**
 * What a snapshot of a folder would be, with nothing written.
 * @throws as `snapshotTree`
 */
export function hashTree(from: string, options: Omit<SnapshotOptions, 'link'> = {}): Promise<Snapshot> {
  return takeTree(from, { ...options, link: false });
}

interface Taking extends SnapshotOptions {
  /** Absent, files are only read. */
  readonly to?: string;
  /**
   * Whether what can't be taken is passed over.
   * @default the tree is taken whole or not at all
   */
  readonly part?: boolean;
}

async function takeTree(from: string, options: Taking): Promise<Snapshot> {
  const { part = false, limits = ARCHIVE_LIMITS } = options;
  const files: ManifestFile[] = [];
  try {
    const root = await HeldDirectory.open(from);
    try {
      for await (const folder of part ? walkPart(root, limits) : walkTree(root, limits)) {
        options.signal?.throwIfAborted();
        files.push(...(await takeFolder(folder, options)));
      }
    } finally {
      await root.close();
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    throw treeReadFailure(error, from);
  }
  files.sort(byPath);
  return { files, bytes: totalSize(files), sha256: treeSha256(files) };
}

async function takeFolder(folder: WalkedFolder, options: Taking): Promise<ManifestFile[]> {
  const { to, part = false, without } = options;
  const into =
    to === undefined ? undefined : Buffer.concat([Buffer.from(`${to}/`), Buffer.from(folder.path, 'latin1')]);
  if (into !== undefined) await writing(into, () => mkdir(into));
  const limit = pLimit(FILES_AT_ONCE);
  const take = part ? tryTakeFile : takeFile;
  const wanted = folder.files.filter(({ name }) => nameAsText(folder.path + name) !== without);
  const taken = await allOf(wanted.map((file) => limit(() => take(folder, file, into, options))));
  return taken.filter((file) => file !== undefined);
}

/** Waits for each before it fails, so that a folder is closed when nobody reads in it any more. */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** @returns `undefined` where the file can't be read as it stood */
async function tryTakeFile(
  ...[folder, file, into, options]: Parameters<typeof takeFile>
): Promise<ManifestFile | undefined> {
  try {
    return await takeFile(folder, file, into, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (isDifusorError(error, 'STORE_WRITE_FAILED')) throw error;
    return undefined;
  }
}

async function takeFile(
  folder: WalkedFolder,
  file: WalkedFile,
  into: Buffer | undefined,
  { link, signal }: SnapshotOptions,
): Promise<ManifestFile> {
  signal?.throwIfAborted();
  const target = into && Buffer.concat([into, Buffer.from(file.name, 'latin1')]);
  const linked = link && target !== undefined && (await tryLink(folder.held, file.name, target));
  const taken = await readFile(folder.held, file, linked ? undefined : target);
  return { path: nameAsText(folder.path + file.name), ...taken };
}

async function tryLink(held: HeldDirectory, name: string, target: Buffer): Promise<boolean> {
  try {
    await held.link(name, target);
    return true;
  } catch (error) {
    if (hasSystemCode(error, ...LINK_REFUSED, 'EACCES')) return false;
    throw hasSystemCode(error, 'ENOENT') ? error : diskWriteFailed(target.toString(), error);
  }
}

/** @param target where the bytes go; absent where the file is there already */
async function readFile(
  held: HeldDirectory,
  { name, stat }: WalkedFile,
  target: Buffer | undefined,
): Promise<Omit<ManifestFile, 'path'>> {
  const source = await held.file(name);
  try {
    const copied = await copyOut(source, { name, bytes: Number(stat.size) }, target);
    const after = await source.stat({ bigint: true });
    // A link that is made or removed changes the file's ctime and nothing else of it.
    const ctimeNs = target === undefined ? stat.ctimeNs : after.ctimeNs;
    if (fileMark(Object.assign(after, { ctimeNs })) !== fileMark(stat)) throw sourceChanged(nameAsText(name));
    return copied;
  } finally {
    await source.close();
  }
}

interface Expected {
  readonly name: string;
  readonly bytes: number;
}

async function copyOut(
  source: FileHandle,
  expected: Expected,
  target: Buffer | undefined,
): Promise<Omit<ManifestFile, 'path'>> {
  if (target === undefined) return pump(source, expected);
  const copy = await writing(target, () => open(target, 'wx'));
  try {
    return await pump(source, expected, (chunk) => writing(target, () => copy.writeFile(chunk)));
  } finally {
    await copy.close();
  }
}

/** Reads no more than was expected and one byte, so that a file that grows and grows comes to an end. */
async function pump(
  source: FileHandle,
  { name, bytes: expected }: Expected,
  write?: (chunk: Buffer) => Promise<void>,
): Promise<Omit<ManifestFile, 'path'>> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, expected + 1));
  let size = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    size += bytesRead;
    if (size > expected) throw sourceChanged(nameAsText(name));
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await write?.(chunk);
  }
  return { size, sha256: hash.digest('hex') };
}

async function writing<T>(target: Buffer, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw diskWriteFailed(target.toString(), error);
  }
}
