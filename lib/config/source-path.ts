import { describe, visible } from './describe.js';
import type { ValueFault } from './fault.js';
import { isSecretKey } from './literal-secrets.js';

/** A path and its query, in the characters of RFC 3986; a literal `%` only in front of two digits. */
const PATH = /^\/(?!\/)(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2}){0,1023}$/;

/** Encoded separators, dots, percent and control characters, with which a path can climb unseen. */
const HIDDEN = /%(?:2[eEfF5]|5[cC]|[01][0-9A-Fa-f]|7[fF])/;

/** Names of query parameters that carry a signature or a key. */
const SIGNED = /^(?:x-amz-.*|sig|signature|key|auth|jwt)$/i;

/** What forbids a path of the source: it climbs, hides something, or carries a credential. */
export function sourcePathFault(path: string): ValueFault | undefined {
  const [route = '', ...query] = path.split('?');
  const climbs = /(?:^|\/)\.{1,2}(?:\/|$)|\/\//.test(route);
  if (!PATH.test(path) || HIDDEN.test(route) || climbs) {
    return { id: 'problem.source-path', params: { got: describe(path) } };
  }
  const names = query
    .join('&')
    .split('&')
    .map((pair) => pair.split('=')[0] ?? '');
  const secret = names.find((name) => SIGNED.test(name) || isSecretKey(name));
  return secret === undefined
    ? undefined
    : { id: 'problem.source-path-credentials', params: { name: visible(secret) } };
}
