import type { JournalEvent } from './journal-event.js';
import type { JournalReading } from './journal-reading.js';
import type { Arrivals, StagingPlace } from './journal.js';

/**
 * Gathers what has arrived of one cut. A staging goes on where the one before it was cut off, as long as its stable
 * files stand in the same place of the same site; what is whole, deleted or taken away leaves nothing to go on with.
 */
export class ArrivalsReading implements JournalReading<Arrivals> {
  readonly #mark: Buffer;
  #arrived: Map<string, string> | undefined;

  constructor(
    private readonly generation: string,
    private readonly place: StagingPlace,
  ) {
    this.#mark = Buffer.from(`"${generation}"`);
  }

  get result(): Arrivals {
    return this.#arrived ?? new Map<string, string>();
  }

  /** Whether a line can speak of the cut at all; most don't, and need not be parsed. */
  concerns(line: Buffer): boolean {
    return line.includes(this.#mark);
  }

  take(event: JournalEvent): void {
    if (event.event === 'retired') {
      if (event.generations.includes(this.generation)) this.#arrived = undefined;
    } else if ('generation' in event && event.generation === this.generation) {
      this.#takeOwn(event);
    }
  }

  #takeOwn(event: JournalEvent): void {
    if (event.event === 'staging') {
      const { stable, site } = this.place;
      const same = event.stable === stable && event.site === site;
      this.#arrived = same ? (this.#arrived ?? new Map<string, string>()) : undefined;
    } else if (event.event === 'arrived') {
      this.#arrived?.set(event.path, event.sha256);
    } else if (event.event === 'staged' || event.event === 'taken-away') {
      this.#arrived = undefined;
    }
  }
}
