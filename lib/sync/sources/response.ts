import { safePackageName } from '../../cut/index.js';
import { DifusorError } from '../../errors.js';
import type { Validators } from './source.js';
import { sourceUnreachable } from './source-unreachable.js';

/** Headers of an answer, their names in lower case. */
export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What an answer of the source means, before its body is read. */
export type Verdict = 'package' | 'unchanged' | 'redirect' | 'absent';

const REDIRECTS = [301, 302, 303, 307, 308];
const TOO_MANY_REQUESTS = 429;
const NOT_FOUND = 404;

/** Types of pages and of error texts; a zip comes as `application/zip` or without a telling type. */
const NOT_A_PACKAGE = /^(?:text\/html|application\/(?:xhtml\+xml|xml|json|problem\+json)|text\/xml)\b/i;

/**
 * Reads status and headers of an answer.
 *
 * | status | verdict |
 * |---|---|
 * | 200 with a page's type | SOURCE_NOT_A_PACKAGE |
 * | 200 | package |
 * | 304, where it was asked whether the version changed | unchanged |
 * | 301, 302, 303, 307, 308 | redirect |
 * | 404 | absent: no package yet, or a wrong path; the run knows which |
 * | 429, 5xx | SOURCE_UNREACHABLE, may pass by itself; `retryAfterSeconds` where the source asks to be left alone |
 * | else, with 401 and 403 | SOURCE_REFUSED: a person has to act |
 *
 * @throws SOURCE_NOT_A_PACKAGE, SOURCE_UNREACHABLE, SOURCE_REFUSED as in the table
 */
export function judgeResponse(
  host: string,
  status: number,
  headers: ResponseHeaders,
  conditional: boolean,
): Verdict {
  const contentType = header(headers, 'content-type');
  if (status === 200 && NOT_A_PACKAGE.test(contentType)) {
    throw new DifusorError('SOURCE_NOT_A_PACKAGE', { host, contentType }, { retryable: true });
  }
  if (status === 200) return 'package';
  if (status === 304 && conditional) return 'unchanged';
  if (status === NOT_FOUND) return 'absent';
  if (REDIRECTS.includes(status)) return 'redirect';
  if (status >= 500 || status === TOO_MANY_REQUESTS) {
    throw sourceUnreachable({ host, reason: `HTTP ${status}`, ...retryAfter(headers) });
  }
  throw new DifusorError('SOURCE_REFUSED', { host, status });
}

/** A header's value; the first where it came more than once, empty where it did not come. */
export function header(headers: ResponseHeaders, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** The package's name: the one that the answer offers, else the last segment of the address. */
export function packageName(headers: ResponseHeaders, url: URL): string {
  const disposition = header(headers, 'content-disposition');
  const offered = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return safePackageName(offered ?? decodedPath(url));
}

/** An ETag that says nothing of the content: weak, or made of time and size as nginx and Apache make it. */
const OF_TIME = /^(?:W\/.*|"[0-9a-f]+(?:-[0-9a-f]+){1,2}(?:-gzip)?"|)$/i;
/** A file that is older than this at its server no longer changes without a change of its time. */
const SETTLED_MS = 10_000;

/**
 * What the answer calls this version of the package. What a server makes of the file's time alone is left out while the
 * file is young: another version written in the same second would bear the same name.
 */
export function validatorsOf(headers: ResponseHeaders): Validators {
  const etag = header(headers, 'etag');
  const lastModified = header(headers, 'last-modified');
  const age = Date.parse(header(headers, 'date')) - Date.parse(lastModified);
  if (OF_TIME.test(etag) && !(age >= SETTLED_MS)) return {};
  return { etag: etag || undefined, lastModified: lastModified || undefined };
}

/** Bytes that the answer declares; `undefined` where it does not. */
export function declaredBytes(headers: ResponseHeaders): number | undefined {
  const declared = header(headers, 'content-length');
  return /^\d+$/.test(declared) ? Number(declared) : undefined;
}

function decodedPath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}

const HTTP_DATE = /^[A-Z][a-z]{2}, .+ GMT$/;

/** Retry-After in seconds, given as such or as a date by the server's own clock. */
function retryAfter(headers: ResponseHeaders): { readonly retryAfterSeconds?: number } {
  const value = header(headers, 'retry-after').trim();
  if (/^\d{1,9}$/.test(value)) return { retryAfterSeconds: Number(value) };
  const waitMs = HTTP_DATE.test(value) ? Date.parse(value) - Date.parse(header(headers, 'date')) : NaN;
  return Number.isNaN(waitMs) ? {} : { retryAfterSeconds: Math.max(0, Math.ceil(waitMs / 1000)) };
}

/** What time it was at the source when it answered; `undefined` where it does not say, or nothing sensible. */
export function sourceTimeOf(headers: ResponseHeaders): Date | undefined {
  const told = header(headers, 'date');
  const time = HTTP_DATE.test(told) ? Date.parse(told) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}
