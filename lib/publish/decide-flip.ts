import { cutTimeOf } from '../cut/generation.js';
import type { CutManifest } from '../cut/manifest.js';
import type { Pointer } from '../edge/pointer.js';
import { pointerOf, standingOf } from './pointer-standing.js';

/** What is to become of the pointer when a staged cut is ready for readers. */
export type FlipDecision =
  | { readonly kind: 'flip'; readonly to: Pointer }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'older'; readonly live: string }
  /** A person rolled back from it, or from a newer one. */
  | { readonly kind: 'barred'; readonly floor: string }
  /** It holds changes to a cut that is no longer the newest. */
  | { readonly kind: 'other-base'; readonly base: string };

/** What a decision needs to know of a cut. */
export type FlipCandidate = Pick<CutManifest, 'generation' | 'supersedes' | 'stable' | 'base'>;

/**
 * Decides whether readers get a staged cut; an older one never replaces a newer one.
 *
 * | pointer names | this cut, against the one that it names | decision |
 * |---|---|---|
 * | no cut | – | flip |
 * | a cut | the same | unchanged |
 * | a cut, with a floor | not newer than the floor, and no correction | barred |
 * | a cut | later time | flip |
 * | a cut | same time, fetched while that one was live | flip: a correction |
 * | a cut | same time, else | older: a replay |
 * | a cut | earlier time | older |
 * | a cut | ahead by the above, changes to a cut that is neither this one nor the floor | other-base |
 *
 * A flip keeps a notice a notice, and a site that a person closed closed: only a person takes either away.
 */
export function decideFlip(pointer: Pointer, cut: FlipCandidate): FlipDecision {
  const flip = { kind: 'flip', to: leadTo(pointer, cut) } as const;
  if (pointer.generation === undefined) return flip;
  if (pointer.generation === cut.generation) return { kind: 'unchanged' };
  const corrects = cut.supersedes === pointer.generation;
  if (pointer.floor !== undefined && !isAhead(cut.generation, pointer.floor, corrects))
    return { kind: 'barred', floor: pointer.floor };
  if (!isAhead(cut.generation, pointer.generation, corrects))
    return { kind: 'older', live: pointer.generation };
  const { base } = cut;
  if (base === undefined || base === pointer.generation || base === pointer.floor) return flip;
  return { kind: 'other-base', base };
}

function isAhead(generation: string, of: string, corrects: boolean): boolean {
  const ahead = cutTimeOf(generation).getTime() - cutTimeOf(of).getTime();
  return ahead > 0 || (ahead === 0 && corrects && generation !== of);
}

function leadTo(pointer: Pointer, { generation, stable }: FlipCandidate): Pointer {
  return pointerOf(standingOf(pointer), { generation, stable });
}
