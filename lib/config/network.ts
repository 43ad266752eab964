import { isIPv4, isIPv6 } from 'node:net';
import { describe } from './describe.js';
import type { ValueFault } from './fault.js';

/** Shortest prefix that still names somebody: shorter ones are large parts of the Internet. */
const SHORTEST_PREFIX = { 4: 8, 6: 32 } as const;

const BITS = { 4: 32, 6: 128 } as const;

/** An address, or all of a network's, as numbers. */
export interface Network {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly prefix: number;
}

/**
 * What forbids a text as address or network that a firewall lets in: it is a name, which rsyncd and the firewall would
 * look up once and in clear text; it is everybody; or its host bits are set, so that nobody knows what is meant.
 */
export function networkFault(text: string): ValueFault | undefined {
  const got = describe(text);
  const network = parseNetwork(text);
  if (network === undefined) return { id: 'problem.network', params: { got } };
  const shortest = SHORTEST_PREFIX[network.version];
  if (network.prefix < shortest) return { id: 'problem.network-everybody', params: { got, shortest } };
  const [address = ''] = text.split('/');
  if (numberOf(address, network.version) === network.first) return undefined;
  return { id: 'problem.network-host-bits', params: { got, prefix: network.prefix } };
}

/** Reads `192.0.2.7`, `192.0.2.0/24`, `2001:db8::/48`; `undefined` for anything else, IPv4 in an IPv6 coat too. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', length, ...more] = text.split('/');
  const version = versionOf(address);
  if (version === undefined || more.length > 0) return undefined;
  const bits = BITS[version];
  const prefix = length === undefined ? bits : prefixOf(length, bits);
  if (prefix === undefined) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const number = numberOf(address, version);
  const first = number - (number % size);
  return { version, first, last: first + size - 1n, prefix };
}

/** Whether two networks share an address. */
export function overlap(one: Network, other: Network): boolean {
  return one.version === other.version && one.first <= other.last && other.first <= one.last;
}

function versionOf(address: string): 4 | 6 | undefined {
  if (isIPv4(address)) return 4;
  if (!isIPv6(address) || address.includes('%')) return undefined;
  return isMapped(numberOf(address, 6)) ? undefined : 6;
}

/** ::ffff:0:0/96 is IPv4 over again, which a filter for IPv6 never sees. */
function isMapped(number: bigint): boolean {
  return number >> 32n === 0xffffn;
}

function prefixOf(length: string, bits: number): number | undefined {
  return /^(?:0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bits ? Number(length) : undefined;
}

function numberOf(address: string, version: 4 | 6): bigint {
  const groups = version === 4 ? address.split('.').map(Number) : ipv6Groups(address);
  const width = version === 4 ? 8n : 16n;
  return groups.reduce((number, group) => (number << width) | BigInt(group), 0n);
}

/** The eight numbers of a valid IPv6 address; the URL parser has turned a dotted ending into two of them. */
function ipv6Groups(address: string): number[] {
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const groups = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
  if (tail === undefined) return groups(head);
  const [left, right] = [groups(head), groups(tail)];
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
