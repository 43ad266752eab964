import { cutPrefix, stablePrefix } from '../edge/routing.js';
import type { CutPlace, StagedFile } from './site-store.js';
import { stableUnder } from './stable-place.js';

/** Where a file of a cut stands, relative to the site, and as the edge asks for it: one rule for both. */
export function placeOf(generation: string, file: Pick<StagedFile, 'path' | 'stableUnder'>): string {
  const prefix = file.stableUnder === undefined ? cutPrefix(generation) : stablePrefix(file.stableUnder);
  return `${prefix}/${file.path}`.slice(1);
}

/** Where a path of a cut that the store has stands. */
export function placeIn({ generation, stable }: CutPlace, path: string): string {
  return placeOf(generation, { path, stableUnder: stableUnder(stable, path) });
}
