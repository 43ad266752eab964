import type { GapEvent, JournalEvent } from './journal-event.js';

/** Which files of an unfinished staging have arrived: SHA-256 by path. */
export type Arrivals = ReadonlyMap<string, string>;

/** Where the files of a staging go. */
export interface StagingPlace {
  /** Place of the cut's stable files; absent: with the others. */
  readonly stable?: string | undefined;
  /** Mark of the site: what arrived at another one counts for nothing. */
  readonly site?: string | undefined;
}

/**
 * What the worker did, in the order in which it did it.
 *
 * **Append-only.** Each entry carries the hash of the one before it; nothing is ever changed.
 *
 * **Ordered.** `record` keeps the order of its calls, also those of several processes on one journal; an entry that was
 * recorded may be lost in a crash until `commit` has returned. A crash leaves at most a torn last line, which the next
 * process takes away and says so.
 *
 * **Errors.** JOURNAL_WRITE_FAILED and JOURNAL_READ_FAILED when the disk fails, JOURNAL_LOCKED while another process
 * holds it for too long (both may pass by themselves).
 */
export interface Journal {
  /** Appends an event. A process that dies after it may still have written it. */
  record(event: JournalEvent): Promise<void>;
  /** Makes every event recorded so far outlive a crash of the host. */
  commit(): Promise<void>;
  /**
   * What of a cut has arrived in the store, as far as the stagings got that were cut off; empty once it is staged or
   * deleted, or never was begun, or was begun last for another site or another place of its stable files.
   */
  arrivalsOf(generation: string, place: StagingPlace): Promise<Arrivals>;
  /** The gap as it was written down last; one without missing packages is closed. */
  lastGap(): Promise<GapEvent | undefined>;
  /** The generation under which a package came in first; `undefined` where it never did. */
  receivedAs(sha256: string): Promise<string | undefined>;
}
