import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** No run lasts this long: what is older was left by a process that died. */
const STALE_MS = 2 * 60 * 60 * 1000;

/** How the directory of a run is called at the beginning. */
const RUN = 'run-';

/**
 * Removes what runs that died left in the work directory.
 * @param fresh this run's own directory: its time of making is the disk's idea of now
 */
export async function sweep(workDirectory: string, fresh: string): Promise<void> {
  const now = (await stat(fresh)).mtimeMs;
  for (const name of await readdir(workDirectory)) {
    // What a source keeps from run to run stands beside the runs.
    if (!name.startsWith(RUN)) continue;
    const path = join(workDirectory, name);
    if (now - (await madeAt(path, now)) > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Another run may take its own away meanwhile. */
async function madeAt(path: string, otherwise: number): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return otherwise;
  }
}
