import type { PackageSettings } from '../../worker-settings.js';
import type { ManifestFile } from '../manifest.js';
import { shelfOfDirectory } from '../content/package-file-shelf.js';
import { checkActas, type ActaReport } from './actas.js';
import { assertArchivesComplete } from './complete.js';
import { assertDigests, type DigestReport, type ListedFiles } from './digests.js';
import { reading } from './reading-failure.js';

/** An extracted package, and what is asked of it. */
export interface ExtractedPackage {
  readonly packageName: string;
  readonly directory: string;
  /** Files below the directory, sorted by path. */
  readonly files: readonly ManifestFile[];
  /**
   * Files of the cut below an incremental package that it leaves as they are.
   * @default none: the package holds all of the site
   */
  readonly kept?: readonly ManifestFile[];
  readonly settings: Pick<PackageSettings, 'mustContain' | 'digests' | 'actas'>;
}

/** What was verified beyond the archive itself; a part that the settings don't ask for, or that can't be judged by this package, is absent. */
export interface IntegrityReport {
  readonly digests?: DigestReport;
  readonly actas?: ActaReport;
}

/**
 * Verifies an extracted package by what it says of itself: what its archives hold, its list of digests, and the images
 * against the database.
 * @throws CUT_INCOMPLETE, INTEGRITY_DIGEST_MISMATCH, INTEGRITY_ACTA_UNKNOWN, INTEGRITY_LIST_UNREADABLE, STORE_READ_FAILED
 *   when the disk fails
 */
export async function verifyIntegrity(extracted: ExtractedPackage): Promise<IntegrityReport> {
  const { packageName, directory, files, kept = [], settings } = extracted;
  const { mustContain = [], digests, actas } = settings;
  const shelf = shelfOfDirectory(directory, files);
  const input: ListedFiles = { shelf, files, kept, packageName };
  await reading(packageName, () => assertArchivesComplete(shelf, mustContain, packageName));
  const listed = digests === undefined ? undefined : await assertDigests(input, digests);
  const judged = actas === undefined ? undefined : await checkActas(input, actas);
  return {
    ...(listed === undefined ? {} : { digests: listed }),
    ...(judged === undefined ? {} : { actas: judged }),
  };
}
