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
        { name: 'AWSManagedRulesCommonRuleSet', mode: 'enforced' },
        { name: 'AWSManagedRulesKnownBadInputsRuleSet', mode: 'count' },
      ],
      rateRules: [
        { limit: 2000, action: 'block' },
        { limit: 20_000, action: 'count' },
        { limit: 100, action: 'other' },
      ],
      logging: [],
    });
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
    const logging = (ResourceArn: unknown, LogDestinationConfigs: unknown[]) =>
      collectFirewalls(
        stack({
          Acl: resource('AWS::WAFv2::WebACL'),
          Log: resource('AWS::WAFv2::LoggingConfiguration', { ResourceArn, LogDestinationConfigs }),
        }),
      )[0]?.logging;
    expect(logging(att('Acl'), [att('Group')])).toEqual(['site/Log']);
    expect(logging(att('Acl'), [])).toEqual([]);
    expect(logging(att('Other'), [att('Group')])).toEqual([]);
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
