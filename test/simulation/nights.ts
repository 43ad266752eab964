import { Night } from './night.js';
import type { FaultKind } from './process.js';
import type { Violation } from './watched-site.js';

/** What many nights came to. */
export interface NightsReport {
  readonly published: number;
  readonly runs: number;
  /** How often each kind of fault was met. */
  readonly faults: Readonly<Record<FaultKind, number>>;
  /** The nights in which an invariant broke, each to be had again by its seed. */
  readonly broken: readonly { readonly seed: number; readonly violations: readonly Violation[] }[];
}

/** Simulates nights one after the other, from a first seed on. */
export async function simulateNights(first: number, count: number, directory: string): Promise<NightsReport> {
  const faults = { refused: 0, landed: 0, 'dies-before': 0, 'dies-after': 0, parked: 0 };
  const broken: NightsReport['broken'][number][] = [];
  let published = 0;
  let runs = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const night = await new Night(seed, directory).run();
    published += night.published;
    runs += night.runs;
    for (const [kind, met] of Object.entries(night.faults)) faults[kind as FaultKind] += met;
    if (night.violations.length > 0) broken.push({ seed, violations: night.violations });
  }
  return { published, runs, faults, broken };
}
