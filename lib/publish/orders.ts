import type { Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { pointerOf, standingOf, type Standing } from './pointer-standing.js';
import { setPointer, type PointerChange } from './set-pointer.js';
import type { SiteStore } from './site-store.js';

/** What is going on when a person orders that readers see a cut again. */
export interface ShowingOptions {
  /** Id of the rehearsal in whose window the order falls; `undefined` outside of rehearsals. */
  readonly rehearsal: string | undefined;
}

export interface OpeningOptions extends ShowingOptions {
  readonly now: Date;
  /** Instant before which the call lets nothing be shown. */
  readonly opensAt: Date;
}

/**
 * Shows the notice of an interruption in the place of the results, also where the stored pointer can't be read; the
 * site is closed then, behind it, until a person opens it.
 * @throws POINTER_MOVED, STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export function raiseNotice(store: SiteStore): Promise<PointerChange> {
  return setPointer(store, (from) => standing(from, { notice: true }), { overUnreadable: true });
}

/**
 * Takes the notice away: readers get the newest cut, unless a person has closed the site.
 * @throws REHEARSAL_AS_LIVE when that cut belongs to a rehearsal that is over
 * @throws POINTER_UNREADABLE, POINTER_MOVED, STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export function withdrawNotice(store: SiteStore, options: ShowingOptions): Promise<PointerChange> {
  return setPointer(store, async (from) => shown(store, standing(from, { notice: false }), options));
}

/**
 * Closes the site until a person opens it, also where the stored pointer can't be read; a notice stays up.
 * @throws POINTER_MOVED, STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export function closeSite(store: SiteStore): Promise<PointerChange> {
  return setPointer(store, (from) => standing(from, { held: true }), { overUnreadable: true });
}

/**
 * Opens a site that a person closed: to the newest cut, or to the next one where none is known; a notice stays up.
 * @throws OPENING_AHEAD before the opening
 * @throws REHEARSAL_AS_LIVE when that cut belongs to a rehearsal that is over
 * @throws POINTER_UNREADABLE, POINTER_MOVED, STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export async function openSite(store: SiteStore, options: OpeningOptions): Promise<PointerChange> {
  const { now, opensAt } = options;
  if (now < opensAt) throw new DifusorError('OPENING_AHEAD', { opensAt: opensAt.toISOString() });
  return setPointer(store, async (from) => shown(store, standing(from, { held: false }), options));
}

function standing(from: Pointer, ordered: Partial<Standing>): Pointer {
  return pointerOf({ ...standingOf(from), ...ordered }, from);
}

async function shown(store: SiteStore, to: Pointer, { rehearsal }: ShowingOptions): Promise<Pointer> {
  if (to.state !== 'live') return to;
  const manifest = await store.readManifest(to.generation);
  if (manifest?.rehearsal !== true || manifest.window === rehearsal) return to;
  const { generation, window } = manifest;
  throw new DifusorError('REHEARSAL_AS_LIVE', { generation, window });
}
