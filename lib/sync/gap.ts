import { cutTimeOf, type CutManifest, type ManifestFile } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import type { Gap, MissingPackage } from './sync-state.js';

/** As many are listed; those that come behind them wait at their source. */
export const MOST_MISSING = 100;

/** What a package is called, and of which cut it is. */
export interface PackageMark {
  readonly name: string;
  /** Absent where its cut time could not be told. */
  readonly generation?: string | undefined;
}

/**
 * The packages of changes that must come before any other may be laid over the newest cut. One that is not newer than a
 * cut that was published since has come: nothing else could have been.
 * @param newest the newest cut that is named, whoever sees it
 */
export function stillMissing(
  gap: Gap | undefined,
  window: string,
  newest: string | undefined,
): readonly MissingPackage[] {
  if (gap?.window !== window || gap.over === undefined || newest === undefined) return [];
  const open = gap.missing.filter(({ accepted }) => accepted !== true);
  if (newest === gap.over) return open;
  return open.filter(
    ({ generation }) => generation === undefined || cutTimeOf(generation) > cutTimeOf(newest),
  );
}

/** Whether a package is one that is missing, mended and sent again: of the same name, or of the same cut. */
export function isSame(missing: PackageMark, { name, generation }: PackageMark): boolean {
  if (missing.name === name) return true;
  if (missing.generation === undefined || generation === undefined) return false;
  return cutTimeOf(missing.generation).getTime() === cutTimeOf(generation).getTime();
}

/** The list with a package in it: in the place of its earlier version, else at the end. */
export function withMissing(
  missing: readonly MissingPackage[],
  added: MissingPackage,
): readonly MissingPackage[] {
  const at = missing.findIndex((each) => isSame(each, added));
  const before = missing[at];
  if (before !== undefined) return missing.with(at, { ...added, ...accepted(before) });
  return missing.length < MOST_MISSING ? [...missing, added] : missing;
}

function accepted({ accepted: yes }: MissingPackage): Pick<MissingPackage, 'accepted'> {
  return yes === true ? { accepted: true } : {};
}

/**
 * Whether a package is all of the site though it might hold changes only: it brings every file of the newest cut again,
 * so that nothing of that one is left under it.
 */
export function isWhole(files: readonly ManifestFile[], base: Pick<CutManifest, 'files'>): boolean {
  const brought = new Set(files.map(({ path }) => path));
  return base.files.every(({ path }) => brought.has(path));
}

/** Why a package of changes waits. */
export function gapError(name: string, [first]: readonly MissingPackage[]): DifusorError {
  return new DifusorError('CUT_GAP', {
    package: name,
    missing: first?.name ?? '',
    reason: first?.code ?? '',
  });
}
