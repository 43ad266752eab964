import { isIPv6 } from 'node:net';

/** Names that only a local network resolves, with everything below them. */
const LOCAL_NAMES = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'home.arpa',
];

/** Whether a name is known to local networks only. */
export function isLocalName(name: string): boolean {
  return !name.includes('.') || LOCAL_NAMES.some((local) => name === local || name.endsWith(`.${local}`));
}

/** A host as the fetch of a URL would read it (`0x7f.1` is `127.0.0.1`); `undefined` for what is no host. */
export function normalizeHost(host: string): string | undefined {
  // The parser would drop a line break and end the host at the others.
  if (/[\s/\\?#@]/.test(host)) return undefined;
  const bracketed = isIPv6(host) ? `[${host}]` : host;
  if (!URL.canParse(`https://${bracketed}/`)) return undefined;
  const { hostname, port } = new URL(`https://${bracketed}/`);
  if (hostname === '' || port !== '') return undefined;
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
