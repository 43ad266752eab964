import { rm, stat } from 'node:fs/promises';

export interface Staleness {
  /** The disk's idea of now, in milliseconds since 1970. */
  readonly nowMs: number;
  readonly longestMs: number;
  /** The time by which age is told: that of the last change, or that of the last modification. */
  readonly by: 'ctimeMs' | 'mtimeMs';
}

/**
 * Removes those files and folders that are too old to be anybody's still: processes that died left them.
 * @throws the system's error where one can't be removed
 */
export async function removeStale(
  paths: readonly string[],
  { nowMs, longestMs, by }: Staleness,
): Promise<void> {
  for (const path of paths) {
    // Whoever made it may take it away meanwhile.
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && nowMs - found[by] > longestMs)
      await rm(path, { recursive: true, force: true });
  }
}
