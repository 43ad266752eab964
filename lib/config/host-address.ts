import { isIPv6 } from 'node:net';
import { describe } from './describe.js';
import type { ValueFault } from './fault.js';
import { DNS_NAME } from './formats.js';
import { parseNetwork } from './network.js';

/** What forbids a text as address of one of the difusor's servers: readers, who come by that address too, get IPv4 alone. */
export function hostAddressFault(address: string): ValueFault | undefined {
  if (isIPv6(address)) return { id: 'problem.host-address-ipv6', params: { got: describe(address) } };
  return peerFault(address);
}

/** What forbids a text as address of a machine that servers speak to; it may well stand in a private network. */
export function peerFault(address: string): ValueFault | undefined {
  const network = address.includes('/') ? undefined : parseNetwork(address);
  const reachable = network === undefined ? DNS_NAME.test(address) : network.first !== 0n;
  return reachable ? undefined : { id: 'problem.host-address', params: { got: describe(address) } };
}

/** What forbids a text as a time server. */
export function timeServerFault(address: string): ValueFault | undefined {
  if (peerFault(address) === undefined) return undefined;
  return { id: 'problem.time-server', params: { got: describe(address) } };
}
