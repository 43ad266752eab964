import type { CutManifest, ManifestFile } from '../cut/manifest.js';
import { byPath } from '../cut/sizes.js';

/** Finds a file by its path. */
type FindFile = (path: string) => ManifestFile | undefined;

/**
 * Finds the files of a cut without an index, which for tens of thousands would take as much memory as the list. Paths that
 * are asked in order are found at once, others by a binary search.
 */
export function findIn(files: readonly ManifestFile[]): FindFile {
  const sorted = isSorted(files) ? files : [...files].sort(byPath);
  let at = 0;
  return (path) => {
    if (sorted[at]?.path !== path) at = placeOf(sorted, path);
    const found = sorted[at];
    if (found?.path !== path) return undefined;
    at += 1;
    return found;
  };
}

/**
 * The files of a cut, by the very entries of the cut before it where those say the same: two lists of tens of thousands
 * would be in memory otherwise, and nearly all of them alike.
 */
export function shareEntries(
  files: readonly ManifestFile[],
  base: Pick<CutManifest, 'files'> | undefined,
): readonly ManifestFile[] {
  const find = findIn(base?.files ?? []);
  return files.map((file) => {
    const known = find(file.path);
    return known?.sha256 === file.sha256 && known.size === file.size ? known : file;
  });
}

function isSorted(files: readonly ManifestFile[]): boolean {
  let before = '';
  return files.every(({ path }) => {
    const follows = before <= path;
    before = path;
    return follows;
  });
}

/** Where a path stands, or would stand. */
function placeOf(sorted: readonly ManifestFile[], path: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle]?.path ?? '') < path) from = middle + 1;
    else to = middle;
  }
  return from;
}
