import pLimit from 'p-limit';
import { isDifusorError } from '../errors.js';
import { ArrivalsReading } from './arrivals-reading.js';
import { assertFits, chainLine, eventOf, readLine, type DatedEvent } from './journal-entry.js';
import { journalReadFailed, journalWriteFailed } from './journal-failure.js';
import { JournalFile } from './journal-file.js';
import { readLines } from './journal-lines.js';
import { JournalLock, type Hold, type LockTimes } from './journal-lock.js';
import type { GapEvent, JournalEvent } from './journal-event.js';
import { LastGapReading, ReceptionReading, type JournalReading } from './journal-reading.js';
import type { Arrivals, Journal, StagingPlace } from './journal.js';

export interface FileJournalOptions {
  /** Dates the entries. */
  readonly clock: () => Date;
  /** Told how many bytes of a torn last line were taken away. */
  readonly onRepair?: ((bytes: number) => void) | undefined;
  /** How long another process may hold the journal. */
  readonly lock?: LockTimes;
}

/** A journal in a file of this host, which other processes may append to as well. */
export interface FileJournal extends Journal {
  /** Writes what is waiting, and lets go of the file. */
  close(): Promise<void>;
}

/** How long an event may wait for others, so that they are written together. */
const FLUSH_AFTER_MS = 100;

/** As many events are written together at most. */
const BATCH = 1_000;

/**
 * Opens a journal of JSON lines, or begins one; a torn last line is taken away at once.
 * @throws JOURNAL_WRITE_FAILED, JOURNAL_LOCKED
 */
export async function openFileJournal(path: string, options: FileJournalOptions): Promise<FileJournal> {
  const journal = new ChainedFile(path, options);
  await journal.repair();
  return journal;
}

/** The lock went to another process while this one was stopped. */
class LockLost extends Error {}

class ChainedFile implements FileJournal {
  readonly #path: string;
  readonly #options: FileJournalOptions;
  readonly #file: JournalFile;
  readonly #lock: JournalLock;
  readonly #oneByOne = pLimit(1);
  #pending: DatedEvent[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(path: string, options: FileJournalOptions) {
    this.#path = path;
    this.#options = options;
    this.#file = new JournalFile(path);
    this.#lock = new JournalLock(`${path}.lock`, options.lock);
  }

  async record(event: JournalEvent): Promise<void> {
    assertFits(event);
    const dated = { event, at: this.#options.clock() };
    this.#pending.push(dated);
    if (this.#pending.length < BATCH) {
      this.#flushSoon();
      return;
    }
    try {
      await this.#flush();
    } catch (error) {
      // What is waiting is kept for a disk that comes back, and what can't wait any more is not taken on.
      this.#pending = this.#pending.filter((each) => each !== dated);
      throw error;
    }
  }

  async commit(): Promise<void> {
    await this.#flush();
    await this.#oneByOne(() => this.#writing(() => this.#file.sync()));
  }

  arrivalsOf(generation: string, place: StagingPlace): Promise<Arrivals> {
    return this.#read(new ArrivalsReading(generation, place));
  }

  lastGap(): Promise<GapEvent | undefined> {
    return this.#read(new LastGapReading());
  }

  receivedAs(sha256: string): Promise<string | undefined> {
    return this.#read(new ReceptionReading(sha256));
  }

  async #read<T>(reading: JournalReading<T>): Promise<T> {
    await this.#flush();
    try {
      for await (const { bytes } of readLines(this.#path)) {
        if (bytes === undefined || !reading.concerns(bytes)) continue;
        const { entry } = readLine(bytes);
        const event = entry === undefined ? undefined : eventOf(entry);
        if (event !== undefined) reading.take(event);
      }
    } catch (error) {
      throw journalReadFailed(this.#path, error);
    }
    return reading.result;
  }

  async close(): Promise<void> {
    try {
      await this.#flush();
    } finally {
      clearTimeout(this.#timer);
      this.#file.close();
    }
  }

  async repair(): Promise<void> {
    await this.#oneByOne(async () => {
      await this.#writing(() => this.#file.prepare());
      await this.#locked(() => undefined);
    });
    if (this.#pending.length > 0) this.#flushSoon();
  }

  #flushSoon(): void {
    // A failure is met again by the next commit, since what could not be written goes on waiting.
    this.#timer ??= setTimeout(() => void this.#flush().catch(() => undefined), FLUSH_AFTER_MS);
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#oneByOne(async () => {
      while (this.#pending.length > 0) await this.#locked((assertOurs) => this.#append(assertOurs));
    });
  }

  #append(assertOurs: () => void): void {
    const batch = this.#pending.slice(0, BATCH);
    let head = this.#file.head;
    const lines = batch.map((dated) => {
      const chained = chainLine(dated, head);
      head = chained;
      return `${chained.line}\n`;
    });
    assertOurs();
    this.#file.append(lines.join(''), { seq: head.seq, hash: head.hash });
    this.#pending.splice(0, batch.length);
  }

  /** Does something with a file that is whole and known to its end. */
  async #locked(act: (assertOurs: () => void) => void): Promise<void> {
    let torn = 0;
    await this.#writing(async () => {
      for (;;) {
        const hold = await this.#lock.acquire();
        const assertOurs = (): void => {
          if (!hold.isOurs()) throw new LockLost();
        };
        if (
          held(hold, () => {
            const bytes = this.#file.catchUp(assertOurs);
            if (bytes > 0) this.#noteRepair(bytes);
            torn += bytes;
            act(assertOurs);
          })
        )
          return;
      }
    });
    if (torn > 0) this.#options.onRepair?.(torn);
  }

  /** The repair is written down before anything that waits. */
  #noteRepair(bytes: number): void {
    this.#pending.unshift({ event: { event: 'repaired', bytes }, at: this.#options.clock() });
  }

  async #writing(act: () => Promise<void> | void): Promise<void> {
    try {
      await act();
    } catch (error) {
      throw isDifusorError(error) ? error : journalWriteFailed(this.#path, error);
    }
  }
}

/** @returns false when the lock was lost before anything was written */
function held(hold: Hold, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof LockLost) return false;
    throw error;
  } finally {
    hold.release();
  }
}
