import { isUnresolved, type Fact } from '../../../facts.js';
import type { Directive } from './parse.js';
import { inForce, type Scope } from './scope.js';
import { givenTimes, mapOf } from './variables.js';

const PER_ADDRESS = /^\$(?:binary_)?remote_addr$/;
const RATE = /^rate=(\d+)r\/([sm])$/;
/** The network of an IPv6 address, since a house has a whole one. */
const NETWORK = /^~\(\?s\)\^\(\?<(\w+)>\.\{([4-8])\}\)\.\{(?:8|9|10|11|12)\}\$$/;

/** Requests a second of one address beyond which a location refuses; the smallest of those in force. */
export function requestsPerSecond(scope: Scope, http: readonly Directive[]): Fact<number> | undefined {
  const zones = inForce(scope, 'limit_req').map(({ args }) =>
    args.map((arg) => /^zone=(.+)$/.exec(arg)?.[1]).find((zone) => zone !== undefined),
  );
  const rates = zones.flatMap((zone) => rateOf(zone, http));
  const hole = rates.find(isUnresolved);
  const numbers = rates.filter((rate) => typeof rate === 'number');
  return hole ?? (numbers.length === 0 ? undefined : Math.min(...numbers));
}

function rateOf(zone: string | undefined, http: readonly Directive[]): Fact<number>[] {
  const made = http.find(
    ({ name, args }) => name === 'limit_req_zone' && args[1]?.split(':')[0] === `zone=${String(zone)}`,
  );
  if (made === undefined) return [];
  const [key = ''] = made.args;
  const known = isPerAddress(key, http);
  if (known === undefined) return [{ unresolved: `limit_req_zone ${key}` }];
  const [, count = '', unit] = made.args.map((arg) => RATE.exec(arg)).find((match) => match !== null) ?? [];
  return known && unit !== undefined ? [Number(count) / (unit === 'm' ? 60 : 1)] : [];
}

/**
 * Whether a key is the address itself, or what a map makes of it, e.g. the network of an IPv6 address; an empty key limits
 * nobody. `undefined` where a line of the map may leave readers out.
 */
export function isPerAddress(key: string, http: readonly Directive[]): boolean | undefined {
  if (PER_ADDRESS.test(key)) return true;
  const map = mapOf(key, http);
  if (map === undefined) return givenTimes(key, http) > 0 ? undefined : false;
  const {
    args: [source = ''],
    block: lines = [],
  } = { ...map, block: map.block ?? [] };
  const given = lines.filter(({ name }) => name === 'default').map(({ args }) => args.join(' '));
  if (![source, given.join(' ')].every((text) => PER_ADDRESS.test(text))) return false;
  return lines.every(isKnownLine) ? true : undefined;
}

/** A line that counts one address, or a network, as one reader. */
function isKnownLine({ name: key, args: [value = ''] }: Directive): boolean {
  const [, network] = NETWORK.exec(key) ?? [];
  if (network !== undefined) return value === `$${network}`;
  return key === 'default' || (/^[\da-f.:]+$/i.test(key) && value !== '');
}
