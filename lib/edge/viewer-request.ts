// The CloudFront Function on every viewer request. The build bundles it into one file for the cloudfront-js-2.0
// runtime; the construct appends `EDGE_PAGES`, the pages in the difusor's words.
import cf from 'cloudfront';
import { parsePointer, POINTER_KEY, type Pointer } from './pointer.js';
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

/** Seconds after which a reader may try again where there is no cut to show. */
const RETRY_AFTER_SECONDS = '30';

const store = cf.kvs();

async function livePointer(): Promise<Pointer | undefined> {
  try {
    return parsePointer(await store.get(POINTER_KEY));
  } catch {
    return undefined;
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

function respond(status: number, description: string, headers: Record<string, { value: string }>): EdgeResponse {
  headers['cache-control'] = { value: 'no-store' };
  return { statusCode: status, statusDescription: description, headers: headers };
}

function page(name: PageName): EdgeResponse {
  const response = respond(503, 'Service Unavailable', {
    'content-type': { value: 'text/html; charset=utf-8' },
    'retry-after': { value: RETRY_AFTER_SECONDS },
  });
  response.body = EDGE_PAGES[name];
  return response;
}

export async function handler(event: { request: ViewerRequest }): Promise<ViewerRequest | EdgeResponse> {
  const request = event.request;
  const next = route(await livePointer(), request.uri, rawQuery(request));
  if (next.kind === 'page') return page(next.page);
  if (next.kind === 'not-found') return respond(404, 'Not Found', {});
  if (next.kind === 'redirect') return respond(302, 'Found', { location: { value: next.location } });
  request.uri = next.uri;
  return request;
}
