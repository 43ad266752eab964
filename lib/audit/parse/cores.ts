import { read, unreadable, type Reading } from '../reading.js';

const MOST_CORES = 100_000;

/** Logical processors, as `nproc` prints them. */
export function parseCores(text: string): Reading<number> {
  const count = /^\s*(\d{1,6})\s*$/.exec(text)?.[1];
  const cores = Number(count);
  return count !== undefined && cores > 0 && cores <= MOST_CORES ? read(cores) : unreadable('unread', text);
}
