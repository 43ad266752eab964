import type { PointerChange, SiteStore } from '../publish/index.js';
import type { Gap } from './sync-state.js';
import { parseSyncState } from './sync-state.js';

/**
 * Lets the night go on without the packages of changes that were refused, by a person's order: those that only waited
 * for them are taken next. A run of the worker that is under way at this moment may write its notes over the order.
 * @returns the pointer, which stays as it is; `moved` where packages were missing
 * @throws STORE_READ_FAILED, STORE_WRITE_FAILED, POINTER_UNREADABLE
 */
export async function acceptGap(store: SiteStore): Promise<PointerChange> {
  const { pointer } = await store.readPointer();
  const state = parseSyncState(await store.readState());
  const { gap } = state;
  const moved = gap?.over !== undefined && gap.missing.some((each) => each.accepted !== true);
  if (moved) await store.writeState(JSON.stringify({ ...state, gap: accepted(gap) }));
  return { from: pointer, to: pointer, moved };
}

function accepted({ missing, ...gap }: Gap): Gap {
  const refused = missing.filter(({ code }) => code !== 'CUT_GAP');
  return { ...gap, missing: refused.map((each) => ({ ...each, accepted: true })) };
}
