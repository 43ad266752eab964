import { unless, unread } from '../conclude.js';
import { isUnresolved, type DistributionFact, type Facts } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Anyone, anywhere, may read without a signature or a payment. */
export const publicAccess: Rule<NoParams> = {
  id: 'public-access',
  how: 'rule.public-access.how',
  reads: ['distributions', 'firewalls'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, (distribution) =>
      unless(
        [...signedPaths(distribution), ...countryLimits(distribution), ...defaultBlock(distribution, facts)],
        met({ text: 'rule.public-access.met', resource: distribution.resource }),
      ),
    ),
};

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
function defaultBlock({ firewall, resource }: DistributionFact, { firewalls }: Facts): Finding[] {
  if (isUnresolved(firewall)) return [unread(firewall, resource)];
  if (firewall?.startsWith('arn:') === true) return [unread({ unresolved: firewall }, resource)];
  const acl = firewalls.find((candidate) => candidate.resource === firewall);
  if (acl === undefined) return [];
  if (isUnresolved(acl.defaultAction)) return [unread(acl.defaultAction, acl.resource)];
  return acl.defaultAction === 'block'
    ? [breached({ text: 'rule.public-access.block', resource: acl.resource })]
    : [];
}
