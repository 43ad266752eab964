import { DifusorError } from '../../errors.js';
import { findPackageFiles } from '../content/package-file.js';
import { parsePackagePattern } from '../content/package-file-pattern.js';
import type { FileShelf } from '../content/package-file-shelf.js';

/**
 * Whether a cut has the files that it may not lack; of a file in an archive, whether the archive is there.
 * @throws CUT_INCOMPLETE naming the first pattern that no file matches
 */
export function assertComplete(
  files: readonly { readonly path: string }[],
  mustContain: readonly string[],
  packageName: string,
): void {
  for (const pattern of mustContain) {
    const { matches } = parsePackagePattern(pattern);
    if (!files.some(({ path }) => matches(path))) throw incomplete(packageName, pattern);
  }
}

/**
 * Whether the archives of a package have in them what they may not lack; one that did not come has been looked into
 * when it came.
 * @throws CUT_INCOMPLETE naming the first pattern that no file matches
 */
export async function assertArchivesComplete(
  shelf: FileShelf,
  mustContain: readonly string[],
  packageName: string,
): Promise<void> {
  for (const pattern of mustContain) {
    const { matches, inside } = parsePackagePattern(pattern);
    if (inside === undefined || !shelf.paths.some(matches)) continue;
    const first = await findPackageFiles(shelf, pattern).next();
    if (first.done === true) throw incomplete(packageName, pattern);
  }
}

/** Whether a file is what a pattern names, or the archive in which that would be. */
export function matching(pattern: string): (file: { readonly path: string }) => boolean {
  const { matches } = parsePackagePattern(pattern);
  return ({ path }) => matches(path);
}

/** The refusal of a cut that lacks a file. */
export function incomplete(packageName: string, file: string): DifusorError {
  return new DifusorError('CUT_INCOMPLETE', { package: packageName, file });
}
