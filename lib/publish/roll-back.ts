import { cutTimeOf, FUTURE_TOLERANCE_MINUTES, type CutManifest } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { pointerOf, standingOf } from './pointer-standing.js';
import { setPointer, type PointerChange } from './set-pointer.js';
import { mayRetire, type SiteStore } from './site-store.js';
import { pointerMoved } from './store-errors.js';

const FUTURE_TOLERANCE_MS = FUTURE_TOLERANCE_MINUTES * 60_000;

export interface RollBackOptions {
  /**
   * Generation to lead readers to; a newer one than the live one may be named too.
   * @default the cut that was live before the live one
   */
  readonly to?: string | undefined;
  /**
   * The present: a cut that is dated after it went live by a clock that was wrong, and bars none.
   * @default no cut counts as one from the future
   */
  readonly now?: Date | undefined;
}

/**
 * Leads readers to another cut by a person's order. The cut that they got until then, or a newer one from which somebody
 * rolled back before, becomes the floor: the worker replaces the chosen cut only by one that is newer than that. A notice
 * stays up, and a closed site closed. With `to` it works also where the stored pointer can't be read; the site is closed
 * then until a person opens it.
 * @throws CUT_NOT_FOUND when `to` is not whole in the store
 * @throws REHEARSAL_AS_LIVE when it is a rehearsal's, and the live one is not of that same rehearsal
 * @throws NOTHING_TO_ROLL_BACK when no cut has been live, or there is none before it
 * @throws POINTER_MOVED when another cut went live meanwhile: look at it, and order again
 * @throws POINTER_UNREADABLE, STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export function rollBack(store: SiteStore, { to, now }: RollBackOptions = {}): Promise<PointerChange> {
  let order: { readonly target: CutManifest; readonly seen: string | undefined } | undefined;
  const decide = async (from: Pointer): Promise<Pointer> => {
    order ??= { target: await chooseTarget(store, from, to), seen: from.generation };
    const wanted = ledBack(from, order.target, now);
    if (order.seen !== from.generation) throw pointerMoved(wanted);
    return wanted;
  };
  return setPointer(store, decide, { overUnreadable: to !== undefined });
}

async function chooseTarget(store: SiteStore, from: Pointer, to: string | undefined): Promise<CutManifest> {
  // Before the opening only the worker shows a cut.
  if (from.generation === undefined && !standingOf(from).held) throw new DifusorError('NOTHING_TO_ROLL_BACK');
  const live = from.generation === undefined ? undefined : await store.readManifest(from.generation);
  const target = to === undefined ? await before(store, from, live) : await store.readManifest(to);
  if (target === undefined) throw new DifusorError('CUT_NOT_FOUND', { generation: to ?? '' });
  if (mayFollow(target, live)) return target;
  const { generation, window } = target;
  throw new DifusorError('REHEARSAL_AS_LIVE', { generation, window });
}

function mayFollow(target: CutManifest, live: CutManifest | undefined): boolean {
  return !target.rehearsal || (live?.rehearsal === true && live.window === target.window);
}

/** The newest whole cut before the live one: along what each superseded, or else by cut time where the store can list. */
async function before(
  store: SiteStore,
  { generation }: Pointer,
  live: CutManifest | undefined,
): Promise<CutManifest> {
  if (generation === undefined) throw new DifusorError('NOTHING_TO_ROLL_BACK');
  for await (const cut of candidates(store, generation, live)) {
    if (cut !== undefined && mayFollow(cut, live)) return cut;
  }
  throw new DifusorError('NOTHING_TO_ROLL_BACK');
}

async function* candidates(
  store: SiteStore,
  live: string,
  manifest: CutManifest | undefined,
): AsyncGenerator<CutManifest | undefined> {
  const tried = new Set([live]);
  for (let next = manifest?.supersedes; next !== undefined && !tried.has(next);) {
    tried.add(next);
    const cut: CutManifest | undefined = await store.readManifest(next);
    yield cut;
    next = cut?.supersedes;
  }
  if (!mayRetire(store)) return;
  for (const { generation } of [...(await store.listCuts())].reverse()) {
    if (cutTimeOf(generation) < cutTimeOf(live) && !tried.has(generation)) {
      yield await store.readManifest(generation);
    }
  }
}

function ledBack(from: Pointer, { generation, stable }: CutManifest, now: Date | undefined): Pointer {
  if (generation === from.generation) return from;
  const floor = newest(notAfter(now, from.generation), notAfter(now, from.floor));
  const kept = floor === undefined || !isAhead(floor, generation) ? undefined : floor;
  return pointerOf(standingOf(from), { generation, stable, floor: kept });
}

function notAfter(now: Date | undefined, generation: string | undefined): string | undefined {
  if (now === undefined || generation === undefined) return generation;
  return cutTimeOf(generation).getTime() - now.getTime() > FUTURE_TOLERANCE_MS ? undefined : generation;
}

/** Of two that are equally old, the one that is live. */
function newest(live: string | undefined, floor: string | undefined): string | undefined {
  if (live === undefined || floor === undefined) return live ?? floor;
  return cutTimeOf(floor) > cutTimeOf(live) ? floor : live;
}

/** A floor that is not ahead of the chosen cut bars nothing that the cut itself does not. */
function isAhead(floor: string, generation: string): boolean {
  return floor !== generation && cutTimeOf(floor) >= cutTimeOf(generation);
}
