import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { diskClockNs } from '../disk/disk-clock.js';
import { removeStale } from '../disk/remove-stale.js';

/** Nothing is under way for so long: what is older was left by a process that died. */
const STALE_MS = 24 * 60 * 60 * 1000;
const NS_PER_MS = 1_000_000n;

/** Takes away what processes that died left in a store's scratch directory; the disk's own clock decides. */
export async function sweepScratch(scratch: string): Promise<void> {
  const names = await readdir(scratch);
  if (names.length === 0) return;
  const nowMs = Number((await diskClockNs(scratch)) / NS_PER_MS);
  const paths = names.map((name) => join(scratch, name));
  await removeStale(paths, { nowMs, longestMs: STALE_MS, by: 'ctimeMs' });
}
