import { formatPointer, type Pointer } from '../edge/pointer.js';
import { isDifusorError } from '../errors.js';
import type { PointerSnapshot, SiteStore } from './site-store.js';
import { unreadableVersion } from './store-errors.js';

/** How often a race for the pointer is run again before it is left to the next start. */
const MOST_RACES = 5;

/** A pointer before and after a call, and whether this call moved it. */
export interface PointerChange {
  /** Absent where what was stored could not be read. */
  readonly from: Pointer | undefined;
  readonly to: Pointer;
  readonly moved: boolean;
}

/** Says what the pointer is to be, from what it is; what it throws ends the attempt. */
export type Decide = (from: Pointer) => Pointer | Promise<Pointer>;

export interface SetPointerOptions {
  /**
   * Replace also a pointer that can't be read, as if a person had closed the site: which cut it named is not known, nor
   * whether the opening is past, so that a person has to open it.
   * @default POINTER_UNREADABLE is thrown
   */
  readonly overUnreadable?: boolean;
}

/**
 * Sets the pointer by one compare-and-set of what was read just before; a lost race is run again.
 * @throws POINTER_MOVED when others kept moving the pointer meanwhile; STORE_READ_FAILED, STORE_WRITE_FAILED
 */
export async function setPointer(
  store: SiteStore,
  decide: Decide,
  { overUnreadable = false }: SetPointerOptions = {},
): Promise<PointerChange> {
  for (let race = 1; ; race += 1) {
    const { seen, from } = await look(store, overUnreadable);
    const to = await decide(seen.pointer);
    if (from !== undefined && same(from, to)) return { from, to: from, moved: false };
    try {
      await store.movePointer(to, seen);
      return { from, to, moved: true };
    } catch (error) {
      if (await landed(store, to)) return { from, to, moved: true };
      if (!isDifusorError(error, 'POINTER_MOVED') || race === MOST_RACES) throw error;
    }
  }
}

interface Look {
  readonly seen: PointerSnapshot;
  readonly from: Pointer | undefined;
}

async function look(store: SiteStore, overUnreadable: boolean): Promise<Look> {
  try {
    const seen = await store.readPointer();
    return { seen, from: seen.pointer };
  } catch (error) {
    const version = unreadableVersion(error);
    if (!overUnreadable || version === undefined) throw error;
    return { seen: { pointer: { state: 'closed', held: true }, version }, from: undefined };
  }
}

/** A move whose answer was lost, or that the client itself repeated, may have happened all the same. */
async function landed(store: SiteStore, wanted: Pointer): Promise<boolean> {
  try {
    return same((await store.readPointer()).pointer, wanted);
  } catch {
    return false;
  }
}

function same(one: Pointer, other: Pointer): boolean {
  return formatPointer(one) === formatPointer(other);
}
