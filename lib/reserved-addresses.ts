import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Networks in which no institute's server can stand: this host, private, shared, reserved, metadata, translation. */
const RESERVED_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  // The host's own agent in one large cloud, at a public address.
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Of IPv6 only 2000::/3 is global; inside it, these carry other addresses or are for documents. */
const RESERVED_IPV6 = [
  ['::', 3],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['4000::', 2],
  ['8000::', 1],
] as const;

// One list for both would look an IPv4 address up in its mapped form, which is reserved too.
const ipv4 = new BlockList();
const ipv6 = new BlockList();
for (const [network, prefix] of RESERVED_IPV4) ipv4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of RESERVED_IPV6) ipv6.addSubnet(network, prefix, 'ipv6');

/** Whether a literal address is not one of the public Internet; anything that is no address is not. */
export function isReservedAddress(address: string): boolean {
  if (isIPv6(address)) return ipv6.check(address, 'ipv6');
  return isIPv4(address) && ipv4.check(address, 'ipv4');
}
