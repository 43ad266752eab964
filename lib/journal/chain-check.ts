import { GENESIS, readLine, type ChainHead, type JournalEntry } from './journal-entry.js';

/** Why a line does not hold. */
export type BreakReason = 'hash' | 'previous' | 'sequence' | 'unreadable';

/** A place where the chain does not hold. */
export interface ChainBreak {
  /** 1-based. */
  readonly line: number;
  readonly reason: BreakReason;
}

/** Number and time of an entry. */
export type EntryMark = Pick<JournalEntry, 'seq' | 'at'>;

/** What a look at every line of a journal came to. */
export interface JournalReport {
  /** Entries that can be read. */
  readonly entries: number;
  readonly first?: EntryMark | undefined;
  readonly last?: EntryMark | undefined;
  /** Hash of the last entry: whoever keeps it can tell later that nothing before it was changed, or cut off. */
  readonly head: string;
  /** How many times the chain begins anew; 1 for a file. */
  readonly chains: number;
  /** The first of them; {@link breakCount} counts all. */
  readonly breaks: readonly ChainBreak[];
  readonly breakCount: number;
  /** Bytes of a last line that is not finished: one that is being written, or that a crash tore. */
  readonly tornBytes: number;
}

export interface ChainCheckOptions {
  /**
   * Whether a new chain may begin where another ended, as in the log of a process that was started again.
   * @default false
   */
  readonly mayRestart?: boolean;
}

const MOST_BREAKS = 100;

/** Looks at one line after the other; a broken line is one break, whatever follows it. */
export class ChainCheck {
  readonly #mayRestart: boolean;
  readonly #breaks: ChainBreak[] = [];
  #breakCount = 0;
  #lines = 0;
  #entries = 0;
  #chains = 0;
  #tornBytes = 0;
  #first: EntryMark | undefined;
  #last: EntryMark | undefined;
  #head: ChainHead = GENESIS;
  #afterBroken = false;

  constructor({ mayRestart = false }: ChainCheckOptions = {}) {
    this.#mayRestart = mayRestart;
  }

  /** @param line without its line feed; `undefined` where it is too long to be read */
  take(line: Buffer | undefined): void {
    this.#lines += 1;
    const read = line === undefined ? { fault: 'unreadable' as const } : readLine(line);
    if (read.entry === undefined) {
      this.#break(read.fault);
      this.#afterBroken = true;
      return;
    }
    const reason = this.#faultOf(read.entry);
    if (reason !== undefined) this.#break(reason);
    this.#count(read.entry);
  }

  /** A line that is none of the journal's. */
  skip(): void {
    this.#lines += 1;
  }

  /** The last line has no line feed. */
  takeTorn(bytes: number): void {
    this.#tornBytes = bytes;
  }

  report(): JournalReport {
    return {
      entries: this.#entries,
      first: this.#first,
      last: this.#last,
      head: this.#head.hash,
      chains: this.#chains,
      breaks: this.#breaks,
      breakCount: this.#breakCount,
      tornBytes: this.#tornBytes,
    };
  }

  #faultOf({ seq, prev }: JournalEntry): BreakReason | undefined {
    const follows = seq === this.#head.seq + 1 && prev === this.#head.hash;
    if (follows) return undefined;
    if (this.#mayRestart && seq === 1 && prev === GENESIS.hash) return undefined;
    // What was in a broken line is not known, so that the next one may follow it or not.
    if (this.#afterBroken && seq > this.#head.seq + 1) return undefined;
    return seq === this.#head.seq + 1 ? 'previous' : 'sequence';
  }

  #count({ seq, at, hash }: JournalEntry): void {
    this.#entries += 1;
    if (seq === 1) this.#chains += 1;
    this.#first ??= { seq, at };
    this.#last = { seq, at };
    this.#head = { seq, hash };
    this.#afterBroken = false;
  }

  #break(reason: BreakReason): void {
    this.#breakCount += 1;
    if (this.#breaks.length < MOST_BREAKS) this.#breaks.push({ line: this.#lines, reason });
  }
}
