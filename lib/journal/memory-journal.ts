import { ArrivalsReading } from './arrivals-reading.js';
import type { GapEvent, JournalEvent } from './journal-event.js';
import { chainLine, GENESIS, type ChainHead } from './journal-entry.js';
import { LastGapReading, ReceptionReading, type JournalReading } from './journal-reading.js';
import type { Arrivals, Journal, StagingPlace } from './journal.js';

/** A journal that ends with its process: for tests, for a dry run, and where a log keeps the chain. */
export class MemoryJournal implements Journal {
  readonly #events: JournalEvent[] = [];
  readonly #lines: string[] = [];
  #head: ChainHead = GENESIS;

  constructor(private readonly clock: () => Date) {}

  /** Every event, in order. */
  get events(): readonly JournalEvent[] {
    return this.#events;
  }

  /** Every entry as a line of JSON, chained. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  record(event: JournalEvent): Promise<void> {
    const chained = chainLine({ event, at: this.clock() }, this.#head);
    this.#events.push(event);
    this.#lines.push(chained.line);
    this.#head = chained;
    return Promise.resolve();
  }

  commit(): Promise<void> {
    return Promise.resolve();
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

  #read<T>(reading: JournalReading<T>): Promise<T> {
    for (const event of this.#events) reading.take(event);
    return Promise.resolve(reading.result);
  }
}
