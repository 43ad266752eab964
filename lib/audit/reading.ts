import type { Clock } from '../clock.js';
import { MOST_DETAIL, type Measured, type WhyUnmeasured } from '../compliance/index.js';

/** What a look gave, or why it gave nothing; it is no error, since the rest of the audit goes on. */
export type Reading<T> = { readonly value: T } | Unread;

export interface Unread {
  readonly why: WhyUnmeasured;
  readonly detail: string;
}

export function read<T>(value: T): Reading<T> {
  return { value };
}

/** @param detail what was found instead, perhaps in a host's own words: cut short, and without what a terminal obeys */
export function unreadable(why: WhyUnmeasured, detail: string): Unread {
  const plain = detail.replace(/[^\P{C}]+|\s+/gu, ' ').trim();
  return { why, detail: [...plain].slice(0, MOST_DETAIL / 2).join('') || '—' };
}

/** Goes on with what a look gave. */
export function andThen<A, B>(reading: Reading<A>, next: (value: A) => Reading<B>): Reading<B> {
  return 'value' in reading ? next(reading.value) : reading;
}

/** The reading with the instant of the look. */
export async function measure<T>(now: Clock, look: () => Promise<Reading<T>>): Promise<Measured<T>> {
  return stamp(now, await look());
}

/** A reading of this instant. */
export function stamp<T>(now: Clock, reading: Reading<T>): Measured<T> {
  return { at: now().toISOString(), ...reading };
}
