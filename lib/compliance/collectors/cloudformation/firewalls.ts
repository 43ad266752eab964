import type { Fact, FirewallFact, RateAction } from '../../facts.js';
import { delivered } from './access-logs.js';
import type { Assembly, Resource } from './assembly.js';
import type { TemplateValue } from './template-value.js';
import { turnedAway } from './turned-away.js';

/** Seconds over which a rate rule counts, unless told otherwise. */
const RATE_WINDOW = 300;

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
      allowRules: rules.flatMap(allowRule),
      turnAwayRules: rules.flatMap(turnAwayRule),
      logging: loggersOf(acl, assembly),
    };
  });
}

function managedGroup(rule: TemplateValue, index: number): FirewallFact['managedGroups'] {
  const group = rule.get('Statement', 'ManagedRuleGroupStatement');
  if (group.isAbsent || group.get('VendorName').text() !== 'AWS') return [];
  const name = group.get('Name').text() ?? { unresolved: 'Name' };
  return [{ name, mode: modeOf(rule, group), priority: priorityOf(rule, index) }];
}

function modeOf(rule: TemplateValue, group: TemplateValue): FirewallFact['managedGroups'][number]['mode'] {
  if (!rule.get('OverrideAction', 'Count').isAbsent) return 'count';
  const softened = group
    .get('RuleActionOverrides')
    .items()
    .some((override) => {
      const action = override.get('ActionToUse');
      return !action.get('Count').isAbsent || !action.get('Allow').isAbsent;
    });
  if (softened || group.get('ExcludedRules').items().length > 0) return 'weakened';
  return group.get('ScopeDownStatement').isAbsent ? 'enforced' : { unresolved: 'ScopeDownStatement' };
}

function rateRule(rule: TemplateValue): FirewallFact['rateRules'] {
  const rate = rule.get('Statement', 'RateBasedStatement');
  if (rate.isAbsent) return [];
  const limit: Fact<number> = rate.get('Limit').number() ?? { unresolved: 'Limit' };
  const window = rate.get('EvaluationWindowSec').number() ?? RATE_WINDOW;
  const action = rateAction(rule.get('Action'));
  if (typeof limit === 'object') return [{ limit, action }];
  return [{ limit: typeof window === 'object' ? window : (limit * RATE_WINDOW) / window, action }];
}

function rateAction(action: TemplateValue): RateAction {
  if (!action.get('Block').isAbsent) return 'block';
  if (!action.get('Allow').isAbsent) return 'allow';
  return action.get('Count').isAbsent ? 'challenge' : 'count';
}

function allowRule(rule: TemplateValue, index: number): NonNullable<FirewallFact['allowRules']> {
  if (rule.get('Action', 'Allow').isAbsent) return [];
  return [{ name: nameOf(rule), priority: priorityOf(rule, index) }];
}

function turnAwayRule(rule: TemplateValue): NonNullable<FirewallFact['turnAwayRules']> {
  const action = rule.get('Action');
  const turns = ['Block', 'Captcha', 'Challenge'].some((name) => !action.get(name).isAbsent);
  const statement = rule.get('Statement');
  if (!turns || !statement.get('RateBasedStatement').isAbsent) return [];
  return [{ name: nameOf(rule), whom: turnedAway(statement) }];
}

function nameOf(rule: TemplateValue): string {
  const name = rule.get('Name');
  return name.isAbsent ? '' : name.pattern();
}

/** CloudFormation demands a priority; without one the place in the list stands in. */
function priorityOf(rule: TemplateValue, index: number): Fact<number> {
  return rule.get('Priority').number() ?? index;
}

function loggersOf(acl: Resource, assembly: Assembly): string[] {
  const direct = assembly
    .ofType('AWS::WAFv2::LoggingConfiguration')
    .filter(({ properties }) => properties.get('ResourceArn').reference() === acl.id)
    .filter(({ properties }) => properties.get('LogDestinationConfigs').items().length > 0)
    .filter(({ properties }) => properties.get('LoggingFilter', 'DefaultBehavior').text() !== 'DROP');
  return [
    ...direct.map(({ id }) => id),
    ...delivered(acl.id, 'WAF_LOGS', assembly).map(({ resource }) => resource),
  ];
}
