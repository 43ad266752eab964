import { eventOf, type JournalEntry } from './journal-entry.js';
import type { JournalEvent } from './journal-event.js';
import type { Arrivals } from './journal.js';

/**
 * Gathers what has arrived of one cut. A staging goes on where the one before it was cut off, as long as its stable
 * files stand in the same place; what is whole, deleted or taken away leaves nothing to go on with.
 */
export class ArrivalsReading {
  readonly #mark: Buffer;
  #arrived: Map<string, string> | undefined;

  constructor(
    private readonly generation: string,
    private readonly stable: string | undefined,
  ) {
    this.#mark = Buffer.from(`"${generation}"`);
  }

  get arrivals(): Arrivals {
    return this.#arrived ?? new Map<string, string>();
  }

  /** Whether a line can speak of the cut at all; most don't, and need not be parsed. */
  concerns(line: Buffer): boolean {
    return line.includes(this.#mark);
  }

  take(entry: JournalEntry): void {
    const event = eventOf(entry);
    if (event !== undefined) this.takeEvent(event);
  }

  takeEvent(event: JournalEvent): void {
    if (event.event === 'retired') {
      if (event.generations.includes(this.generation)) this.#arrived = undefined;
    } else if ('generation' in event && event.generation === this.generation) {
      this.#takeOwn(event);
    }
  }

  #takeOwn(event: JournalEvent): void {
    if (event.event === 'staging') {
      this.#arrived = event.stable === this.stable ? (this.#arrived ?? new Map<string, string>()) : undefined;
    } else if (event.event === 'arrived') {
      this.#arrived?.set(event.path, event.sha256);
    } else if (event.event === 'staged' || event.event === 'taken-away') {
      this.#arrived = undefined;
    }
  }
}
