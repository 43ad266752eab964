import type { LiveHostFact } from '../../compliance/index.js';
import { read, unreadable, type Reading } from '../reading.js';

type Time = Extract<LiveHostFact['time'], { value: unknown }>['value'];

/** Columns of `chronyc -c tracking`. */
const COLUMNS = { offset: 4, leap: 13, count: 14 } as const;
const MILLISECONDS = 1000;

/** What `chronyc -c tracking` tells: seconds by which the clock is off, and whether it follows a source. */
export function parseChrony(text: string): Reading<Time> {
  const columns = text.trim().split(',');
  const offset = Number(columns[COLUMNS.offset]);
  const leap = columns[COLUMNS.leap];
  if (columns.length !== COLUMNS.count || leap === undefined || !Number.isFinite(offset)) {
    return unreadable('unread', text);
  }
  return read({
    client: 'chrony',
    synchronized: !/^not/i.test(leap),
    offset: Math.abs(offset) * MILLISECONDS,
  });
}

/** What `timedatectl show` tells. */
export function parseTimedatectl(text: string): Reading<Time> {
  const synchronized = /^NTPSynchronized=(yes|no)$/m.exec(text)?.[1];
  return synchronized === undefined
    ? unreadable('unread', text)
    : read({ client: 'timedatectl', synchronized: synchronized === 'yes' });
}

/** Milliseconds since 1970, as `date +%s.%N` prints them in seconds. */
export function parseEpoch(text: string): Reading<number> {
  const seconds = /^\s*(\d{9,11}\.\d{1,9})\s*$/.exec(text)?.[1];
  return seconds === undefined ? unreadable('unread', text) : read(Number(seconds) * MILLISECONDS);
}
