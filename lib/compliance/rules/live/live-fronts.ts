import { isIPv6 } from 'node:net';
import type { LiveFacts, LiveFrontFact } from '../../live-facts.js';
import { breached, met, undetermined, type Evidence, type Finding } from '../../rule.js';
import { ifMeasured, type LiveSite } from './measured.js';

/**
 * What DNS leads readers to, beside the hosts: an address that does not answer keeps out whoever is sent there, and a
 * browser that prefers IPv6 is sent there first.
 */
export function judgeFronts(
  { fronts, hosts }: LiveFacts,
  domain: string,
  judgeSite: (site: LiveSite) => Finding,
): Finding[] {
  if (fronts === undefined) return [];
  const finding = ifMeasured(fronts, 'fronts', domain, (list, at) =>
    list.length === 0
      ? met({ text: 'rule.live-site.no-ipv6', params: { domain, at }, resource: domain })
      : met(),
  );
  if (!('value' in fronts)) return [finding];
  // CloudFront answers over both families by itself; a server of the toolkit's does not, so that its AAAA is suspect.
  const lenient = hosts.length === 0 && fronts.value.some(({ web }) => web !== undefined);
  return [finding, ...fronts.value.map((front) => judgeFront(front, { domain, lenient, judgeSite }))];
}

function judgeFront(
  { address, https, web }: LiveFrontFact,
  {
    domain,
    lenient,
    judgeSite,
  }: {
    readonly domain: string;
    readonly lenient: boolean;
    readonly judgeSite: (site: LiveSite) => Finding;
  },
): Finding {
  if (web !== undefined) return judgeSite({ name: address, web });
  const { at } = https;
  const told = (text: Evidence['text'], params: Evidence['params']): Evidence => {
    return { text, params: { domain, address, at, ...params }, resource: address };
  };
  if (!('value' in https)) {
    const untried = told('rule.live-site.untried', { detail: https.detail });
    return lenient ? met(untried) : undetermined(untried);
  }
  const text = isIPv6(address) ? 'rule.live-site.ipv6-dead' : 'rule.live-site.dead';
  return breached(told(text, { state: https.value }));
}
