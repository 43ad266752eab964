import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { fileMark, HeldDirectory, treeReadFailure } from '../../cut/index.js';
import { hasSystemCode } from '../../disk/disk-failure.js';
import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';

/** @throws SOURCE_UNREACHABLE where there is no such folder, or this account may not read it */
export async function openInbox(path: string): Promise<HeldDirectory> {
  try {
    return await HeldDirectory.open(path);
  } catch (error) {
    const { reason } = failureOf(error);
    throw new DifusorError('SOURCE_UNREACHABLE', { host: path, reason }, { cause: error });
  }
}

/** What stands under a name; `undefined` where nothing does, or nothing can. */
export async function tryLstat(inbox: HeldDirectory, name: string): Promise<BigIntStats | undefined> {
  try {
    return await inbox.lstat(name);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', 'ENAMETOOLONG')) return undefined;
    throw error;
  }
}

export async function tryMark(inbox: HeldDirectory, name: string): Promise<string | undefined> {
  const stat = await tryLstat(inbox, name);
  return stat === undefined ? undefined : fileMark(stat);
}

/**
 * Opens a file to read; `undefined` where it went away.
 * @throws SOURCE_CHANGED where something else has its name by now, STORE_READ_FAILED
 */
export async function tryOpen(
  inbox: HeldDirectory,
  name: string,
  path: string,
): Promise<FileHandle | undefined> {
  try {
    return await inbox.file(name);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw treeReadFailure(error, path);
  }
}

/** The beginning of a plain file as text; `undefined` where it is no plain file or can't be read. */
export async function tryReadSmall(
  inbox: HeldDirectory,
  name: string,
  maxBytes: number,
): Promise<string | undefined> {
  const handle = await inbox.file(name).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    if (!(await handle.stat()).isFile()) return undefined;
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(maxBytes) });
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}

export async function tryUnlink(inbox: HeldDirectory, name: string): Promise<void> {
  try {
    await inbox.unlink(name);
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT')) throw error;
  }
}
