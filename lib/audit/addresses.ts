import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { failureOf } from '../failure.js';
import { read, unreadable, type Reading } from './reading.js';

const TIMEOUT_MS = 5_000;
const NONE = ['ENODATA', 'ENOTFOUND'];

/** The addresses that DNS gives for a name, IPv4 first; an address is its own. */
export async function addressesOf(name: string): Promise<Reading<readonly string[]>> {
  if (isIP(name) !== 0) return read([name]);
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
  try {
    const found = [...(await listed(resolver.resolve4(name))), ...(await listed(resolver.resolve6(name)))];
    return found.length === 0 ? unreadable('nothingThere', `DNS ${name}`) : read(found);
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
