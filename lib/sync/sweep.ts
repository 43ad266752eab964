import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeStale } from '../disk/remove-stale.js';

/** No run lasts this long: what is older was left by a process that died. */
const STALE_MS = 2 * 60 * 60 * 1000;

/** How the directory of a run is called at the beginning. */
const RUN = 'run-';

/**
 * Removes what runs that died left in the work directory.
 * @param fresh this run's own directory: its time of making is the disk's idea of now
 */
export async function sweep(workDirectory: string, fresh: string): Promise<void> {
  const nowMs = (await stat(fresh)).mtimeMs;
  // What a source keeps from run to run stands beside the runs.
  const runs = (await readdir(workDirectory)).filter((name) => name.startsWith(RUN));
  const paths = runs.map((name) => join(workDirectory, name));
  await removeStale(paths, { nowMs, longestMs: STALE_MS, by: 'mtimeMs' });
}
