import type { CutManifest } from '../cut/index.js';
import { formatPointer, type Pointer } from '../edge/pointer.js';
import { DifusorError, isDifusorError } from '../errors.js';
import { decideFlip } from './decide-flip.js';
import type { SiteStore } from './site-store.js';

/** How often a race for the pointer is run again before it is left to the next start. */
const MOST_RACES = 5;

/** The pointer after a flip, and whether this call moved it. */
export interface FlipReport {
  readonly moved: boolean;
  readonly pointer: Pointer;
}

/**
 * Leads readers to a cut whose manifest is in the store, by one compare-and-set of a pointer that was read just before.
 * @throws CUT_OLDER_THAN_LIVE when a newer cut is live by then
 * @throws POINTER_MOVED when others kept moving the pointer meanwhile
 */
export async function flipPointer(
  store: SiteStore,
  cut: Pick<CutManifest, 'generation' | 'supersedes'>,
): Promise<FlipReport> {
  for (let race = 1; ; race += 1) {
    const seen = await store.readPointer();
    const decision = decideFlip(seen.pointer, cut);
    if (decision.kind === 'unchanged') return { moved: false, pointer: seen.pointer };
    if (decision.kind === 'older') {
      throw new DifusorError('CUT_OLDER_THAN_LIVE', { generation: cut.generation, live: decision.live });
    }
    try {
      await store.movePointer(decision.to, seen);
      return { moved: true, pointer: decision.to };
    } catch (error) {
      if (await landed(store, decision.to)) return { moved: true, pointer: decision.to };
      if (!isDifusorError(error, 'POINTER_MOVED') || race === MOST_RACES) throw error;
    }
  }
}

/** A move whose answer was lost, or that the client itself repeated, may have happened all the same. */
async function landed(store: SiteStore, wanted: Pointer): Promise<boolean> {
  try {
    return formatPointer((await store.readPointer()).pointer) === formatPointer(wanted);
  } catch {
    return false;
  }
}
