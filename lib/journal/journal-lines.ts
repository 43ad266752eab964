import { createReadStream } from 'node:fs';
import { MAX_LINE_BYTES } from './journal-entry.js';

/** A line of a file, without its line feed. */
export interface FileLine {
  /** Absent where the line is longer than any entry. */
  readonly bytes: Buffer | undefined;
  readonly length: number;
  /** Whether a line feed ends it; only the last line may have none. */
  readonly ended: boolean;
}

const LINE_FEED = 0x0a;

/** Reads a file line by line in little memory, however long its lines are. */
export async function* readLines(path: string): AsyncGenerator<FileLine> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    parts = length > MAX_LINE_BYTES ? [] : [...parts, part];
  };
  const take = (ended: boolean): FileLine => {
    const bytes = length > MAX_LINE_BYTES ? undefined : Buffer.concat(parts);
    const line = { bytes, length, ended };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, feed));
      yield take(true);
      from = feed + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take(false);
}
