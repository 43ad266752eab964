import type { Fact } from '../../../facts.js';
import type { Directive } from './parse.js';
import { inForce, type Scope } from './scope.js';

const PER_ADDRESS = /\$(?:binary_)?remote_addr\b/;
const RATE = /^rate=(\d+)r\/([sm])$/;

/** Requests a second of one address beyond which a location refuses; the smallest of those in force. */
export function requestsPerSecond(scope: Scope, http: readonly Directive[]): Fact<number> | undefined {
  const zones = inForce(scope, 'limit_req').map(({ args }) => /^zone=(.+)$/.exec(args[0] ?? '')?.[1]);
  const rates = zones.flatMap((zone) => {
    const made = http.find(
      ({ name, args }) => name === 'limit_req_zone' && args[1]?.split(':')[0] === `zone=${String(zone)}`,
    );
    if (made === undefined || !isPerAddress(made.args[0] ?? '', http)) return [];
    const [, count = '', unit] = made.args.map((arg) => RATE.exec(arg)).find((match) => match !== null) ?? [];
    return unit === undefined ? [] : [Number(count) / (unit === 'm' ? 60 : 1)];
  });
  return rates.length === 0 ? undefined : Math.min(...rates);
}

/** The address itself, or what a map makes of it, e.g. the network of an IPv6 address; an empty key limits nobody. */
function isPerAddress(key: string, http: readonly Directive[]): boolean {
  if (PER_ADDRESS.test(key)) return true;
  const map = http.find(({ name, args }) => name === 'map' && args[1] === key);
  const given = map?.block?.find(({ name }) => name === 'default')?.args[0];
  return PER_ADDRESS.test(map?.args[0] ?? '') && PER_ADDRESS.test(given ?? '');
}
