import { read, unreadable, type Reading } from '../reading.js';

const LINE = /^(\d{1,16})$/;

/** Bytes of each package kept, one a line: how many there are, and the largest. */
export function parsePackages(text: string): Reading<{ count: number; largest: number }> {
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length === 0) return unreadable('nothingThere', 'packages');
  const sizes = lines.map((line) => Number(LINE.exec(line)?.[1]));
  if (!sizes.every(Number.isSafeInteger)) return unreadable('unread', text);
  return read({ count: sizes.length, largest: sizes.reduce((most, size) => Math.max(most, size), 0) });
}
