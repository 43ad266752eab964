import { read, unreadable, type Reading } from '../reading.js';

const KIBIBYTE = 1024;

/** Bytes of memory, of /proc/meminfo. */
export function parseMemory(text: string): Reading<number> {
  const kibibytes = /^MemTotal:\s+(\d{1,12}) kB$/m.exec(text)?.[1];
  return kibibytes === undefined ? unreadable('unread', text) : read(Number(kibibytes) * KIBIBYTE);
}
