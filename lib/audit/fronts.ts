import { isIPv6 } from 'node:net';
import type { Clock } from '../clock.js';
import type { LiveFrontFact } from '../compliance/index.js';
import { addressesIn, type NameResolver } from './addresses.js';
import { tryPort } from './ports.js';
import { read, stamp, unreadable, type Reading } from './reading.js';
import type { AuditTarget } from './target.js';
import { lookAtWeb } from './web.js';

/** Addresses of each family that are looked at; those of a content network are alike, and change by the minute. */
const MOST = 4;

/**
 * What the site's name leads to, looked at as readers reach it: on AWS some addresses of each family; else those of IPv6,
 * which no host of the toolkit's answers, so that an AAAA record leads readers astray.
 */
export async function lookAtFronts(
  target: AuditTarget,
  resolver: NameResolver,
  now: Clock,
): Promise<Reading<readonly LiveFrontFact[]>> {
  const { domain, hosts } = target;
  const found = await addressesIn(domain, hosts.length === 0 ? [4, 6] : [6], resolver);
  if (!('value' in found)) return found;
  if (hosts.length === 0 && found.value.length === 0) return unreadable('nothingThere', `DNS ${domain}`);
  const fronts: LiveFrontFact[] = [];
  for (const address of someOf(found.value)) fronts.push(await lookAtFront(address, target, now));
  return read(fronts);
}

function someOf(addresses: readonly string[]): readonly string[] {
  const six = addresses.filter((address) => isIPv6(address));
  const four = addresses.filter((address) => !isIPv6(address));
  return [...four.slice(0, MOST), ...six.slice(0, MOST)];
}

async function lookAtFront(address: string, target: AuditTarget, now: Clock): Promise<LiveFrontFact> {
  const https = stamp(now, await tryPort(address, target.httpsPort));
  const open = 'value' in https && https.value === 'open';
  return { address, https, ...(open ? { web: await lookAtWeb(address, target, now) } : {}) };
}
