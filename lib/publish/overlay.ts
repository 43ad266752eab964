import type { ManifestFile } from '../cut/manifest.js';
import { byPath } from '../cut/sizes.js';

/**
 * All files of a cut whose package holds only what changed: those of the cut before it, under those of the package.
 * A file of the package that takes the place of a folder, or a folder that takes the place of a file, replaces it.
 * @returns the files, sorted by path
 */
export function overlay(
  base: readonly ManifestFile[],
  changed: readonly ManifestFile[],
): readonly ManifestFile[] {
  const paths = new Set(changed.map(({ path }) => path));
  const folders = new Set(changed.flatMap(({ path }) => foldersOf(path)));
  const stays = ({ path }: ManifestFile): boolean =>
    !paths.has(path) && !folders.has(path) && !foldersOf(path).some((folder) => paths.has(folder));
  return [...base.filter(stays), ...changed].sort(byPath);
}

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(path: string): string[] {
  return path
    .split('/')
    .slice(0, -1)
    .map((_, index, segments) => segments.slice(0, index + 1).join('/'));
}
