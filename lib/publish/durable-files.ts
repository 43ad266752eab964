import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, linkSync, statSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasSystemCode } from './store-errors.js';

/** Why a hard link can't be had where a copy can: another disk, too many links, a file system without them. */
const LINK_REFUSED = ['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP', 'ENOSYS'];

/** A published file is one file under many names: nobody edits it in place. */
const READ_ONLY = 0o444;

/** Bytes up to which a file is read at one go. */
const BUFFERED_BYTES = 1024 * 1024;

/**
 * Whether a file has this very content.
 * @param expected its size, and its SHA-256 in lower-case hexadecimal
 */
export async function hasContent(path: string, expected: { size: number; sha256: string }): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    if ((await stat(path)).size !== expected.size) return false;
    if (expected.size <= BUFFERED_BYTES) hash.update(await readFile(path));
    else await pipeline(createReadStream(path), hash);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return false;
    throw error;
  }
  return hash.digest('hex') === expected.sha256;
}

/** Whether there is a file of this size. */
export function hasSize(path: string, size: number): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === size;
}

/** Makes a directory's entries outlive a crash of the host. */
export function syncDirectory(path: string): Promise<void> {
  return syncFile(path);
}

/** Reads a text file; `undefined` where there is none. */
export async function tryReadText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Replaces a file whole: a reader finds the old text or the new one. */
export async function replaceText(path: string, text: string, scratch: string): Promise<void> {
  await usingScratch(scratch, async (written) => {
    await writeSynced(written, text);
    await rename(written, path);
  });
  await syncDirectory(dirname(path));
}

/**
 * Creates a file whole, unless there is one of its name.
 * @param at its time
 * @returns false when there was one, which stays as it is
 */
export async function createText(path: string, text: string, scratch: string, at: Date): Promise<boolean> {
  const created = await usingScratch(scratch, async (written) => {
    await writeSynced(written, text, at);
    return linkNew(written, path);
  });
  if (created) await syncDirectory(dirname(path));
  return created;
}

async function writeSynced(path: string, text: string, at?: Date): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    if (at !== undefined) await file.utimes(at, at);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file's content under another name, whole, by a hard link where the disk can; the last one wins. */
export async function placeFile(source: string, path: string, scratch: string, at: Date): Promise<void> {
  await usingScratch(scratch, async (placed) => {
    await linkOrCopy(source, placed);
    await sealFile(placed, at);
    await moveInto(placed, path);
  });
}

/**
 * Makes a file fit to be published: read-only, and on to the disk's platters.
 * @param at its time: web servers tell a changed file by time and size, and an institute's times may stand still
 */
export async function sealFile(path: string, at: Date): Promise<void> {
  await utimes(path, at, at);
  await chmod(path, READ_ONLY);
  await syncFile(path);
}

async function linkOrCopy(source: string, path: string): Promise<void> {
  try {
    await link(source, path);
  } catch (error) {
    if (!hasSystemCode(error, ...LINK_REFUSED)) throw error;
    await copyFile(source, path);
  }
}

/**
 * Gives a file that is safe on the disk already another name, whole; the last one wins.
 * @returns false when there is no such file, or it can't have one more name
 */
export async function placeLink(source: string, path: string, scratch: string): Promise<boolean> {
  try {
    if (await linkNew(source, path)) return true;
    await usingScratch(scratch, async (placed) => {
      await link(source, placed);
      await moveInto(placed, path);
    });
    return true;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', ...LINK_REFUSED)) return false;
    throw error;
  }
}

/**
 * Links a file to a name that is not taken yet. A cut takes thousands of links, of microseconds each: on their way through
 * the thread pool they would cost ten times that.
 * @returns false when it is taken
 */
export async function linkNew(source: string, path: string): Promise<boolean> {
  try {
    await inFolder(path, () => linkSync(source, path));
    return true;
  } catch (error) {
    if (hasSystemCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Runs with a name in `scratch` that is nobody else's; what is left under it is taken away, also after a failure. */
export async function usingScratch<T>(scratch: string, use: (path: string) => Promise<T>): Promise<T> {
  const path = join(scratch, randomUUID());
  try {
    return await use(path);
  } finally {
    // rename() does nothing where both names are links of one file, and leaves the scratch name behind.
    await rm(path, { recursive: true, force: true });
  }
}

function moveInto(placed: string, path: string): Promise<void> {
  return inFolder(path, () => rename(placed, path));
}

/** Makes the folder only where it turns out to be missing: most of the time it is there. */
async function inFolder(path: string, act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT')) throw error;
    await mkdir(dirname(path), { recursive: true });
    await act();
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
