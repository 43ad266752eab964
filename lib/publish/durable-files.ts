import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { hasSystemCode } from './store-errors.js';

/** Why a hard link can't be had where a copy can: another disk, too many links, a file system without them. */
const LINK_REFUSED = ['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP', 'ENOSYS'];

/** A published file is one file under many names: nobody edits it in place. */
const READ_ONLY = 0o444;

/** Lower-case hexadecimal SHA-256 of a file; `undefined` where there is none. */
export async function sha256OfFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  return hash.digest('hex');
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

/** Writes a text under a name of its own in `scratch`, and on to the disk's platters. */
async function writeScratch(scratch: string, text: string): Promise<string> {
  const path = join(scratch, randomUUID());
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return path;
}

/** Replaces a file whole: a reader finds the old text or the new one. */
export async function replaceText(path: string, text: string, scratch: string): Promise<void> {
  await rename(await writeScratch(scratch, text), path);
  await syncDirectory(dirname(path));
}

/**
 * Creates a file whole, unless there is one of its name.
 * @returns false when there was one, which stays as it is
 */
export async function createText(path: string, text: string, scratch: string): Promise<boolean> {
  const written = await writeScratch(scratch, text);
  try {
    await link(written, path);
  } catch (error) {
    if (hasSystemCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
  await syncDirectory(dirname(path));
  return true;
}

/** Puts a file's content under another name, whole, by a hard link where the disk can; the last one wins. */
export async function placeFile(source: string, path: string, scratch: string): Promise<void> {
  const placed = join(scratch, randomUUID());
  try {
    await link(source, placed);
  } catch (error) {
    if (!hasSystemCode(error, ...LINK_REFUSED)) throw error;
    await copyFile(source, placed);
  }
  await chmod(placed, READ_ONLY);
  await syncFile(placed);
  await moveInto(placed, path);
}

/**
 * Gives a file that is safe on the disk already another name, whole; the last one wins.
 * @returns false when there is no such file, or it can't have one more name
 */
export async function placeLink(source: string, path: string, scratch: string): Promise<boolean> {
  const placed = join(scratch, randomUUID());
  try {
    await link(source, placed);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', ...LINK_REFUSED)) return false;
    throw error;
  }
  await moveInto(placed, path);
  return true;
}

async function moveInto(placed: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rename(placed, path);
  // rename() does nothing where both names are links of one file, and leaves the scratch name behind.
  await rm(placed, { force: true });
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
