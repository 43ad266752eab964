import { DAMAGED_TARS } from './hostile/damaged-tars.js';
import { DAMAGED_ZIPS } from './hostile/damaged-zips.js';
import { HOSTILE_ENTRIES } from './hostile/hostile-entries.js';
import type { HostileKind } from './hostile/hostile-kind.js';
import { HOSTILE_NAMES, HOSTILE_PATHS } from './hostile/hostile-paths.js';
import { HOSTILE_SIZES } from './hostile/hostile-sizes.js';

export type { HostileKind } from './hostile/hostile-kind.js';

/** Every kind of hostile package that is known, each once. */
export const HOSTILE_KINDS: readonly HostileKind[] = [
  ...HOSTILE_PATHS,
  ...HOSTILE_ENTRIES,
  ...HOSTILE_NAMES,
  ...HOSTILE_SIZES,
  ...DAMAGED_ZIPS,
  ...DAMAGED_TARS,
];
