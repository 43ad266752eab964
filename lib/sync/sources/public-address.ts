import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { DifusorError } from '../../errors.js';

/** Not the public internet: private, loopback, link-local (with cloud metadata), shared, test, multicast, reserved. */
const FORBIDDEN_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/** Parts of 2000::/3, the public range, that are not public or that hide an IPv4 address. */
const FORBIDDEN_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const forbiddenIpv4 = new BlockList();
for (const [network, prefix] of FORBIDDEN_IPV4) forbiddenIpv4.addSubnet(network, prefix, 'ipv4');
const publicIpv6 = new BlockList();
publicIpv6.addSubnet('2000::', 3, 'ipv6');
const forbiddenIpv6 = new BlockList();
for (const [network, prefix] of FORBIDDEN_IPV6) forbiddenIpv6.addSubnet(network, prefix, 'ipv6');
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
}

/** Whether a literal address may be connected to. */
export function isAllowedAddress(address: string, policy: AddressPolicy): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (policy.allowLoopback === true && loopback.check(address, family)) return true;
  if (family === 'ipv4') return isIP(address) === 4 && !forbiddenIpv4.check(address, 'ipv4');
  return publicIpv6.check(address, 'ipv6') && !forbiddenIpv6.check(address, 'ipv6');
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
export function guardedLookup(
  policy: AddressPolicy,
  resolve: typeof systemLookup = systemLookup,
): LookupFunction {
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
