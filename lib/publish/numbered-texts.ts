import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.js';
import { hasSystemCode } from '../disk/disk-failure.js';
import { createText } from './durable-files.js';

const DIGITS = 8;
const NAME = /^(\d{8})\.json$/;

/** The version before the first text. */
export const UNWRITTEN = '0'.repeat(DIGITS);

/** A text, and the number under which it was written. */
export interface NumberedText {
  readonly text: string;
  readonly version: string;
}

export interface NumberedTextsOptions {
  /** Holds them, and nothing else of such names. */
  readonly folder: string;
  /** A folder on the same file system. */
  readonly scratch: string;
  /** Gives them their times. */
  readonly clock: Clock;
  /**
   * As many stay behind the newest.
   * @default all
   */
  readonly kept?: number;
}

/**
 * Texts that follow one another, each in a file of its own that is created once and never changes; the highest number is
 * what stands. Creating the next number is the compare-and-set: of two processes one finds it taken. No lock can be left
 * behind by a crash.
 */
export class NumberedTexts {
  readonly #kept: number;

  constructor(private readonly options: NumberedTextsOptions) {
    this.#kept = options.kept ?? Infinity;
  }

  /** What stands; `undefined` where nobody has written yet. */
  async newest(): Promise<NumberedText | undefined> {
    for (;;) {
      const version = (await this.versions()).at(-1);
      if (version === undefined) return undefined;
      try {
        return { version, text: await this.read(version) };
      } catch (error) {
        // Taken away as an old one since: there are newer ones.
        if (!hasSystemCode(error, 'ENOENT')) throw error;
      }
    }
  }

  /** Of all that are kept, oldest first. */
  async versions(): Promise<readonly string[]> {
    const names = await readdir(this.options.folder);
    return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
  }

  read(version: string): Promise<string> {
    return readFile(this.fileOf(version), 'utf8');
  }

  async writtenAt(version: string): Promise<Date> {
    return (await stat(this.fileOf(version))).mtime;
  }

  /**
   * Writes the text that follows a version, and takes away those that are too far behind it.
   * @returns its own version; undefined when another text follows that one already
   */
  async follow(version: string, text: string): Promise<string | undefined> {
    const next = String(Number(version) + 1).padStart(DIGITS, '0');
    const { scratch, clock } = this.options;
    if (!(await createText(this.fileOf(next), text, scratch, clock()))) return undefined;
    return Number(next) < (await this.forgetOld()) ? undefined : next;
  }

  /**
   * Takes away what is too far behind the newest.
   * @returns the oldest number that is kept: a lower one was free because its text was taken away, and not because it is
   *   new, for a process that stood still meanwhile
   */
  private async forgetOld(): Promise<number> {
    if (this.#kept === Infinity) return 0;
    const versions = await this.versions();
    const oldest = Number(versions.at(-1)) - this.#kept;
    for (const each of versions) {
      if (Number(each) < oldest) await rm(this.fileOf(each), { force: true });
    }
    return oldest;
  }

  private fileOf(version: string): string {
    return join(this.options.folder, `${version}.json`);
  }
}
