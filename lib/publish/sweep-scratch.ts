import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing is under way for so long: what is older was left by a process that died. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** Takes away what processes that died left in a store's scratch directory; the disk's own clock decides. */
export async function sweepScratch(scratch: string): Promise<void> {
  const names = await readdir(scratch);
  if (names.length === 0) return;
  const fresh = await mkdtemp(join(scratch, 'now-'));
  const now = (await stat(fresh)).ctimeMs;
  await rm(fresh, { recursive: true, force: true });
  for (const name of names) {
    const path = join(scratch, name);
    if (now - (await changedAt(path, now)) > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Another process may take its own away meanwhile. */
async function changedAt(path: string, otherwise: number): Promise<number> {
  try {
    return (await stat(path)).ctimeMs;
  } catch {
    return otherwise;
  }
}
