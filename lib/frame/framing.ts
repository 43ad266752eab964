import { sourcesOf } from '../content-policy.js';

/** Whether a browser would show a page in a frame, by the headers of its answer. */
export type Framing =
  | { readonly kind: 'allowed' }
  /** The header that forbids it, with its value. */
  | { readonly kind: 'refused'; readonly header: string; readonly value: string };

/**
 * Judges as browsers do: a policy's `frame-ancestors` decides, and X-Frame-Options only where no policy has one.
 * @param header gives each value of a response header; several of one name may be joined by commas
 * @param page origin of the page with the frame, e.g. `https://prep.example.mx`
 * @param framed address of the page in the frame
 */
export function framingOf(
  header: (name: string) => readonly string[],
  page: string,
  framed: string,
): Framing {
  const policies = header('content-security-policy')
    .flatMap((value) => value.split(','))
    .map((policy) => sourcesOf(policy, 'frame-ancestors'))
    .filter((sources) => sources !== undefined);
  const refusing = policies.find((sources) => !sources.some((source) => matches(source, page, framed)));
  if (refusing !== undefined) {
    return {
      kind: 'refused',
      header: 'Content-Security-Policy',
      value: `frame-ancestors ${refusing.join(' ')}`,
    };
  }
  if (policies.length > 0) return { kind: 'allowed' };
  return byFrameOptions(header('x-frame-options'), page, framed);
}

/** Several values that differ make browsers refuse; one that none knows is passed over. */
function byFrameOptions(values: readonly string[], page: string, framed: string): Framing {
  const known = new Set(
    values
      .flatMap((value) => value.split(','))
      .map((value) => value.trim().toUpperCase())
      .filter((value) => value === 'DENY' || value === 'SAMEORIGIN' || value === 'ALLOWALL'),
  );
  const sameOrigin = new URL(framed).origin === page;
  const refuses = known.size > 1 || known.has('DENY') || (known.has('SAMEORIGIN') && !sameOrigin);
  return refuses
    ? { kind: 'refused', header: 'X-Frame-Options', value: [...known].join(', ') }
    : { kind: 'allowed' };
}

/** Whether one source of `frame-ancestors` lets the page in (CSP 3, host and scheme sources). */
function matches(source: string, page: string, framed: string): boolean {
  const lower = source.toLowerCase();
  if (lower === "'none'") return false;
  if (lower === '*') return /^(?:https?|wss?):/.test(page);
  if (lower === "'self'") return new URL(framed).origin === page;
  const scheme = /^([a-z][a-z0-9+.-]*):$/.exec(lower)?.[1];
  if (scheme !== undefined) return schemeFits(scheme, page);
  return hostMatches(lower, page, framed);
}

const HOST_SOURCE = /^(?:([a-z][a-z0-9+.-]*):\/\/)?((?:\*\.)?[a-z0-9.-]+|\*)(?::(\d+|\*))?(?:\/.*)?$/;

function hostMatches(source: string, page: string, framed: string): boolean {
  const found = HOST_SOURCE.exec(source);
  if (found === null) return false;
  const [, scheme = new URL(framed).protocol.slice(0, -1), host = '', port] = found;
  return schemeFits(scheme, page) && nameFits(host, page) && portFits(port, page);
}

function nameFits(host: string, page: string): boolean {
  const { hostname } = new URL(page);
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === '*' || host === hostname;
}

/** A source without a port means the usual one of the page's scheme. */
function portFits(port: string | undefined, page: string): boolean {
  const { protocol, port: given } = new URL(page);
  const usual = protocol === 'https:' ? '443' : '80';
  return port === '*' || (given === '' ? usual : given) === (port ?? usual);
}

/** A source of http also lets https in. */
function schemeFits(scheme: string, page: string): boolean {
  const own = new URL(page).protocol.slice(0, -1);
  return own === scheme || (scheme === 'http' && own === 'https');
}
