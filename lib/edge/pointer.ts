// The CloudFront Functions runtime has no destructuring, spread or optional chaining: this file does without.

/** Key of the pointer in the CloudFront KeyValueStore, and name of the pointer in a directory store. */
export const POINTER_KEY = 'live';

/** `20240603T010000Z-1a2b3c4d`: cut time in UTC and the first 8 digits of the package's SHA-256; sorts by time. */
export const GENERATION = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

/**
 * What readers get: nothing yet, one whole cut, or the notice that the institute's interruption demands.
 * `generation` stays in a notice, so that the pointer never forgets which cut is the newest published.
 */
export type Pointer =
  | { readonly state: 'closed' }
  | { readonly state: 'live'; readonly generation: string }
  | { readonly state: 'notice'; readonly generation?: string };

export const CLOSED: Pointer = { state: 'closed' };

/** Reads a stored pointer; `undefined` for anything that no version of the toolkit has written. */
export function parsePointer(value: string): Pointer | undefined {
  let stored: { state?: unknown; generation?: unknown } | null;
  try {
    stored = JSON.parse(value) as { state?: unknown; generation?: unknown } | null;
  } catch {
    return undefined;
  }
  if (typeof stored !== 'object' || stored === null) return undefined;
  const generation = stored.generation;
  const named = typeof generation === 'string' && GENERATION.test(generation);
  if (stored.state === 'closed') return CLOSED;
  if (stored.state === 'live' && named) return { state: 'live', generation: generation };
  if (stored.state === 'notice') {
    return named ? { state: 'notice', generation: generation } : { state: 'notice' };
  }
  return undefined;
}

/** The stored form of a pointer: one line of JSON, under the 1 KB that a KeyValueStore value may have. */
export function formatPointer(pointer: Pointer): string {
  return JSON.stringify(pointer);
}
