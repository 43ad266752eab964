import { chainLine, GENESIS, type ChainHead } from './journal-entry.js';
import type { GapEvent, JournalEvent } from './journal-event.js';
import type { Arrivals, Journal, StagingPlace } from './journal.js';

/** What a mirror needs beside the journal. */
export interface MirrorOptions {
  readonly clock: () => Date;
  /** Gets each entry as a line of JSON. */
  readonly write: (line: string) => void;
}

/**
 * Hands every event but the many `arrived` on as it is recorded, in a chain of its own that begins with the process:
 * where the disk does not last, as on Lambda, the log keeps it. `verifyLines` proves such a chain.
 */
export class MirroredJournal implements Journal {
  #head: ChainHead = GENESIS;

  constructor(
    private readonly journal: Journal,
    private readonly options: MirrorOptions,
  ) {}

  record(event: JournalEvent): Promise<void> {
    // Before the journal itself: what a broken disk does not take is in the log all the same.
    if (event.event !== 'arrived') {
      const chained = chainLine({ event, at: this.options.clock() }, this.#head);
      this.#head = chained;
      this.options.write(chained.line);
    }
    return this.journal.record(event);
  }

  commit(): Promise<void> {
    return this.journal.commit();
  }

  arrivalsOf(generation: string, place: StagingPlace): Promise<Arrivals> {
    return this.journal.arrivalsOf(generation, place);
  }

  lastGap(): Promise<GapEvent | undefined> {
    return this.journal.lastGap();
  }

  receivedAs(sha256: string): Promise<string | undefined> {
    return this.journal.receivedAs(sha256);
  }
}
