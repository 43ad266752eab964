import { collectFirewalls } from '../../../../../lib/compliance/collectors/cloudformation/firewalls.js';
import { att, IF, resource, stack } from './stack.js';

describe('collectFirewalls', () => {
  test('reads a web ACL', () => {
    const Rules = [
      managed('AWSManagedRulesCommonRuleSet', { None: {} }),
      managed('AWSManagedRulesKnownBadInputsRuleSet', { Count: {} }),
      {
        Statement: { ManagedRuleGroupStatement: { VendorName: 'Other', Name: 'X' } },
        OverrideAction: { None: {} },
      },
      rate(2000, { Block: {} }),
      rate(20_000, { Count: {} }),
      rate(100, { Captcha: {} }),
      { Statement: { NotStatement: {} }, Action: { Block: {} } },
    ];
    expect(one({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} }, Rules })).toEqual({
      resource: 'site/Acl',
      scope: 'CLOUDFRONT',
      defaultAction: 'allow',
      managedGroups: [
        { name: 'AWSManagedRulesCommonRuleSet', mode: 'enforced', priority: 0 },
        { name: 'AWSManagedRulesKnownBadInputsRuleSet', mode: 'count', priority: 1 },
      ],
      rateRules: [
        { limit: 2000, action: 'block' },
        { limit: 20_000, action: 'count' },
        { limit: 100, action: 'challenge' },
      ],
      allowRules: [],
      turnAwayRules: [{ name: '', whom: { unresolved: 'NotStatement' } }],
      logging: [],
    });
  });

  test.each([
    ['weakened', { RuleActionOverrides: [{ Name: 'X', ActionToUse: { Allow: {} } }] }],
    ['weakened', { ExcludedRules: [{ Name: 'X' }] }],
    ['enforced', { RuleActionOverrides: [{ Name: 'X', ActionToUse: { Block: {} } }] }],
    [{ unresolved: 'ScopeDownStatement' }, { ScopeDownStatement: { GeoMatchStatement: {} } }],
  ])('takes a managed group as %j with %j', (mode, extra) => {
    const ManagedRuleGroupStatement = { VendorName: 'AWS', Name: 'X', ...extra };
    const Rules = [{ Statement: { ManagedRuleGroupStatement }, OverrideAction: { None: {} } }];
    expect(one({ Rules })?.managedGroups).toMatchObject([{ mode }]);
  });

  test('tells the rules that let requests through, with their place', () => {
    const Rules = [
      { Name: 'Friends', Priority: 7, Statement: {}, Action: { Allow: {} } },
      rate(1, { Allow: {} }),
    ];
    expect(one({ Rules })?.allowRules).toEqual([
      { name: 'Friends', priority: 7 },
      { name: '', priority: 1 },
    ]);
  });

  test('counts a rate over five minutes, whatever its window', () => {
    const RateBasedStatement = { Limit: 20_000, EvaluationWindowSec: 600 };
    expect(one({ Rules: [{ Statement: { RateBasedStatement }, Action: { Block: {} } }] })?.rateRules).toEqual(
      [{ limit: 10_000, action: 'block' }],
    );
  });

  test('tells a web ACL that blocks by default', () => {
    expect(one({ DefaultAction: { Block: {} } })?.defaultAction).toBe('block');
  });

  test('does not guess scope, name or limit, and reports rules that are hidden', () => {
    expect(one({ Scope: IF, Rules: [managed(IF, {}), rate(IF, {})] })).toMatchObject({
      scope: { unresolved: expect.any(String) },
      managedGroups: [{ name: { unresolved: expect.any(String) } }],
      rateRules: [{ limit: { unresolved: expect.any(String) } }],
    });
    const assembly = stack({ Acl: resource('AWS::WAFv2::WebACL', { Rules: IF }) });
    collectFirewalls(assembly);
    expect(assembly.gaps).toMatchObject([{ area: 'firewalls', resource: 'site/Acl' }]);
  });

  test('finds who logs it', () => {
    const logging = (ResourceArn: unknown, LogDestinationConfigs: unknown[], LoggingFilter?: object) =>
      collectFirewalls(
        stack({
          Acl: resource('AWS::WAFv2::WebACL'),
          Log: resource('AWS::WAFv2::LoggingConfiguration', {
            ResourceArn,
            LogDestinationConfigs,
            LoggingFilter,
          }),
        }),
      )[0]?.logging;
    expect(logging(att('Acl'), [att('Group')])).toEqual(['site/Log']);
    expect(logging(att('Acl'), [])).toEqual([]);
    expect(logging(att('Other'), [att('Group')])).toEqual([]);
    expect(logging(att('Acl'), [att('Group')], { DefaultBehavior: 'DROP' })).toEqual([]);
    expect(logging(att('Acl'), [att('Group')], { DefaultBehavior: 'KEEP' })).toEqual(['site/Log']);
  });
});

function managed(Name: unknown, OverrideAction: object) {
  return { Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } }, OverrideAction };
}

function rate(Limit: unknown, Action: object) {
  return { Statement: { RateBasedStatement: { Limit, AggregateKeyType: 'IP' } }, Action };
}

function one(properties: Readonly<Record<string, unknown>>) {
  return collectFirewalls(stack({ Acl: resource('AWS::WAFv2::WebACL', properties) }))[0];
}
