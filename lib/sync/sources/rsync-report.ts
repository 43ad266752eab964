import { MIB } from '../../cut/index.js';
import { DifusorError } from '../../errors.js';
import { CHANGE } from './rsync-arguments.js';

export interface RsyncLimits {
  /** Bytes of all files. */
  readonly maxBytes: number;
  readonly maxEntries: number;
}

const CHANGED = new RegExp(`^${CHANGE} (\\S+) +(\\d+) `);
const NOT_A_FILE = /^skipping non-regular file "(.*)"$/;
const TOO_LARGE = ' is over max-size';

/** What rsync says while it runs, line by line. */
export class RsyncReport {
  #changes = 0;
  #bytes = 0;

  constructor(private readonly limits: RsyncLimits) {}

  /** Files and folders that came, changed or went. */
  get changes(): number {
    return this.#changes;
  }

  /** Bytes of the files that came or changed. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @throws ARCHIVE_ENTRY_KIND_UNKNOWN for what is no file and no folder, SOURCE_TOO_LARGE, ARCHIVE_TOO_MANY_ENTRIES
   */
  read(line: string): void {
    const [, what, length] = CHANGED.exec(line) ?? [];
    if (what !== undefined) return this.#count(what, Number(length));
    const entry = NOT_A_FILE.exec(line)?.[1];
    if (entry !== undefined) throw new DifusorError('ARCHIVE_ENTRY_KIND_UNKNOWN', { entry });
    if (line.endsWith(TOO_LARGE)) throw this.#tooLarge();
  }

  #count(what: string, length: number): void {
    this.#changes += 1;
    if (this.#changes > 2 * this.limits.maxEntries) {
      throw new DifusorError('ARCHIVE_TOO_MANY_ENTRIES', { limit: this.limits.maxEntries });
    }
    if (!what.startsWith('>f')) return;
    this.#bytes += length;
    if (this.#bytes > this.limits.maxBytes) throw this.#tooLarge();
  }

  #tooLarge(): DifusorError {
    return new DifusorError('SOURCE_TOO_LARGE', { limitMib: Math.floor(this.limits.maxBytes / MIB) });
  }
}
