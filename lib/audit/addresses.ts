import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { failureOf } from '../failure.js';
import { read, unreadable, type Reading } from './reading.js';

/** Whom names are asked of. */
export type NameResolver = Pick<Resolver, 'resolve4' | 'resolve6'>;

export type IpFamily = 4 | 6;

const TIMEOUT_MS = 5_000;
const NONE = ['ENODATA', 'ENOTFOUND'];

/** The name servers of this machine. */
export function systemResolver(): NameResolver {
  return new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
}

/** The addresses that DNS gives for a name, IPv4 first; an address is its own. */
export async function addressesOf(name: string, resolver: NameResolver): Promise<Reading<readonly string[]>> {
  const found = await addressesIn(name, [4, 6], resolver);
  return 'value' in found && found.value.length === 0 ? unreadable('nothingThere', `DNS ${name}`) : found;
}

/** The addresses of some families that DNS gives for a name, perhaps none; an address is its own. */
export async function addressesIn(
  name: string,
  families: readonly IpFamily[],
  resolver: NameResolver,
): Promise<Reading<readonly string[]>> {
  const own = isIP(name);
  if (own !== 0) return read(families.some((family) => family === own) ? [name] : []);
  try {
    const found: string[] = [];
    for (const family of families) {
      found.push(...(await listed(family === 4 ? resolver.resolve4(name) : resolver.resolve6(name))));
    }
    return read(found);
  } catch (error) {
    return unreadable('unreachable', `DNS ${failureOf(error).reason}`);
  }
}

async function listed(query: Promise<string[]>): Promise<string[]> {
  try {
    return await query;
  } catch (error) {
    if (NONE.includes(failureOf(error).reason)) return [];
    throw error;
  }
}
