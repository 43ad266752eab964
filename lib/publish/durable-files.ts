import { createHash, hash as oneHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fchmodSync,
  fsync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { copyFile, link, open, rename, rm } from 'node:fs/promises';
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
  if (statSync(path, { throwIfNoEntry: false })?.size !== expected.size) return false;
  try {
    return (await digestOf(path, expected.size)) === expected.sha256;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Of a small file at once: its way through the thread pool would cost more than to read it. */
async function digestOf(path: string, size: number): Promise<string> {
  if (size <= BUFFERED_BYTES) return oneHash('sha256', readFileSync(path));
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Makes a directory's entries outlive a crash of the host. */
export function syncDirectory(path: string): Promise<void> {
  return syncFile(path);
}

/** Makes a file's content outlive a crash of the host. */
export function syncFile(path: string): Promise<void> {
  return onDisk(path, () => undefined);
}

/** Bytes of a file that is read in parts. */
const PART_BYTES = 64 * 1024;

/** Reads a file in parts, each in the bytes of the one before it; nothing where there is none. */
export function* partsOf(path: string): Generator<Buffer> {
  const file = tryOpen(path);
  if (file === undefined) return;
  const part = Buffer.allocUnsafe(PART_BYTES);
  try {
    for (let read = readSync(file, part); read > 0; read = readSync(file, part)) yield part.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

function tryOpen(path: string): number | undefined {
  try {
    return openSync(path, 'r');
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
export function placeLink(source: string, path: string, scratch: string): boolean | Promise<boolean> {
  try {
    return linkNew(source, path) || replaceLink(source, path, scratch);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', ...LINK_REFUSED)) return false;
    throw error;
  }
}

async function replaceLink(source: string, path: string, scratch: string): Promise<boolean> {
  try {
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
