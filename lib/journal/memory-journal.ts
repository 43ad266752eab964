import { ArrivalsReading } from './arrivals-reading.js';
import type { JournalEvent } from './journal-event.js';
import { chainLine, GENESIS, type ChainHead } from './journal-entry.js';
import type { Arrivals, Journal } from './journal.js';

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

  arrivalsOf(generation: string, stable: string | undefined): Promise<Arrivals> {
    const reading = new ArrivalsReading(generation, stable);
    for (const event of this.#events) reading.takeEvent(event);
    return Promise.resolve(reading.arrivals);
  }
}
