import { unless, unread } from '../conclude.js';
import {
  isUnresolved,
  type DistributionFact,
  type Facts,
  type FirewallFact,
  type WebServerFact,
} from '../facts.js';
import { breached, met, undetermined, type Finding, type Rule } from '../rule.js';
import { eachSite } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

const GROUPS = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
];

/** Requests of one address in five minutes, beyond which a limit limits nobody. */
const HIGHEST_RATE = 2_000_000;

/** AWS WAF stands before the site with AWS's own groups in force, a rate rule and a log. */
export const webFirewall: Rule<NoParams> = {
  id: 'web-firewall',
  how: 'rule.web-firewall.how',
  reads: ['firewalls', 'distributions', 'webServers', 'webServers.firewall'],
  params: noParams,
  evaluate: (facts, context) =>
    eachSite(facts, context, {
      distribution: (distribution) => judgeDistribution(distribution, facts),
      webServer: judgeServer,
    }),
};

function judgeDistribution({ firewall, resource }: DistributionFact, facts: Facts): Finding {
  if (firewall === undefined) return breached({ text: 'rule.web-firewall.none', resource });
  if (isUnresolved(firewall)) return unread(firewall, resource);
  const acl = find(firewall, facts);
  if (acl !== undefined) return judge(acl);
  return firewall.startsWith('arn:')
    ? undetermined({ text: 'rule.web-firewall.outside', params: { firewall }, resource })
    : breached({ text: 'rule.web-firewall.missing', params: { firewall }, resource });
}

function judgeServer({ applicationFirewall, resource }: WebServerFact): Finding {
  if (applicationFirewall === undefined) return breached({ text: 'rule.web-firewall.no-module', resource });
  const { name, enforced } = applicationFirewall;
  if (isUnresolved(enforced)) return unread(enforced, resource);
  return enforced
    ? met({ text: 'rule.web-firewall.met-server', params: { name }, resource })
    : breached({ text: 'rule.web-firewall.detects-only', params: { name }, resource });
}

function find(firewall: string, { firewalls }: Facts): FirewallFact | undefined {
  return firewalls.find(({ resource }) => resource === firewall);
}

function judge(acl: FirewallFact): Finding {
  const { resource, scope, logging } = acl;
  return unless(
    [
      ...judgeScope(scope, resource),
      ...GROUPS.flatMap((group) => judgeGroup(group, acl)),
      ...judgeAllows(acl),
      ...judgeRate(acl),
      ...(logging.length > 0 ? [] : [breached({ text: 'rule.web-firewall.no-log', resource })]),
    ],
    met({ text: 'rule.web-firewall.met', params: { count: GROUPS.length }, resource }),
  );
}

function judgeScope(scope: FirewallFact['scope'], resource: string): Finding[] {
  if (isUnresolved(scope)) return [unread(scope, resource)];
  return scope === 'CLOUDFRONT'
    ? []
    : [breached({ text: 'rule.web-firewall.scope', params: { scope }, resource })];
}

/** An allow rule that comes first lets its requests past everything after it. */
function judgeAllows({ allowRules = [], managedGroups, resource }: FirewallFact): Finding[] {
  const needed = managedGroups.filter(({ name }) => isUnresolved(name) || GROUPS.includes(name));
  return allowRules.flatMap(({ name, priority }) => {
    const places = needed.map((group) => group.priority ?? 0);
    const hole = [priority, ...places].find(isUnresolved);
    if (hole !== undefined) return [unread(hole, resource)];
    if (places.every((place) => Number(priority) > Number(place))) return [];
    return [breached({ text: 'rule.web-firewall.lets-past', params: { name }, resource })];
  });
}

function judgeRate({ rateRules, resource }: FirewallFact): Finding[] {
  const limits = rateRules.filter(({ action }) => action !== 'allow').map(({ limit }) => limit);
  if (limits.some((limit) => !isUnresolved(limit) && limit <= HIGHEST_RATE)) return [];
  const hole = limits.find(isUnresolved);
  return [hole ? unread(hole, resource) : breached({ text: 'rule.web-firewall.no-rate', resource })];
}

function judgeGroup(group: string, { managedGroups, resource }: FirewallFact): Finding[] {
  const found = managedGroups.find(({ name }) => name === group);
  if (found === undefined) {
    const hole = managedGroups.map(({ name }) => name).find(isUnresolved);
    return [
      hole
        ? unread(hole, resource)
        : breached({ text: 'rule.web-firewall.no-group', params: { group }, resource }),
    ];
  }
  if (isUnresolved(found.mode)) return [unread(found.mode, resource)];
  if (found.mode === 'enforced') return [];
  const text = `rule.web-firewall.${found.mode === 'count' ? 'counts' : 'weakened'}` as const;
  return [breached({ text, params: { group }, resource })];
}
