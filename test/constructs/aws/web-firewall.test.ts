import { Match, type Template } from 'aws-cdk-lib/assertions';
import { WebFirewall, type WebFirewallProps } from '../../../constructs/aws/index.js';
import { templateOf, theResource } from '../../support/stack.js';

const DEFAULTS: WebFirewallProps = {
  name: 'difusor-bcs-2024',
  rateLimit: { requestsPer5Minutes: 20_000, action: 'count' },
  anonymousIp: false,
  antiDdos: false,
};

const build = (props: Partial<WebFirewallProps> = {}): Template =>
  templateOf((scope) => new WebFirewall(scope, 'Firewall', { ...DEFAULTS, ...props }));

interface FirewallRule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: object;
  readonly OverrideAction?: object;
}

const rulesOf = (template: Template): FirewallRule[] => {
  const { definition } = theResource(template, 'AWS::WAFv2::WebACL');
  return (definition.Properties as { Rules: FirewallRule[] }).Rules;
};

describe('WebFirewall', () => {
  it('is a CLOUDFRONT web ACL that lets in what no rule blocks', () => {
    build().hasResourceProperties('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
    });
  });

  it('enforces the managed groups of reputation, known bad inputs and common attacks', () => {
    expect(rulesOf(build()).map(({ Name }) => Name)).toEqual([
      'AllowedMethodsOnly',
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
      'RateLimit',
    ]);
  });

  it('adds the groups for anonymous addresses and DDoS where asked', () => {
    const names = rulesOf(build({ anonymousIp: true, antiDdos: true })).map(({ Name }) => Name);
    expect(names).toEqual(
      expect.arrayContaining(['AWSManagedRulesAnonymousIpList', 'AWSManagedRulesAntiDDoSRuleSet']),
    );
  });

  it('gives each rule a priority of its own and one of action and override', () => {
    const rules = rulesOf(build({ anonymousIp: true, antiDdos: true }));
    expect(new Set(rules.map(({ Priority }) => Priority)).size).toBe(rules.length);
    for (const rule of rules) {
      expect((rule.Action === undefined) !== (rule.OverrideAction === undefined)).toBe(true);
    }
  });

  it('counts over the rate limit by default, so that no shared mobile address is blocked', () => {
    build().hasResourceProperties('AWS::WAFv2::WebACL', {
      Rules: Match.arrayWith([
        Match.objectLike({
          Name: 'RateLimit',
          Action: { Count: {} },
          Statement: {
            RateBasedStatement: { Limit: 20_000, AggregateKeyType: 'IP', EvaluationWindowSec: 300 },
          },
        }),
      ]),
    });
  });

  it('blocks over the rate limit where asked', () => {
    const rate = rulesOf(build({ rateLimit: { requestsPer5Minutes: 30_000, action: 'block' } })).at(-1);
    expect(rate).toMatchObject({
      Name: 'RateLimit',
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
    });
  });

  it('logs to a group whose name WAF accepts, without cookies and authorization', () => {
    const template = build();
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: { 'Fn::Join': ['-', Match.arrayWith(['aws-waf-logs-difusor-bcs-2024'])] },
    });
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [{ SingleHeader: { Name: 'authorization' } }, { SingleHeader: { Name: 'cookie' } }],
    });
    expect(JSON.stringify(template.findResources('AWS::WAFv2::LoggingConfiguration'))).not.toContain(
      'QueryString',
    );
  });

  it('names a log group, and not its streams, as the destination', () => {
    const { definition } = theResource(build(), 'AWS::WAFv2::LoggingConfiguration');
    const { LogDestinationConfigs } = definition.Properties as { LogDestinationConfigs: unknown[] };
    expect(LogDestinationConfigs).toHaveLength(1);
    expect(JSON.stringify(LogDestinationConfigs)).toContain(':log-group:');
    expect(JSON.stringify(LogDestinationConfigs)).not.toContain(':*');
  });
});
