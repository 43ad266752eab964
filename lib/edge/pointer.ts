// The CloudFront Functions runtime has no destructuring, spread or optional chaining: this file does without.

/** Key of the pointer in the CloudFront KeyValueStore, and name of the pointer in a directory store. */
export const POINTER_KEY = 'live';

/** `20240603T010000Z-1a2b3c4d`: cut time in UTC and the first 8 digits of the package's SHA-256; sorts by time. */
export const GENERATION = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

/** Where the files stand whose names never get other content: outside the cuts, written once. */
export interface StablePlace {
  /** The generation that first wrote them, and under whose name they stand. */
  readonly under: string;
  /** Folders of the site with a slash at either end, e.g. `/actas/`. */
  readonly prefixes: readonly string[];
}

/** What a pointer remembers beside the cut that it names. */
interface PointerMemory {
  /** Where the named cut's stable files stand; absent: with its others. */
  readonly stable?: StablePlace;
  /** The cut from which a person rolled back: only a newer one replaces the named one. */
  readonly floor?: string;
}

/**
 * What readers get: nothing, one whole cut, or the notice that the institute's interruption demands.
 *
 * `closed` without `held` is a site that has not opened: the first cut after the opening opens it. With `held` a person
 * closed it, and only a person opens it; a notice shows over a closed site, which is closed still when it is withdrawn.
 * Behind either, `generation` goes on naming the newest cut, so that the pointer never forgets which one that is.
 */
export type Pointer = PointerMemory &
  (
    | { readonly state: 'closed'; readonly held?: true; readonly generation?: string }
    | { readonly state: 'live'; readonly generation: string }
    | { readonly state: 'notice'; readonly held?: true; readonly generation?: string }
  );

export const CLOSED: Pointer = { state: 'closed' };

/** Reads a stored pointer; `undefined` for anything that no version of the toolkit has written. */
export function parsePointer(value: string): Pointer | undefined {
  let stored: Stored | null;
  try {
    stored = JSON.parse(value) as Stored | null;
  } catch {
    return undefined;
  }
  if (typeof stored !== 'object' || stored === null) return undefined;
  const known = knownIn(stored);
  return known === undefined ? undefined : pointerIn(stored.state, known);
}

/**
 * The stored form of a pointer: one line of JSON, under the 1 KB that a KeyValueStore value may have. Equal pointers
 * have equal forms.
 */
export function formatPointer(pointer: Pointer): string {
  const stable = pointer.stable;
  return JSON.stringify({
    state: pointer.state,
    held: pointer.state === 'live' ? undefined : pointer.held,
    generation: pointer.generation,
    floor: pointer.floor,
    stable: stable === undefined ? undefined : { under: stable.under, prefixes: stable.prefixes },
  });
}

interface Stored {
  readonly state?: unknown;
  readonly held?: unknown;
  readonly generation?: unknown;
  readonly floor?: unknown;
  readonly stable?: unknown;
}

interface Known {
  readonly held?: true | undefined;
  readonly generation?: string | undefined;
  readonly floor?: string | undefined;
  readonly stable?: StablePlace | undefined;
}

function pointerIn(state: unknown, known: Known): Pointer | undefined {
  if (state === 'notice' || state === 'closed') return Object.assign({ state: state }, known) as Pointer;
  if (state !== 'live' || known.generation === undefined || known.held !== undefined) return undefined;
  return Object.assign({ state: state }, known) as Pointer;
}

/** `undefined` where something is stored that can't be what it is stored as. */
function knownIn(stored: Stored): Known | undefined {
  const read: Known = {
    held: stored.held === true ? true : undefined,
    generation: generationIn(stored.generation),
    floor: generationIn(stored.floor),
    stable: stableIn(stored.stable),
  };
  const known: Record<string, unknown> = {};
  for (const key in read) {
    const name = key as keyof Stored & keyof Known;
    if (read[name] !== undefined) known[name] = read[name];
    else if (stored[name] !== undefined) return undefined;
  }
  return known;
}

function generationIn(value: unknown): string | undefined {
  return typeof value === 'string' && GENERATION.test(value) ? value : undefined;
}

function stableIn(value: unknown): StablePlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const place = value as { under?: unknown; prefixes?: unknown };
  const under = generationIn(place.under);
  const prefixes: unknown = place.prefixes;
  if (under === undefined || !Array.isArray(prefixes) || !prefixes.every(isPrefix)) return undefined;
  return { under: under, prefixes: prefixes };
}

function isPrefix(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/') && value.endsWith('/');
}
