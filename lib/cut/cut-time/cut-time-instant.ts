import { DateTime, FixedOffsetZone } from 'luxon';
import { findWrittenTimes, type WrittenTime } from './cut-time-grammar.js';

/** No preliminary result is older. */
export const EARLIEST_YEAR = 2000;

/** Why a text gives no instant: the zone had the time never, or twice, or the text names none, several or no real one. */
export type NoInstantReason = 'noTime' | 'severalTimes' | 'notATime' | 'skipped' | 'twice';

/** One instant, or the words that stand in the way of it. */
export type InstantReading =
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'none'; readonly reason: NoInstantReason; readonly found: string };

/** A local time, by the calendar. */
export type LocalTime = Pick<WrittenTime, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'>;

/**
 * The one instant that a text names, by its own offset, else in the given IANA zone. A date without a time of the day
 * names none; one that can't be read, and two that differ, spoil the rest: nothing is guessed.
 */
export function readInstant(text: string, zone: string): InstantReading {
  const written = findWrittenTimes(text);
  const instants = new Map<number, string>();
  for (const time of written) {
    const reading = instantOf(time, zone);
    if (reading.kind === 'none') return reading;
    instants.set(reading.at.getTime(), time.found);
  }
  const [first, ...others] = instants.keys();
  if (first === undefined) return { kind: 'none', reason: 'noTime', found: '' };
  if (others.length > 0)
    return { kind: 'none', reason: 'severalTimes', found: [...instants.values()].slice(0, 3).join(' / ') };
  return { kind: 'instant', at: new Date(first) };
}

function instantOf(time: WrittenTime, zone: string): InstantReading {
  const none = (reason: NoInstantReason): InstantReading => ({ kind: 'none', reason, found: time.found });
  if (time.unsure || Number.isNaN(time.offsetMinutes)) return none('notATime');
  const { offsetMinutes } = time;
  const reading = readLocalTime(
    time,
    offsetMinutes === undefined ? zone : FixedOffsetZone.instance(offsetMinutes),
  );
  return reading instanceof Date ? { kind: 'instant', at: reading } : none(reading);
}

/**
 * The instant of a local time. The hour that a clock change repeats is refused like the one that it skips: either guess
 * could put an older cut over a newer one.
 */
export function readLocalTime(
  { year, month, day, hour, minute, second }: LocalTime,
  zone: string | FixedOffsetZone,
): Date | Extract<NoInstantReason, 'notATime' | 'skipped' | 'twice'> {
  const fields = { year, month, day, hour, minute, second };
  if (Object.values(fields).some(Number.isNaN) || hour > 23 || year < EARLIEST_YEAR) return 'notATime';
  const read = DateTime.fromObject(fields, { zone });
  if (!read.isValid) return 'notATime';
  // luxon moves a time that the zone never had.
  if (read.hour !== hour || read.minute !== minute) return 'skipped';
  return read.getPossibleOffsets().length > 1 ? 'twice' : read.toJSDate();
}
