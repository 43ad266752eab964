import { read, unreadable, type Reading } from '../reading.js';

/** Free bytes, as `df --block-size=1 --output=avail` prints them under a heading. */
export function parseFreeSpace(text: string): Reading<number> {
  const bytes = Number(/^\s*\S+\s*\n\s*(\d{1,16})\s*$/.exec(text)?.[1]);
  return Number.isSafeInteger(bytes) ? read(bytes) : unreadable('unread', text);
}
