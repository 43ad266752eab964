import { closeSync, openSync, readSync } from 'node:fs';
import { diskReadFailed } from '../disk/disk-failure.js';

/** Sizes of the buffers that are used again; a larger file gets one of its own. */
const LEAST_BYTES = 16 * 1024;
const MOST_BYTES = 512 * 1024;

/** Bytes of all buffers together that wait to be used again. */
const MOST_KEPT_BYTES = 8 * 1024 * 1024;

/**
 * Memory for the bodies that are being sent. Each body in one of its own would be garbage by the hundred before the
 * collector comes: tens of megabytes, and more the more files a cut has.
 */
export class BodyBuffers {
  readonly #free = new Map<number, Buffer[]>();
  #keptBytes = 0;

  /**
   * Reads a file whole. Not through the thread pool: files that were just written are in the system's memory, and most are
   * read in microseconds.
   * @param size its bytes; of one that has more, the first are read
   * @throws STORE_READ_FAILED
   */
  read(path: string, size: number): Buffer {
    const buffer = this.take(size);
    try {
      return buffer.subarray(0, readFile(path, buffer.subarray(0, size)));
    } catch (error) {
      this.release(buffer);
      throw diskReadFailed(path, error);
    }
  }

  /** Takes back the memory of what `read` gave; nothing may look at it any more. */
  release({ buffer }: Buffer): void {
    const { byteLength } = buffer;
    if (byteLength > MOST_BYTES || this.#keptBytes + byteLength > MOST_KEPT_BYTES) return;
    this.#keptBytes += byteLength;
    const free = this.#free.get(byteLength) ?? [];
    this.#free.set(byteLength, free);
    free.push(Buffer.from(buffer));
  }

  private take(size: number): Buffer {
    if (size > MOST_BYTES) return Buffer.allocUnsafeSlow(size);
    let bytes = LEAST_BYTES;
    while (bytes < size) bytes *= 2;
    const free = this.#free.get(bytes)?.pop();
    if (free === undefined) return Buffer.allocUnsafeSlow(bytes);
    this.#keptBytes -= bytes;
    return free;
  }
}

/** @returns how many bytes were read */
function readFile(path: string, into: Buffer): number {
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    for (let read = -1; read !== 0 && filled < into.length; filled += read) {
      read = readSync(file, into, filled, into.length - filled, null);
    }
    return filled;
  } finally {
    closeSync(file);
  }
}
