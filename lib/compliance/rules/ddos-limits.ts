import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type Fact, type Facts, type HostFact, type WebServerFact } from '../facts.js';
import { breached, met, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachDistribution, eachHost, siteDistributions, siteWebServers } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** One address can open no more connections, nor ask for more, than a limit lets it. */
export const ddosLimits: Rule<NoParams> = {
  id: 'ddos-limits',
  how: 'rule.ddos-limits.how',
  reads: ['hosts', 'webServers', 'webServers.limits', 'distributions', 'firewalls'],
  params: noParams,
  evaluate(facts, context) {
    const servers = siteWebServers(facts, context);
    if (servers.length === 0 && siteDistributions(facts, context).length > 0)
      return judgeEdge(facts, context);
    if (servers.length === 0) return breached({ text: 'rule.no-site' });
    return all([eachHost(facts, judgeHost), ...servers.map(judgeServer)]);
  },
};

function judgeHost({ perimeter, resource }: HostFact): Finding {
  if (perimeter === undefined) return breached({ text: 'rule.network-filter.none', resource });
  return limited(perimeter.newConnectionsPerSecond, 'connections', perimeter.resource);
}

function judgeServer({ requestsPerSecond, resource }: WebServerFact): Finding {
  return limited(requestsPerSecond, 'requests', resource);
}

function limited(
  rate: Fact<number> | undefined,
  what: 'connections' | 'requests',
  resource: string,
): Finding {
  if (isUnresolved(rate)) return unread(rate, resource);
  return rate === undefined
    ? breached({ text: `rule.ddos-limits.no-${what}`, resource })
    : met({ text: `rule.ddos-limits.${what}`, params: { rate }, resource });
}

/** CloudFront stands behind Shield Standard; a rate rule of the web ACL is the limit on one address. */
function judgeEdge(facts: Facts, context: RuleContext): Finding {
  return eachDistribution(facts, context, ({ firewall, resource }) => {
    if (isUnresolved(firewall)) return unread(firewall, resource);
    const acl = facts.firewalls.find((candidate) => candidate.resource === firewall);
    if (acl === undefined) return breached({ text: 'rule.web-firewall.none', resource });
    const limits = acl.rateRules.filter(({ action }) => action !== 'allow');
    return unless(
      limits.length > 0 ? [] : [breached({ text: 'rule.web-firewall.no-rate', resource: acl.resource })],
      met({ text: 'rule.ddos-limits.edge', resource: acl.resource }),
    );
  });
}
