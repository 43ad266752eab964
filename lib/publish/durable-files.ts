import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fchmodSync,
  fsync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
} from 'node:fs';
import { copyFile, link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { hasSystemCode, LINK_REFUSED } from '../disk/disk-failure.js';

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

/** Makes a directory's entries outlive a crash of the host. */
export function syncDirectory(path: string): Promise<void> {
  return onDisk(path, () => undefined);
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

/** A text, whole or in its parts. */
type Text = string | Iterable<string>;

/** Replaces a file whole: a reader finds the old text or the new one. */
export async function replaceText(path: string, text: Text, scratch: string): Promise<void> {
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
export async function createText(path: string, text: Text, scratch: string, at: Date): Promise<boolean> {
  const created = await usingScratch(scratch, async (written) => {
    await writeSynced(written, text, at);
    return linkNew(written, path);
  });
  if (created) await syncDirectory(dirname(path));
  return created;
}

async function writeSynced(path: string, text: Text, at?: Date): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for (const part of typeof text === 'string' ? [text] : text) await file.writeFile(part);
    if (at !== undefined) await file.utimes(at, at);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file's content under another name, whole, by a hard link where the disk can; the last one wins. */
export async function placeFile(source: string, path: string, scratch: string, at: Date): Promise<void> {
  if (tryLinkNew(source, path)) return sealFile(path, at);
  await usingScratch(scratch, async (placed) => {
    await linkOrCopy(source, placed);
    await sealFile(placed, at);
    moveInto(placed, path);
  });
}

function tryLinkNew(source: string, path: string): boolean {
  try {
    return linkNew(source, path);
  } catch (error) {
    if (hasSystemCode(error, ...LINK_REFUSED)) return false;
    throw error;
  }
}

/**
 * Makes a file fit to be published: read-only, and on to the disk's platters.
 * @param at its time: web servers tell a changed file by time and size, and an institute's times may stand still
 */
export function sealFile(path: string, at: Date): Promise<void> {
  return onDisk(path, (file) => {
    futimesSync(file, at, at);
    fchmodSync(file, READ_ONLY);
  });
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
    if (linkNew(source, path)) return true;
    await usingScratch(scratch, async (placed) => {
      await link(source, placed);
      moveInto(placed, path);
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
export function linkNew(source: string, path: string): boolean {
  try {
    inFolder(path, () => linkSync(source, path));
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

function moveInto(placed: string, path: string): void {
  inFolder(path, () => renameSync(placed, path));
}

/** Makes the folder only where it turns out to be missing: most of the time it is there. */
function inFolder(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT')) throw error;
    mkdirSync(dirname(path), { recursive: true });
    act();
  }
}

const syncData = promisify(fsync);

/** Changes what stands under a path and waits until the disk has it; the waiting alone leaves this thread. */
async function onDisk(path: string, change: (file: number) => void): Promise<void> {
  const file = openSync(path, 'r');
  try {
    change(file);
    await syncData(file);
  } finally {
    closeSync(file);
  }
}
