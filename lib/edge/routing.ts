// Runs in CloudFront Functions too (see pointer.ts): no destructuring, spread or optional chaining.
import type { Pointer } from './pointer.js';

/** What the edge does with a request. */
export type Route =
  | { readonly kind: 'rewrite'; readonly uri: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'page'; readonly page: PageName }
  | { readonly kind: 'not-found' };

/** Pages that the edge itself answers with: nothing yet, interrupted by the institute, pointer not readable. */
export type PageName = 'closed' | 'notice' | 'unavailable';

const INDEX_DOCUMENT = 'index.html';

/** A `.`, `..` or empty segment, also percent-encoded: no published file has one. */
const UNSAFE_SEGMENT = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|\/\/|\\|%5c|%00/i;

/**
 * Leads a request to the file of the one live cut.
 *
 * | pointer | path | route |
 * |---|---|---|
 * | none or unreadable | any | page `unavailable` |
 * | closed, notice | any | its page |
 * | live | `/` or `…/` | rewrite to the cut's index.html |
 * | live | last segment without a dot | redirect to the folder |
 * | live | unsafe segments | not found |
 * | live | else | rewrite into the cut |
 *
 * @param uri path as the viewer sent it, percent-encoding kept
 * @param query the raw query string without `?`, carried along a redirect
 * @see bcs-2024 I.c (nothing before the opening), IV-2.b (notice of an interruption)
 */
export function route(pointer: Pointer | undefined, uri: string, query: string): Route {
  if (pointer === undefined) return { kind: 'page', page: 'unavailable' };
  if (pointer.state === 'closed') return { kind: 'page', page: 'closed' };
  if (pointer.state === 'notice') return { kind: 'page', page: 'notice' };
  if (!uri.startsWith('/') || UNSAFE_SEGMENT.test(uri)) return { kind: 'not-found' };
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  if (last === '') return { kind: 'rewrite', uri: cutPrefix(pointer.generation) + uri + INDEX_DOCUMENT };
  if (!last.includes('.')) return { kind: 'redirect', location: uri + '/' + (query === '' ? '' : '?' + query) };
  return { kind: 'rewrite', uri: cutPrefix(pointer.generation) + uri };
}

/** Where a cut's files stand in the site's bucket, with a leading slash and no trailing one. */
export function cutPrefix(generation: string): string {
  return '/cuts/' + generation;
}
