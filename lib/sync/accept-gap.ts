import type { PointerChange, SiteStore } from '../publish/index.js';
import type { Gap, MissingPackage } from './sync-state.js';
import { parseSyncState } from './sync-state.js';

/**
 * Lets the night go on without the packages of changes that were refused, by a person's order: those that only waited
 * for them are taken next. A run of the worker that is under way keeps to it, unless both write within the same moment.
 * @returns the pointer, which stays as it is; `moved` where packages were missing
 * @throws STORE_READ_FAILED, STORE_WRITE_FAILED, POINTER_UNREADABLE
 */
export async function acceptGap(store: SiteStore): Promise<PointerChange> {
  const { pointer } = await store.readPointer();
  const state = parseSyncState(await store.readState());
  const { gap } = state;
  const moved = gap?.over !== undefined && gap.missing.some((each) => !isAccepted(each));
  if (moved) await store.writeState(JSON.stringify({ ...state, gap: accepted(gap, () => true) }));
  return { from: pointer, to: pointer, moved };
}

/** A gap as a run has found it that was under way when a person gave the order: what was accepted then still is. */
export function asOrdered(found: Gap, stored: Gap | undefined): Gap {
  const ordered = new Set(stored?.missing.filter(isAccepted).map(({ sha256 }) => sha256));
  const isNews = found.missing.some((each) => !isAccepted(each) && ordered.has(each.sha256));
  return isNews ? accepted(found, ({ sha256 }) => ordered.has(sha256)) : found;
}

/** What only waited comes again by itself, and is judged anew. */
function accepted({ missing, ...gap }: Gap, isOrdered: (each: MissingPackage) => boolean): Gap {
  const refused = missing.filter(({ code }) => code !== 'CUT_GAP');
  return { ...gap, missing: refused.map((each) => (isOrdered(each) ? { ...each, accepted: true } : each)) };
}

function isAccepted({ accepted: yes }: MissingPackage): boolean {
  return yes === true;
}
