import type { JsonObject } from '../../../../../lib/testing/cloudformation/json.js';
import {
  checkWafLogging,
  checkWafScope,
  checkWebAcl,
} from '../../../../../lib/testing/cloudformation/service-checks/web-firewall.js';
import { serviceRequest } from './support.js';

const managed = (Name: string, Priority: number): JsonObject => ({
  Name,
  Priority,
  OverrideAction: { None: {} },
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
});
const rate = (Name: string, Priority: number): JsonObject => ({
  Name,
  Priority,
  Action: { Count: {} },
  Statement: { RateBasedStatement: { Limit: 20_000 } },
});

describe('checkWebAcl', () => {
  const check =
    (properties: JsonObject, region = 'us-east-1') =>
    (): void => {
      checkWebAcl(serviceRequest({ Scope: 'CLOUDFRONT', ...properties }, { region }));
    };

  it('takes rules of different priority, each with the action of its kind', () => {
    expect(check({ Rules: [managed('Common', 0), rate('Rate', 1)] })).not.toThrow();
    expect(check({})).not.toThrow();
  });

  it('refuses CloudFront’s scope outside us-east-1, and no other', () => {
    expect(check({}, 'mx-central-1')).toThrow(
      'Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT',
    );
    expect(check({ Scope: 'REGIONAL' }, 'mx-central-1')).not.toThrow();
  });

  it('refuses two rules of one priority or one name', () => {
    expect(check({ Rules: [managed('Common', 1), rate('Rate', 1)] })).toThrow(
      'field: PRIORITY, parameter: 1',
    );
    expect(check({ Rules: [rate('Rate', 1), rate('Rate', 2)] })).toThrow('field: RULE_NAME, parameter: Rate');
  });

  it.each<[string, JsonObject]>([
    ['a group with Action', { ...managed('Common', 0), OverrideAction: {}, Action: { Block: {} } }],
    [
      'a group with Action alone',
      {
        Name: 'Common',
        Priority: 0,
        Action: { Block: {} },
        Statement: managed('Common', 0).Statement ?? {},
      },
    ],
    [
      'a statement with OverrideAction',
      {
        Name: 'Rate',
        Priority: 0,
        OverrideAction: { None: {} },
        Statement: rate('Rate', 0).Statement ?? {},
      },
    ],
    [
      'a statement without any action',
      { Name: 'Rate', Priority: 0, Statement: rate('Rate', 0).Statement ?? {} },
    ],
  ])('refuses %s', (_fault, rule) => {
    expect(check({ Rules: [rule] })).toThrow(
      'You have used none or multiple values for a field that requires exactly one value., field: RULE',
    );
  });
});

describe('checkWafScope', () => {
  it('holds sets to the same regions', () => {
    const check = (region: string) => (): void => {
      checkWafScope(serviceRequest({ Scope: 'CLOUDFRONT' }, { region }));
    };
    expect(check('mx-central-1')).toThrow('SCOPE_VALUE');
    expect(check('us-east-1')).not.toThrow();
  });
});

describe('checkWafLogging', () => {
  const check =
    (...LogDestinationConfigs: string[]) =>
    (): void => {
      checkWafLogging(serviceRequest({ LogDestinationConfigs }));
    };

  it.each([
    'arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-prep',
    'arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-prep:*',
    'arn:aws:s3:::aws-waf-logs-prep',
    'arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs-prep',
  ])('takes %s', (arn) => {
    expect(check(arn)).not.toThrow();
  });

  it.each([
    'arn:aws:logs:us-east-1:123456789012:log-group:waf-logs-prep',
    'arn:aws:s3:::prep-logs',
    'aws-waf-logs-prep',
    'arn:aws:sqs:us-east-1:123456789012:aws-waf-logs-prep',
  ])('refuses %s', (arn) => {
    expect(check(arn)).toThrow(`field: LOG_DESTINATION, parameter: ${arn}`);
  });

  it('refuses none, and more than one', () => {
    expect(check()).toThrow('LOG_DESTINATION');
    expect(check('arn:aws:s3:::aws-waf-logs-a', 'arn:aws:s3:::aws-waf-logs-b')).toThrow(
      'only one log destination',
    );
  });
});
