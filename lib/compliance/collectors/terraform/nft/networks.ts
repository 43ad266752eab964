import { isIP } from 'node:net';

/** Addresses that whoever is trusted may have: four of the largest IPv4 networks, and a large provider's of IPv6. */
const MOST = { 4: 2 ** 26, 6: 2 ** 100 } as const;
const BITS = { 4: 32, 6: 128 } as const;

/** Whether networks, ranges (`a-b`) and addresses leave most of the internet out; what is none of them never does. */
export function isNarrow(networks: readonly string[]): boolean {
  const sizes = networks.map(sizeOf);
  return ([4, 6] as const).every((family) => {
    const total = sizes.reduce((sum, size) => sum + (size.family === family ? size.addresses : 0), 0);
    return sizes.every(({ family: known }) => known !== 0) && total <= MOST[family];
  });
}

interface Size {
  /** 0: no address. */
  readonly family: 0 | 4 | 6;
  readonly addresses: number;
}

function sizeOf(network: string): Size {
  const [first = '', last] = network.split('-');
  if (last !== undefined) return rangeOf(first, last);
  const [address = '', prefix] = network.split('/');
  const family = familyOf(address);
  if (family === 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return NOTHING;
  const bits = prefix === undefined ? BITS[family] : Number(prefix);
  return bits > BITS[family] ? NOTHING : { family, addresses: 2 ** (BITS[family] - bits) };
}

const NOTHING: Size = { family: 0, addresses: 0 };

function rangeOf(first: string, last: string): Size {
  if (familyOf(first) !== 4 || familyOf(last) !== 4) return NOTHING;
  return { family: 4, addresses: Math.max(0, numberOf(last) - numberOf(first)) + 1 };
}

function familyOf(address: string): 0 | 4 | 6 {
  const family = isIP(address);
  return family === 4 || family === 6 ? family : 0;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
