import { cutTimeOf, type CutManifest } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';

/** What is to become of the pointer when a staged cut is ready for readers. */
export type FlipDecision =
  | { readonly kind: 'flip'; readonly to: Pointer }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'older'; readonly live: string };

/**
 * Decides whether readers get a staged cut; an older one never replaces a newer one.
 *
 * | pointer | this cut, against the one that it names | decision |
 * |---|---|---|
 * | closed, or notice without a cut | – | flip |
 * | live or notice | the same | unchanged |
 * | live or notice | later time | flip |
 * | live or notice | same time, fetched while that one was live | flip: a correction |
 * | live or notice | same time, else | older: a replay |
 * | live or notice | earlier time | older |
 *
 * A flip keeps a notice a notice: only the person who raised it takes it down.
 */
export function decideFlip(
  pointer: Pointer,
  cut: Pick<CutManifest, 'generation' | 'supersedes'>,
): FlipDecision {
  const { generation } = cut;
  const to: Pointer = { state: pointer.state === 'notice' ? 'notice' : 'live', generation };
  if (pointer.state === 'closed' || pointer.generation === undefined) return { kind: 'flip', to };
  if (pointer.generation === generation) return { kind: 'unchanged' };
  const ahead = cutTimeOf(generation).getTime() - cutTimeOf(pointer.generation).getTime();
  const corrects = ahead === 0 && cut.supersedes === pointer.generation;
  return ahead > 0 || corrects ? { kind: 'flip', to } : { kind: 'older', live: pointer.generation };
}
