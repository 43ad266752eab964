import { createHash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import pLimit from 'p-limit';
import { DifusorError } from '../../errors.js';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../archive/archive-limits.js';
import { failureOf } from '../../failure.js';
import { fileMark } from './file-mark.js';
import { HeldDirectory, nameAsText } from './held-directory.js';
import type { ManifestFile } from '../manifest.js';
import { treeSha256 } from '../received-package.js';
import { byPath, totalSize } from '../sizes.js';
import { sourceChanged, treeReadFailure, walkTree, type WalkedFile, type WalkedFolder } from './tree-walk.js';

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
/** Why a hard link can't be had where a copy can. */
const LINK_REFUSED = ['EXDEV', 'EMLINK', 'EPERM', 'EACCES', 'ENOTSUP', 'ENOSYS'];

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
 * What a snapshot of a folder would be, with nothing written.
 * @throws as `snapshotTree`
 */
export function hashTree(from: string, options: Omit<SnapshotOptions, 'link'> = {}): Promise<Snapshot> {
  return takeTree(from, { ...options, link: false });
}

interface Taking extends SnapshotOptions {
  /** Absent, files are only read. */
  readonly to?: string;
}

async function takeTree(from: string, options: Taking): Promise<Snapshot> {
  const { to, limits = ARCHIVE_LIMITS } = options;
  const files: ManifestFile[] = [];
  const limit = pLimit(FILES_AT_ONCE);
  try {
    const root = await HeldDirectory.open(from);
    try {
      for await (const folder of walkTree(root, limits)) {
        options.signal?.throwIfAborted();
        const into =
          to === undefined
            ? undefined
            : Buffer.concat([Buffer.from(`${to}/`), Buffer.from(folder.path, 'latin1')]);
        if (into !== undefined) await writing(into, () => mkdir(into));
        const wanted = folder.files.filter(({ name }) => nameAsText(folder.path + name) !== options.without);
        const taken = wanted.map((file) => limit(() => takeFile(folder, file, into, options)));
        files.push(...(await allOf(taken)));
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

/** Waits for each before it fails, so that a folder is closed when nobody reads in it any more. */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(promises);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
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
    if (LINK_REFUSED.includes(failureOf(error).reason)) return false;
    throw failureOf(error).reason === 'ENOENT' ? error : writeFailed(target, error);
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
    throw writeFailed(target, error);
  }
}

function writeFailed(target: Buffer, error: unknown): DifusorError {
  const { reason } = failureOf(error);
  return new DifusorError(
    'STORE_WRITE_FAILED',
    { path: target.toString(), reason },
    { cause: error, retryable: true },
  );
}
