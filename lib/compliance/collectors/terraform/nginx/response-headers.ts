import type { WebServerPart } from '../../../facts.js';
import { doubtOn, type Doubt } from './doubt.js';
import { isLiveLink } from './live-root.js';
import type { Directive } from './parse.js';
import { inForce, type Scope } from './scope.js';

/** Headers that change neither what is shown nor how long it is kept, beside those that a call may demand. */
const PLAIN = new RegExp(
  `^(?:${[
    'access-control-.*',
    'allow',
    'alt-svc',
    'cache-control',
    'cross-origin-.*',
    'expires',
    'nel',
    'permissions-policy',
    'pragma',
    'referrer-policy',
    'report-to',
    'retry-after',
    'server-timing',
    'strict-transport-security',
    'vary',
    'x-.*',
  ].join('|')})$`,
);

/** What a policy may say without keeping a part of a page from being shown. */
const POLICY =
  /^\s*(?:(?:frame-ancestors|base-uri|form-action|object-src)(?:\s[^;]*)?|upgrade-insecure-requests|block-all-mixed-content)\s*$/;

/** Headers in force by which a browser would show, keep or ask for something else than the file. */
export function responseHeaderDoubts(scope: Scope, root: string | undefined): Doubt[] {
  return inForce(scope, 'add_header').flatMap((directive) => {
    const parts = touchedBy(directive, root);
    return parts.length === 0 ? [] : [doubtOn(directive, parts)];
  });
}

function touchedBy({ args }: Directive, root: string | undefined): readonly WebServerPart[] {
  const [name = '', value = '', ...rest] = args;
  const header = name.toLowerCase();
  if (!/^(?:always)?$/.test(rest.join(' '))) return ['headers'];
  if (header === 'etag' || header === 'last-modified') return ['freshness', 'headers'];
  if (header === 'content-security-policy') return isOpenPolicy(value, root) ? [] : ['bodies'];
  return PLAIN.test(header) ? [] : ['files', 'bodies', 'headers'];
}

/** The policy of a page with a frame of its own is judged with that page. */
function isOpenPolicy(value: string, root: string | undefined): boolean {
  if (root !== undefined && !isLiveLink(root)) return true;
  return value.split(';').every((part) => part.trim() === '' || POLICY.test(part));
}
