import type { Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { decideFlip, type FlipCandidate } from './decide-flip.js';
import { setPointer } from './set-pointer.js';
import type { SiteStore } from './site-store.js';
import { pointerMoved } from './store-errors.js';

/** The pointer after a flip, and whether this call moved it. */
export interface FlipReport {
  readonly moved: boolean;
  readonly pointer: Pointer;
}

/**
 * Leads readers to a cut whose manifest is in the store, by one compare-and-set of a pointer that was read just before.
 * @param assertMayFollow looks at that pointer first; what it throws ends the attempt
 * @throws CUT_OLDER_THAN_LIVE when a newer cut is live by then
 * @throws CUT_ROLLED_BACK when a person rolled back from it or from a newer one
 * @throws POINTER_MOVED when others kept moving the pointer meanwhile, also away from the cut that this one changes
 */
export async function flipPointer(
  store: SiteStore,
  cut: FlipCandidate,
  assertMayFollow: (from: Pointer) => Promise<void> = () => Promise.resolve(),
): Promise<FlipReport> {
  const { to, moved } = await setPointer(store, async (from) => {
    await assertMayFollow(from);
    return ledTo(from, cut);
  });
  return { moved, pointer: to };
}

function ledTo(from: Pointer, cut: FlipCandidate): Pointer {
  const decision = decideFlip(from, cut);
  if (decision.kind === 'older') {
    throw new DifusorError('CUT_OLDER_THAN_LIVE', { generation: cut.generation, live: decision.live });
  }
  if (decision.kind === 'barred') throw cutBarred(cut.generation, decision.floor);
  if (decision.kind === 'other-base') throw pointerMoved(from);
  return decision.kind === 'unchanged' ? from : decision.to;
}

/** The refusal of a cut from which, or from a newer one than which, a person rolled back. */
function cutBarred(generation: string, floor: string): DifusorError {
  return new DifusorError('CUT_ROLLED_BACK', { generation, floor });
}
