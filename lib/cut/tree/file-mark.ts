import type { BigIntStats } from 'node:fs';

/**
 * Tells one state of a file from the next. Who writes a file can set back its time of modification, but not its time
 * of change (ctime): so a change that keeps size and time is seen.
 */
export function fileMark({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size}-${mtimeNs}-${ctimeNs}-${ino}`;
}
