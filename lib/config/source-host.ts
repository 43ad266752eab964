import { isIP, isIPv6 } from 'node:net';
import { isReservedAddress } from '../reserved-addresses.js';
import { isLocalName, normalizeHost } from './addresses.js';
import { describe, visible } from './describe.js';
import type { ValueFault } from './fault.js';
import { DNS_NAME } from './formats.js';

/**
 * What forbids a host as source of the packages: it is no plain name, or it leads into a network that is not the
 * public Internet, in whatever notation (a name that resolves there is the worker's to refuse).
 */
export function sourceHostFault(host: string): ValueFault | undefined {
  if (host.includes('@')) return { id: 'problem.source-host-credentials', params: {} };
  const scheme = /^\s*([a-z][a-z0-9+.-]*:)?\/\//i.exec(host);
  if (scheme !== null)
    return { id: 'problem.source-host-url', params: { scheme: visible(scheme[1] ?? '//') } };
  const got = describe(host);
  const address = normalizeHost(host);
  if (address === undefined) return { id: 'problem.source-host', params: { got } };
  return isIP(address) === 0 ? nameFault(host, address, got) : addressFault(host, address, got);
}

function addressFault(host: string, address: string, got: string): ValueFault | undefined {
  const params = { got, address };
  if (isReservedAddress(address)) return { id: 'problem.source-host-forbidden', params };
  // A fixed IPv4 address, as calls ask for, cannot reach an IPv6 one.
  if (isIPv6(address)) return { id: 'problem.source-host', params: { got } };
  return host === address ? undefined : { id: 'problem.source-host-notation', params };
}

function nameFault(host: string, name: string, got: string): ValueFault | undefined {
  if (isLocalName(name)) return { id: 'problem.source-host-local-name', params: { got } };
  return DNS_NAME.test(host) ? undefined : { id: 'problem.source-host', params: { got } };
}
