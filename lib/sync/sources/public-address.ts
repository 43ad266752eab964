import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { DifusorError } from '../../errors.js';
import { isReservedAddress } from '../../reserved-addresses.js';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Which addresses a source may have. */
export interface AddressPolicy {
  /**
   * Lets a source on this host through: for tests and the demonstration, never set from the environment.
   * @default loopback is refused like every address that is not public
   */
  readonly allowLoopback?: boolean | undefined;
  /**
   * Asks for the addresses of a name.
   * @default the system's resolver
   */
  readonly resolve?: typeof systemLookup | undefined;
}

/** Whether a literal address may be connected to. */
export function isAllowedAddress(address: string, policy: AddressPolicy): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (policy.allowLoopback === true && loopback.check(address, family)) return true;
  return isIP(address) !== 0 && !isReservedAddress(address);
}

/**
 * @param host name or literal address, as a URL gives it; a name is looked at when it is resolved
 * @throws SOURCE_ADDRESS_FORBIDDEN when it is a literal address that is not public
 */
export function assertAllowedHost(host: string, policy: AddressPolicy): void {
  const literal = host.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isAllowedAddress(literal, policy)) throw forbidden(host, literal);
}

/** Resolves names for a connection and fails where any of the answers is not public, so that no later one can be. */
export function guardedLookup(policy: AddressPolicy): LookupFunction {
  const { resolve = systemLookup } = policy;
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const refused = addresses?.find(({ address }) => !isAllowedAddress(address, policy));
      const first = addresses?.[0];
      if (error !== null) done(error, []);
      else if (refused !== undefined) done(forbidden(host, refused.address), []);
      else if (options.all === true || first === undefined) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function forbidden(host: string, address: string): DifusorError {
  return new DifusorError('SOURCE_ADDRESS_FORBIDDEN', { host, address });
}
