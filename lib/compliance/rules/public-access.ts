import { unless, unread } from '../conclude.js';
import {
  isUnresolved,
  type DistributionFact,
  type Facts,
  type FirewallFact,
  type WebServerFact,
} from '../facts.js';
import { breached, met, type Evidence, type Finding, type Rule } from '../rule.js';
import { eachSite } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Requests in five minutes that one shared address of a mobile operator may carry on the night. */
const SHARED_ADDRESS = 20_000;

/** Requests a second that a server must take of one address; what comes at once beyond it is asked to wait. */
const LOWEST_RATE = 20;

/** Anyone, anywhere, may read without a signature or a payment. */
export const publicAccess: Rule<NoParams> = {
  id: 'public-access',
  how: 'rule.public-access.how',
  reads: ['distributions', 'firewalls', 'webServers', 'webServers.access'],
  params: noParams,
  evaluate: (facts, context) =>
    eachSite(facts, context, {
      distribution: (distribution) =>
        unless(
          [
            ...switchedOff(distribution),
            ...signedPaths(distribution),
            ...countryLimits(distribution),
            ...turnedAway(distribution, facts),
          ],
          met({ text: 'rule.public-access.met', resource: distribution.resource }),
        ),
      webServer: (webServer) =>
        unless(
          refusals(webServer),
          met(
            { text: 'rule.public-access.met-server', resource: webServer.resource },
            ...familyTold(webServer),
          ),
        ),
    }),
};

/** Published ports of a container answer over IPv4 alone unless its network was given the other; no fact tells. */
function familyTold({ container, resource }: WebServerFact): readonly Evidence[] {
  return container === undefined ? [] : [{ text: 'rule.public-access.no-aaaa', resource }];
}

function refusals({ turnsAway, requestsPerSecond, resource }: WebServerFact): Finding[] {
  const gates = turnsAway.map((params) => breached({ text: 'rule.public-access.refuses', params, resource }));
  if (isUnresolved(requestsPerSecond)) return [...gates, unread(requestsPerSecond, resource)];
  if (requestsPerSecond === undefined || requestsPerSecond >= LOWEST_RATE) return gates;
  const params = { rate: requestsPerSecond, floor: LOWEST_RATE };
  return [...gates, breached({ text: 'rule.public-access.low-server-rate', params, resource })];
}

function switchedOff({ enabled, resource }: DistributionFact): Finding[] {
  if (isUnresolved(enabled)) return [unread(enabled, resource)];
  return enabled === false ? [breached({ text: 'rule.public-access.disabled', resource })] : [];
}

function signedPaths({ behaviors, resource }: DistributionFact): Finding[] {
  return behaviors.flatMap(({ signedUrls, path }) => {
    if (isUnresolved(signedUrls)) return [unread(signedUrls, resource)];
    return signedUrls ? [breached({ text: 'rule.public-access.signed', params: { path }, resource })] : [];
  });
}

function countryLimits({ geoRestricted, resource }: DistributionFact): Finding[] {
  if (isUnresolved(geoRestricted)) return [unread(geoRestricted, resource)];
  return geoRestricted ? [breached({ text: 'rule.public-access.geo', resource })] : [];
}

/** A web ACL outside the templates may block everyone; one that is missing blocks nobody. */
function turnedAway({ firewall, resource }: DistributionFact, { firewalls }: Facts): Finding[] {
  if (isUnresolved(firewall)) return [unread(firewall, resource)];
  if (firewall?.startsWith('arn:') === true) return [unread({ unresolved: firewall }, resource)];
  const acl = firewalls.find((candidate) => candidate.resource === firewall);
  if (acl === undefined) return [];
  return [...defaultBlock(acl), ...ruleBlocks(acl), ...lowRates(acl)];
}

function defaultBlock({ defaultAction, resource }: FirewallFact): Finding[] {
  if (isUnresolved(defaultAction)) return [unread(defaultAction, resource)];
  return defaultAction === 'block' ? [breached({ text: 'rule.public-access.block', resource })] : [];
}

function ruleBlocks({ turnAwayRules = [], resource }: FirewallFact): Finding[] {
  return turnAwayRules.flatMap(({ name, whom }) => {
    if (isUnresolved(whom)) return [unread({ unresolved: `${name}: ${whom.unresolved}` }, resource)];
    if (whom === 'some') return [];
    return [breached({ text: 'rule.public-access.turns-away', params: { name, whom }, resource })];
  });
}

function lowRates({ rateRules, resource }: FirewallFact): Finding[] {
  return rateRules.flatMap(({ limit, action }) => {
    if (action !== 'block' && action !== 'challenge') return [];
    if (isUnresolved(limit)) return [unread(limit, resource)];
    if (limit >= SHARED_ADDRESS) return [];
    const params = { limit, floor: SHARED_ADDRESS };
    return [breached({ text: 'rule.public-access.low-rate', params, resource })];
  });
}
