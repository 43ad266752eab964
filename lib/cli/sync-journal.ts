import type { Arrivals, GapEvent, Journal, JournalEvent, StagingPlace } from '../journal/index.js';
import type { Site } from './site.js';

/**
 * The journal of a site to which a worker goes on publishing though it can't be opened: each event but the many
 * `arrived` tries again, and is lost to the journal while that fails.
 */
class PersistentJournal implements Journal {
  #opened: Journal | undefined;

  constructor(private readonly open: Site['openJournal']) {}

  /** @throws JOURNAL_WRITE_FAILED, JOURNAL_LOCKED */
  async tryOpen(): Promise<Journal> {
    this.#opened ??= await this.open();
    return this.#opened;
  }

  async record(event: JournalEvent): Promise<void> {
    if (event.event !== 'arrived') await this.tryOpen();
    await this.#opened?.record(event);
  }

  async commit(): Promise<void> {
    await this.#opened?.commit();
  }

  arrivalsOf(generation: string, place: StagingPlace): Promise<Arrivals> {
    return this.#opened?.arrivalsOf(generation, place) ?? Promise.resolve(new Map());
  }

  lastGap(): Promise<GapEvent | undefined> {
    return this.#opened?.lastGap() ?? Promise.resolve(undefined);
  }

  receivedAs(sha256: string): Promise<string | undefined> {
    return this.#opened?.receivedAs(sha256) ?? Promise.resolve(undefined);
  }
}

/**
 * Opens the journal for a worker, which publishes without one too.
 * @param tell told of the failure, once
 */
export async function openSyncJournal(
  { openJournal }: Pick<Site, 'openJournal'>,
  tell: (error: unknown) => void,
): Promise<Journal> {
  const journal = new PersistentJournal(openJournal);
  await journal.tryOpen().catch(tell);
  return journal;
}
