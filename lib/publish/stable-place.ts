import type { CutManifest } from '../cut/index.js';
import type { StablePlace } from '../edge/pointer.js';
import { isStable } from '../edge/routing.js';
import { findIn } from './known-files.js';

/** What the place of a cut's stable files depends on. */
export type PlacedCut = Pick<CutManifest, 'generation' | 'window' | 'rehearsal' | 'files'>;

/**
 * Where a cut's stable files are to stand: where those of the cut before it stand, as long as no name in it got other
 * content, else in a place of their own, so that an image that was corrected never shows under an older cut. A name
 * that vanished needs no new place. The data of a rehearsal and of an election never share one.
 * @returns undefined where no files are stable
 */
export function stablePlace(
  cut: PlacedCut,
  prefixes: readonly string[],
  base: CutManifest | undefined,
): StablePlace | undefined {
  if (prefixes.length === 0) return undefined;
  return base?.stable !== undefined && mayShare(cut, prefixes, base)
    ? base.stable
    : { under: cut.generation, prefixes: [...prefixes] };
}

function mayShare(cut: PlacedCut, prefixes: readonly string[], base: CutManifest): boolean {
  if (base.window !== cut.window || base.rehearsal !== cut.rehearsal) return false;
  if (!sameSet(prefixes, base.stable?.prefixes ?? [])) return false;
  const known = findIn(base.files);
  return cut.files.every(({ path, sha256 }) => {
    const before = known(path)?.sha256;
    return before === undefined || before === sha256 || !isStable(prefixes, `/${path}`);
  });
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
}

/** Under whose name a file of a cut stands; `undefined` where it stands with its cut. */
export function stableUnder(stable: StablePlace | undefined, path: string): string | undefined {
  return stable !== undefined && isStable(stable.prefixes, `/${path}`) ? stable.under : undefined;
}
