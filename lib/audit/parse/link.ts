import { read, unreadable, type Reading } from '../reading.js';

/** Megabits a second of each card, as `name speed` in a line; a card without a cable, or a virtual one, gives -1 or none. */
export function parseLink(text: string): Reading<number> {
  const speeds = text
    .split('\n')
    .map((line) => Number(/^\S{1,32} (\d{1,7})$/.exec(line.trim())?.[1]))
    .filter((speed) => speed > 0);
  return speeds.length === 0 ? unreadable('untold', '/sys/class/net') : read(Math.max(...speeds));
}
