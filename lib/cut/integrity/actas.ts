import { DifusorError } from '../../errors.js';
import type { PackageSettings } from '../../worker-settings.js';
import { ColumnMissing, readCsvColumn } from '../content/csv-column.js';
import type { ManifestFile } from '../manifest.js';
import { findPackageFiles } from '../content/package-file.js';
import { parsePackagePattern } from '../content/package-file-pattern.js';
import type { ListedFiles } from './digests.js';
import { digestOf } from './file-digest.js';
import { incomplete, matching } from './complete.js';
import { listUnreadable, reading } from './reading-failure.js';

type ActaSettings = NonNullable<PackageSettings['actas']>;

/** How far the images have come, against the database; what a package without a database brings is not judged. */
export interface ActaReport {
  /** Digests in the database, each counted once. */
  readonly expected: number;
  /** Those of which the image is there. */
  readonly present: number;
  /** Those of which it is yet to come. */
  readonly pending: number;
}

const SHA256 = /^[0-9a-f]{64}$/i;

/**
 * Compares each acta's image with the digests in the database, which may be several files, one an election. A row may be
 * ahead of its image; an image that no row knows is refused. Images that an earlier package brought were judged then.
 * @returns undefined where the database came with an earlier package: images alone can't be held against it
 * @throws INTEGRITY_ACTA_UNKNOWN when no row has the SHA-256 of an image
 * @throws CUT_INCOMPLETE when there is no database, INTEGRITY_LIST_UNREADABLE when it lacks the column; STORE_READ_FAILED
 */
export async function checkActas(
  input: ListedFiles,
  settings: ActaSettings,
): Promise<ActaReport | undefined> {
  const { csv, column, images } = settings;
  const expected = await reading(csv, () => readDigests(input, settings));
  if (expected === undefined) return undefined;
  const brought = await reading(images, () => imageDigests(input, images));
  for (const [sha256, image] of brought) {
    if (expected.has(sha256)) continue;
    throw new DifusorError('INTEGRITY_ACTA_UNKNOWN', { image, column, actual: sha256 });
  }
  const kept = input.kept.filter(whole(images)).map(({ sha256 }) => sha256);
  const present = new Set([...brought.keys(), ...kept].filter((sha256) => expected.has(sha256))).size;
  return { expected: expected.size, present, pending: expected.size - present };
}

async function readDigests(
  { shelf, kept, packageName }: ListedFiles,
  settings: ActaSettings,
): Promise<Set<string> | undefined> {
  const { csv, column } = settings;
  const digests = new Set<string>();
  let databases = 0;
  for await (const { path, open } of findPackageFiles(shelf, csv)) {
    databases += 1;
    try {
      for await (const cell of readCsvColumn(open(), column)) {
        if (SHA256.test(cell)) digests.add(cell.toLowerCase());
      }
    } catch (error) {
      throw error instanceof ColumnMissing ? listUnreadable(path, 'noColumn', column, error) : error;
    }
  }
  if (databases > 0) return digests;
  if (kept.some(matching(csv))) return undefined;
  throw incomplete(packageName, csv);
}

/** SHA-256 of each image that the package brought, with its path. */
async function imageDigests({ shelf, files }: ListedFiles, images: string): Promise<Map<string, string>> {
  if (parsePackagePattern(images).inside === undefined)
    return new Map(files.filter(whole(images)).map(({ sha256, path }) => [sha256, path]));
  const digests = new Map<string, string>();
  for await (const { path, open } of findPackageFiles(shelf, images)) {
    digests.set(await digestOf('sha256', open()), path);
  }
  return digests;
}

function whole(pattern: string): (file: ManifestFile) => boolean {
  const { matches, inside } = parsePackagePattern(pattern);
  return ({ path }) => inside === undefined && matches(path);
}
