import type { GapEvent, JournalEvent } from './journal-event.js';

/** A question to a journal, answered in one reading from its first entry to its last. */
export interface JournalReading<T> {
  readonly result: T;
  /** Whether a line can matter at all; most don't, and need not be parsed. */
  concerns(line: Buffer): boolean;
  take(event: JournalEvent): void;
}

/** Finds the gap that was written down last. */
export class LastGapReading implements JournalReading<GapEvent | undefined> {
  result: GapEvent | undefined;

  concerns(line: Buffer): boolean {
    return line.includes('"event":"gap"') || line.includes('"operation":"accept-gap"');
  }

  take(event: JournalEvent): void {
    if (event.event === 'gap') this.result = event;
    else if (event.event === 'operated' && event.operation === 'accept-gap')
      this.result = accepted(this.result);
  }
}

/** Finds the generation under which a package came in first. */
export class ReceptionReading implements JournalReading<string | undefined> {
  result: string | undefined;

  constructor(private readonly sha256: string) {}

  concerns(line: Buffer): boolean {
    return this.result === undefined && line.includes(this.sha256);
  }

  take(event: JournalEvent): void {
    if (event.event === 'received' && event.sha256 === this.sha256) this.result ??= event.generation;
  }
}

/** What only waited for a missing package comes again. */
function accepted(gap: GapEvent | undefined): GapEvent | undefined {
  if (gap === undefined) return undefined;
  const refused = gap.missing.filter(({ code }) => code !== 'CUT_GAP');
  return { ...gap, missing: refused.map((each) => ({ ...each, accepted: true })) };
}
