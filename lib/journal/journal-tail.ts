import { readSync } from 'node:fs';
import { GENESIS, MAX_LINE_BYTES, readLine, type ChainHead } from './journal-entry.js';

/** The end of a journal, as one finds it who wants to append. */
export interface JournalTail {
  /** The last entry that can be read; what is broken after it stays as it is. */
  readonly head: ChainHead;
  /** Bytes of a last line that was never finished. */
  readonly tornBytes: number;
  /** Whether what stands at the end is too long for half a line, so that it is ended instead of taken away. */
  readonly unended: boolean;
}

const CHUNK_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;

/** Reads a journal from its end, no further than to its last entry. */
export function readTail(fd: number, size: number): JournalTail {
  const lines = linesBackwards(fd, size);
  const last = lines.next().value;
  const tornBytes = last?.bytes?.length ?? 0;
  const unended = last !== undefined && last.bytes === undefined;
  for (const { bytes } of lines) {
    const entry = bytes === undefined ? undefined : readLine(bytes).entry;
    if (entry !== undefined) return { head: { seq: entry.seq, hash: entry.hash }, tornBytes, unended };
  }
  return { head: GENESIS, tornBytes, unended };
}

/** What stands after the last line feed, then each line before it; without bytes where it is too long. */
function* linesBackwards(
  fd: number,
  size: number,
): Generator<{ readonly bytes: Buffer | undefined }, undefined> {
  let from = size;
  let held = Buffer.alloc(0);
  let tooLong = false;
  for (;;) {
    const feed = held.lastIndexOf(LINE_FEED);
    if (feed >= 0) {
      yield { bytes: tooLong ? undefined : held.subarray(feed + 1) };
      held = held.subarray(0, feed);
      tooLong = false;
      continue;
    }
    if (held.length > MAX_LINE_BYTES) {
      tooLong = true;
      held = Buffer.alloc(0);
    }
    if (from === 0) break;
    const step = Math.min(CHUNK_BYTES, from);
    from -= step;
    held = Buffer.concat([readAt(fd, from, step), held]);
  }
  yield { bytes: tooLong ? undefined : held };
  return undefined;
}

function readAt(fd: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(fd, buffer, done, length - done, position + done);
    if (count === 0) throw new Error('the file became shorter while it was read');
    done += count;
  }
  return buffer;
}
