import type { Fact, FirewallFact } from '../../facts.js';
import { delivered } from './access-logs.js';
import type { Assembly, Resource } from './assembly.js';
import type { TemplateValue } from './template-value.js';

/** Every web ACL of AWS WAF. */
export function collectFirewalls(assembly: Assembly): FirewallFact[] {
  return assembly.ofType('AWS::WAFv2::WebACL').map((acl) => {
    const rules = acl.properties.get('Rules').items();
    return {
      resource: acl.id,
      scope: acl.properties.get('Scope').text() ?? { unresolved: 'Scope' },
      defaultAction: acl.properties.get('DefaultAction', 'Block').isAbsent ? 'allow' : 'block',
      managedGroups: rules.flatMap(managedGroup),
      rateRules: rules.flatMap(rateRule),
      logging: loggersOf(acl, assembly),
    };
  });
}

function managedGroup(rule: TemplateValue): FirewallFact['managedGroups'] {
  const group = rule.get('Statement', 'ManagedRuleGroupStatement');
  if (group.isAbsent || group.get('VendorName').text() !== 'AWS') return [];
  const counted = !rule.get('OverrideAction', 'Count').isAbsent;
  return [{ name: group.get('Name').text() ?? { unresolved: 'Name' }, mode: counted ? 'count' : 'enforced' }];
}

function rateRule(rule: TemplateValue): FirewallFact['rateRules'] {
  const rate = rule.get('Statement', 'RateBasedStatement');
  if (rate.isAbsent) return [];
  const limit: Fact<number> = rate.get('Limit').number() ?? { unresolved: 'Limit' };
  const action = rule.get('Action');
  if (!action.get('Block').isAbsent) return [{ limit, action: 'block' }];
  return [{ limit, action: action.get('Count').isAbsent ? 'other' : 'count' }];
}

function loggersOf(acl: Resource, assembly: Assembly): string[] {
  const direct = assembly
    .ofType('AWS::WAFv2::LoggingConfiguration')
    .filter(({ properties }) => properties.get('ResourceArn').reference() === acl.id)
    .filter(({ properties }) => properties.get('LogDestinationConfigs').items().length > 0);
  return [
    ...direct.map(({ id }) => id),
    ...delivered(acl.id, 'WAF_LOGS', assembly).map(({ resource }) => resource),
  ];
}
