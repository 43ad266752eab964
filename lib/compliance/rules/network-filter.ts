import { unless, unread } from '../conclude.js';
import { isUnresolved, type Fact, type Facts, type HostFact } from '../facts.js';
import { breached, met, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachDistribution, eachHost, siteDistributions } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** A packet filter that drops what is not asked for stands before everything, and who abuses it is shut out. */
export const networkFilter: Rule<NoParams> = {
  id: 'network-filter',
  how: 'rule.network-filter.how',
  reads: ['hosts', 'distributions'],
  params: noParams,
  evaluate(facts, context) {
    return facts.hosts.length === 0 && siteDistributions(facts, context).length > 0
      ? judgeEdge(facts, context)
      : eachHost(facts, judge);
  },
};

/** CloudFront takes nothing but HTTP and HTTPS; its web ACL shuts out addresses of bad repute. */
function judgeEdge(facts: Facts, context: RuleContext): Finding {
  return eachDistribution(facts, context, ({ firewall, resource }) => {
    if (firewall === undefined) return breached({ text: 'rule.web-firewall.none', resource });
    return isUnresolved(firewall)
      ? unread(firewall, resource)
      : met({ text: 'rule.network-filter.edge', resource });
  });
}

function judge({ perimeter, intrusionPrevention, resource }: HostFact): Finding {
  if (perimeter === undefined) return breached({ text: 'rule.network-filter.none', resource });
  const place = perimeter.resource;
  const programs = intrusionPrevention.filter((name) => typeof name === 'string');
  const hole = programs.length > 0 ? undefined : intrusionPrevention.find(isUnresolved);
  const nobody = breached({ text: 'rule.network-filter.no-prevention', resource });
  return unless(
    [
      ...wants(perimeter.defaultDrop, breached({ text: 'rule.network-filter.lets-in', resource: place })),
      ...wants(perimeter.beforeContainers, breached({ text: 'rule.network-filter.after', resource: place })),
      ...wants(perimeter.persists, breached({ text: 'rule.network-filter.forgets', resource: place })),
      ...(programs.length > 0 ? [] : [hole === undefined ? nobody : unread(hole, resource)]),
    ],
    met({ text: 'rule.network-filter.met', params: { programs: programs.join(', ') }, resource: place }),
  );
}

function wants(fact: Fact<boolean>, otherwise: Finding): Finding[] {
  if (isUnresolved(fact)) return [unread(fact, otherwise.evidence[0]?.resource)];
  return fact ? [] : [otherwise];
}
