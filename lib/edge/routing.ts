// Runs in CloudFront Functions too (see pointer.ts): no destructuring, spread or optional chaining.
import type { Pointer } from './pointer.js';

type LivePointer = Extract<Pointer, { state: 'live' }>;

/** What the edge does with a request. */
export type Route =
  | { readonly kind: 'rewrite'; readonly uri: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'page'; readonly page: PageName; readonly status: 200 | 503 }
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
 * | unreadable | any | page `unavailable`, 503: the one state that is a fault |
 * | closed, notice | a page's: `…/`, no dot, `.html` | its page, 200 |
 * | closed, notice | any other file's | not found |
 * | live | `/` or `…/` | rewrite to the cut's index.html |
 * | live | last segment without a dot | redirect to the folder |
 * | live | unsafe segments | not found |
 * | live | below a stable prefix | rewrite into the place of the stable files |
 * | live | else | rewrite into the cut |
 *
 * @param uri path as the viewer sent it, percent-encoding kept
 * @param query the raw query string without `?`, carried along a redirect
 * @see bcs-2024 I.c (nothing before the opening), IV-2.b (notice of an interruption)
 */
export function route(pointer: Pointer | undefined, uri: string, query: string): Route {
  if (pointer === undefined) return { kind: 'page', page: 'unavailable', status: 503 };
  if (pointer.state !== 'live') {
    return isDocument(uri) ? { kind: 'page', page: pointer.state, status: 200 } : { kind: 'not-found' };
  }
  if (!uri.startsWith('/') || UNSAFE_SEGMENT.test(uri)) return { kind: 'not-found' };
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  if (last === '') return { kind: 'rewrite', uri: prefixOf(pointer, uri) + uri + INDEX_DOCUMENT };
  if (!last.includes('.'))
    return { kind: 'redirect', location: uri + '/' + (query === '' ? '' : '?' + query) };
  return { kind: 'rewrite', uri: prefixOf(pointer, uri) + uri };
}

/** Whether a reader opened a page, rather than a page a file of its own: data must never be answered with HTML. */
function isDocument(uri: string): boolean {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  return !last.includes('.') || /\.html?$/i.test(last);
}

function prefixOf(pointer: LivePointer, uri: string): string {
  const stable = pointer.stable;
  if (stable === undefined || !isStable(stable.prefixes, uri)) return cutPrefix(pointer.generation);
  return stablePrefix(stable.under);
}

/** Whether a path of the site, with its leading slash, is one whose content never changes. */
export function isStable(prefixes: readonly string[], path: string): boolean {
  return prefixes.some(function (prefix) {
    return path.startsWith(prefix);
  });
}

/** Where stable files stand in the site's bucket, with a leading slash and no trailing one. */
export function stablePrefix(under: string): string {
  return '/stable/' + under;
}

/** Where a cut's files stand in the site's bucket, with a leading slash and no trailing one. */
export function cutPrefix(generation: string): string {
  return '/cuts/' + generation;
}
