import type { Clock } from '../../lib/clock.js';

/** A clock that is a minute further each time that it is read. */
export function tickingClock(from = '2027-06-07T03:00:00Z'): Clock {
  let now = Date.parse(from);
  return () => new Date((now += 60_000));
}
