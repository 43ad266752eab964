// The CloudFront Function on every viewer request. The build bundles it into one file for the cloudfront-js-2.0
// runtime; the construct appends `EDGE_PAGES`, the pages in the difusor's words.
import cf from 'cloudfront';
import { CLOSED, parsePointer, POINTER_KEY, type Pointer } from './pointer.js';
import { route, type PageName } from './routing.js';

interface ViewerRequest {
  uri: string;
  querystring: Record<string, { value: string }>;
}

interface EdgeResponse {
  statusCode: number;
  statusDescription: string;
  headers: Record<string, { value: string }>;
  body?: string;
}

declare const EDGE_PAGES: Record<PageName, string>;

/** Seconds after which a reader may try again where the pointer could not be read. */
const RETRY_AFTER_SECONDS = '30';

const store = cf.kvs();

/** The stored pointer; closed where none was ever stored, `undefined` where the store can't tell. */
async function livePointer(): Promise<Pointer | undefined> {
  try {
    return parsePointer(await store.get(POINTER_KEY));
  } catch {
    return (await isAbsent()) ? CLOSED : undefined;
  }
}

async function isAbsent(): Promise<boolean> {
  try {
    return !(await store.exists(POINTER_KEY));
  } catch {
    return false;
  }
}

function rawQuery(request: ViewerRequest): string {
  return Object.keys(request.querystring)
    .map(function (name) {
      const parameter = request.querystring[name];
      return name + '=' + (parameter === undefined ? '' : parameter.value);
    })
    .join('&');
}

function respond(
  status: number,
  description: string,
  headers: Record<string, { value: string }>,
): EdgeResponse {
  headers['cache-control'] = { value: 'no-store' };
  return { statusCode: status, statusDescription: description, headers: headers };
}

function page(name: PageName, status: 200 | 503): EdgeResponse {
  const response = respond(status, status === 200 ? 'OK' : 'Service Unavailable', {
    'content-type': { value: 'text/html; charset=utf-8' },
  });
  if (status === 503) response.headers['retry-after'] = { value: RETRY_AFTER_SECONDS };
  response.body = EDGE_PAGES[name];
  return response;
}

export async function handler(event: { request: ViewerRequest }): Promise<ViewerRequest | EdgeResponse> {
  const request = event.request;
  const next = route(await livePointer(), request.uri, rawQuery(request));
  if (next.kind === 'page') return page(next.page, next.status);
  if (next.kind === 'not-found') return respond(404, 'Not Found', {});
  if (next.kind === 'redirect') return respond(302, 'Found', { location: { value: next.location } });
  request.uri = next.uri;
  return request;
}
