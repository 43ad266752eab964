import { describe } from './describe.js';
import type { ValueFault } from './fault.js';
import { DNS_NAME } from './formats.js';
import { parseNetwork } from './network.js';

/** What forbids a text as address of a host of the difusor's own, which may well stand in a private network. */
export function hostAddressFault(address: string): ValueFault | undefined {
  const network = address.includes('/') ? undefined : parseNetwork(address);
  const reachable = network === undefined ? DNS_NAME.test(address) : network.first !== 0n;
  return reachable ? undefined : { id: 'problem.host-address', params: { got: describe(address) } };
}

/** What forbids a text as a time server. */
export function timeServerFault(address: string): ValueFault | undefined {
  if (hostAddressFault(address) === undefined) return undefined;
  return { id: 'problem.time-server', params: { got: describe(address) } };
}
