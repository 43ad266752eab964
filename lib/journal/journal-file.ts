import {
  closeSync,
  fstatSync,
  fsync,
  ftruncateSync,
  mkdirSync,
  openSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { failureOf } from '../failure.js';
import { GENESIS, type ChainHead } from './journal-entry.js';
import { readTail } from './journal-tail.js';

/** Readable by its owner and the owner's group. */
const MODE = 0o640;

/**
 * The file of a journal, for one process that holds its lock. Every step of {@link catchUp} and {@link append} is
 * synchronous, so that as little as can be stands between looking at the lock and writing.
 */
export class JournalFile {
  readonly #path: string;
  #fd: number | undefined;
  /** Bytes of the file that {@link #head} speaks of. */
  #size = 0;
  #head: ChainHead = GENESIS;
  #unended = false;
  #unsynced = false;
  /** Folders whose entries must outlive a crash of the host, since one in them is new. */
  #newIn: string[] = [];

  constructor(path: string) {
    this.#path = resolve(path);
  }

  /** Makes the folder of the file, where there is none. */
  prepare(): void {
    this.#newIn = makeFolder(dirname(this.#path));
  }

  get head(): ChainHead {
    return this.#head;
  }

  /**
   * Learns what others have appended, and takes a torn last line away.
   * @param assertOurs throws when the lock was lost
   * @returns bytes that were taken away
   */
  catchUp(assertOurs: () => void): number {
    const fd = this.#openAgain();
    const { size } = fstatSync(fd);
    if (size === this.#size) return 0;
    const { head, tornBytes, unended } = readTail(fd, size);
    if (tornBytes > 0) {
      assertOurs();
      ftruncateSync(fd, size - tornBytes);
      this.#unsynced = true;
    }
    this.#size = size - tornBytes;
    this.#head = head;
    this.#unended = unended;
    return tornBytes;
  }

  /** Appends whole lines, or nothing: a disk that takes only a part of them gets it back. */
  append(lines: string, head: ChainHead): void {
    const fd = this.#openAgain();
    const bytes = Buffer.from(this.#unended ? `\n${lines}` : lines);
    let written = 0;
    try {
      // writeSync() on a full disk writes a part and says so by its count; only the next call fails.
      while (written < bytes.length) written += writeSync(fd, bytes, written);
    } catch (error) {
      if (written > 0 && fstatSync(fd).size === this.#size + written) ftruncateSync(fd, this.#size);
      throw error;
    } finally {
      this.#unsynced = true;
    }
    this.#size += bytes.length;
    this.#head = head;
    this.#unended = false;
  }

  /** Waits until what was appended is on the disk's platters. */
  async sync(): Promise<void> {
    if (this.#fd === undefined || !this.#unsynced) return;
    await promisify(fsync)(this.#fd);
    for (const folder of this.#newIn) await syncFolder(folder);
    this.#newIn = [];
    this.#unsynced = false;
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  /** The open file, unless another stands in its place by now: a journal that was moved away is begun anew. */
  #openAgain(): number {
    const found = this.#find();
    if (this.#fd !== undefined) {
      const { ino, dev } = fstatSync(this.#fd);
      if (found?.ino === ino && found.dev === dev) return this.#fd;
      this.close();
    }
    if (found === undefined) this.#newIn.push(dirname(this.#path));
    this.#fd = openSync(this.#path, 'a+', MODE);
    this.#size = 0;
    this.#head = GENESIS;
    this.#unended = false;
    return this.#fd;
  }

  #find(): Stats | undefined {
    return statSync(this.#path, { throwIfNoEntry: false });
  }
}

/** Gives the folders in which a folder was made, the innermost first. */
function makeFolder(folder: string): string[] {
  const first = mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  for (let each = folder; first !== undefined && each !== dirname(first); each = dirname(each)) {
    made.push(dirname(each));
  }
  return made;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some file systems can't sync a folder; theirs needs none.
    if (!['EINVAL', 'ENOTSUP'].includes(failureOf(error).code ?? '')) throw error;
  } finally {
    await folder.close();
  }
}
