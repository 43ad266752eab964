import { isIPv6 } from 'node:net';

/** Addresses and networks by family, each without repeats and in the order given. */
export interface AddressSets {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
}

/** Sorts addresses and networks in CIDR form by family. */
export function addressSets(networks: readonly string[]): AddressSets {
  const unique = [...new Set(networks)];
  const six = (network: string): boolean => isIPv6(network.replace(/\/\d+$/, ''));
  return { ipv4: unique.filter((network) => !six(network)), ipv6: unique.filter(six) };
}
