import { statSync } from 'node:fs';
import { cutTimeOf } from '../cut/generation.js';
import { hasContent } from './durable-files.js';
import type { StagedFile } from './site-store.js';

/** Each file is read once in so many cuts: a prime, so that cuts every 10, 15 or 20 minutes come upon every share. */
const SHARES = 23;
const MINUTE_MS = 60_000;

/**
 * Tells whether a file of a whole cut may stand in the next one too, so that a damaged one is not handed on for ever.
 *
 * One that was written to since its cut was declared whole is read. Of the others each cut reads a share, told by the
 * cut's minute and the content's SHA-256: a disk's own damage leaves no time of change, and is found within 23 cuts.
 */
export class HandingOn {
  #base = { generation: '', wholeAtMs: 0 };
  #next = { generation: '', share: 0 };

  /** @param wholeAtMs when a cut was declared whole, in milliseconds since 1970; `undefined` where it was not */
  constructor(private readonly wholeAtMs: (generation: string) => number | undefined) {}

  /** @param path where the file stands in its cut `from` */
  isIntact(file: StagedFile, path: string, from: string, to: string): boolean | Promise<boolean> {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.size !== file.size) return false;
    const unwritten = found.mtimeMs <= this.wholeAt(from);
    return unwritten && !this.isInShare(file, to) ? true : hasContent(path, file);
  }

  private wholeAt(generation: string): number {
    if (this.#base.generation !== generation) {
      const wholeAtMs = this.wholeAtMs(generation);
      if (wholeAtMs === undefined) return -Infinity;
      this.#base = { generation, wholeAtMs };
    }
    return this.#base.wholeAtMs;
  }

  private isInShare({ sha256 }: StagedFile, generation: string): boolean {
    if (this.#next.generation !== generation) {
      this.#next = { generation, share: Math.floor(cutTimeOf(generation).getTime() / MINUTE_MS) % SHARES };
    }
    return Number.parseInt(sha256.slice(0, 8), 16) % SHARES === this.#next.share;
  }
}
