import { createHash } from 'node:crypto';
import { parsePackagePattern, type CutManifest, type ManifestFile } from '../../cut/index.js';

/** Files that are looked at in all: a look must not become a load. */
const MOST_FILES = 12;
/** Of these, the ones beside those that always are. */
const OTHER_FILES = 8;

/**
 * The files of a cut that are read from outside: one for each pattern of those that always are, and a few more, other
 * ones for each cut and the same ones again for the same cut.
 * @param always patterns, as the settings' `mustContain` has them
 * @param largestBytes files with more bytes are left out
 */
export function sampleOf(
  { generation, files }: CutManifest,
  always: readonly string[],
  largestBytes: number,
): readonly ManifestFile[] {
  const ranked = files
    .filter(({ path, size }) => size <= largestBytes && isServedAsFile(path))
    .map((file) => ({ file, rank: rankOf(`${generation}/${file.path}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ file }) => file);
  const fixed = new Set(always.flatMap((pattern) => firstMatch(ranked, pattern)).slice(0, MOST_FILES));
  const others = Math.min(OTHER_FILES, MOST_FILES - fixed.size);
  return [...fixed, ...ranked.filter((file) => !fixed.has(file)).slice(0, others)];
}

function firstMatch(files: readonly ManifestFile[], pattern: string): ManifestFile[] {
  const { matches } = parsePackagePattern(pattern);
  const first = files.find(({ path }) => matches(path));
  return first === undefined ? [] : [first];
}

/** The edge takes an address without a dot in its last segment for a folder, and redirects it. */
function isServedAsFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).includes('.');
}

function rankOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
