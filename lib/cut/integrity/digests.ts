import { DifusorError } from '../../errors.js';
import type { PackageSettings } from '../../worker-settings.js';
import { decodeText } from '../content/csv-text.js';
import type { ManifestFile } from '../manifest.js';
import { readOneFile, readWhole } from '../content/package-file.js';
import type { FileShelf } from '../content/package-file-shelf.js';
import { incomplete, matching } from './complete.js';
import { parseDigestList, type ListedDigest } from './digest-list.js';
import { digestOf, type DigestAlgorithm } from './file-digest.js';
import { listUnreadable, reading } from './reading-failure.js';

type DigestSettings = NonNullable<PackageSettings['digests']>;

/** What a list of digests was good for. */
export interface DigestReport {
  /** Files that are as the list says. */
  readonly checked: number;
  /** Files of the package that the list does not name, besides the list itself. */
  readonly unlisted: number;
}

interface List {
  readonly path: string;
  readonly algorithm: DigestAlgorithm;
  readonly lines: readonly ListedDigest[];
}

/** The files to which a list may refer. */
export interface ListedFiles {
  readonly shelf: FileShelf;
  /** Files that the package brought. */
  readonly files: readonly ManifestFile[];
  /** Files of the cut that an incremental package leaves as they are. */
  readonly kept: readonly ManifestFile[];
  readonly packageName: string;
}

/**
 * Compares the files with the package's own list. Names count from the list's folder, else from the package's root.
 * A package of changes may come without the list, which then stands as it was; nothing vouches for what it brings.
 * @throws INTEGRITY_DIGEST_MISMATCH when a file has another digest, or is listed and absent
 * @throws CUT_INCOMPLETE when there is no list, INTEGRITY_LIST_UNREADABLE when it is none; STORE_READ_FAILED
 */
export async function assertDigests(input: ListedFiles, settings: DigestSettings): Promise<DigestReport> {
  const list = await reading(settings.file, () => readList(input, settings));
  if (list === undefined) return { checked: 0, unlisted: input.files.length };
  const brought = new Map(input.files.map((file) => [file.path, file]));
  const kept = new Map(input.kept.map((file) => [file.path, file]));
  const folder = list.path.slice(0, list.path.lastIndexOf('/') + 1);
  const found = new Set<string>();
  for (const { path: written, digest } of list.lines) {
    const path = [folder + written, written].find((one) => brought.has(one) || kept.has(one));
    if (path === list.path) continue;
    const actual = path === undefined ? ABSENT : await actualDigest(input, list, brought, kept, path);
    if (actual !== undefined && actual !== digest) throw mismatch(list, written, digest, actual);
    if (path !== undefined && actual !== undefined) found.add(path);
  }
  const unlisted = [...brought.keys()].filter((path) => !found.has(path) && path !== list.path).length;
  return { checked: found.size, unlisted };
}

const ABSENT = 'absent';

/** @returns undefined where the list came with an earlier package */
async function readList(
  { shelf, kept, packageName }: ListedFiles,
  settings: DigestSettings,
): Promise<List | undefined> {
  const { file, algorithm } = settings;
  const one = await readOneFile(shelf, file, readWhole);
  if (one.kind === 'none') {
    if (kept.some(matching(file))) return undefined;
    throw incomplete(packageName, file);
  }
  if (one.kind === 'several') throw listUnreadable(file, 'several', one.paths.join(', '));
  const lines = parseDigestList(decodeText(one.content), algorithm);
  if ('line' in lines) throw listUnreadable(one.path, 'noDigests', String(lines.line));
  // A list that vouches for nothing is a mistake, and would pass everything.
  if (lines.length === 0) throw listUnreadable(one.path, 'noDigests', '1');
  return { path: one.path, algorithm, lines };
}

/** `undefined` for a file that an earlier package brought and whose digest of this kind nobody kept. */
async function actualDigest(
  { shelf }: ListedFiles,
  { algorithm }: List,
  brought: ReadonlyMap<string, ManifestFile>,
  kept: ReadonlyMap<string, ManifestFile>,
  path: string,
): Promise<string | undefined> {
  if (algorithm === 'sha256') return (brought.get(path) ?? kept.get(path))?.sha256;
  return brought.has(path) ? reading(path, () => digestOf(algorithm, shelf.open(path))) : undefined;
}

function mismatch(list: List, file: string, expected: string, actual: string): DifusorError {
  const { algorithm, path } = list;
  return new DifusorError('INTEGRITY_DIGEST_MISMATCH', { algorithm, file, list: path, expected, actual });
}
