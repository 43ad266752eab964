import { isIP, type LookupFunction } from 'node:net';
import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';
import { assertAllowedHost, guardedLookup, type AddressPolicy } from './public-address.js';
import { sourceUnreachable } from './source-unreachable.js';

/**
 * The address of a host, for a program that would resolve its name again and might then get another one.
 * @throws SOURCE_ADDRESS_FORBIDDEN where it is not public, SOURCE_UNREACHABLE where the name leads nowhere
 */
export async function vettedAddress(host: string, policy: AddressPolicy): Promise<string> {
  assertAllowedHost(host, policy);
  const literal = host.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0) return literal;
  try {
    return await firstAddress(guardedLookup(policy), host);
  } catch (error) {
    if (error instanceof DifusorError) throw error;
    const { reason } = failureOf(error);
    throw sourceUnreachable({ host, reason }, error);
  }
}

function firstAddress(lookup: LookupFunction, host: string): Promise<string> {
  return new Promise((settle, fail) => {
    lookup(host, {}, (error, address) => {
      if (error === null && typeof address === 'string') settle(address);
      else fail(error ?? new Error('no address'));
    });
  });
}
