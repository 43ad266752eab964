import {
  collectAccessLogs,
  delivered,
} from '../../../../../lib/compliance/collectors/cloudformation/access-logs.js';
import { att, IF, ref, resource, stack } from './stack.js';

const EXPIRES = { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 90 }] } };

describe('collectAccessLogs', () => {
  test('reads logs that the distribution itself sets', () => {
    const logs = collect({ D: distribution({ Logging: { Bucket: att('Logs', 'DomainName') } }) });
    expect(logs).toEqual([{ resource: 'site/D', destination: 'site/Logs', retentionDays: 90 }]);
  });

  test('reads a delivery of CloudWatch, by reference or by name', () => {
    const expected = [{ resource: 'site/Delivery', destination: 'site/Logs', retentionDays: 90 }];
    expect(collect(delivery({ DeliverySourceName: ref('Source') }))).toEqual(expected);
    expect(collect(delivery({ DeliverySourceName: 'cdn' }))).toEqual(expected);
  });

  test.each([
    ['without a delivery', { Delivery: resource('AWS::SNS::Topic') }],
    ['of another source', delivery({ DeliverySourceName: 'other' })],
    [
      'without the destination',
      { ...delivery({ DeliverySourceName: 'cdn' }), Destination: resource('AWS::SNS::Topic') },
    ],
    ['without the bucket', { ...delivery({ DeliverySourceName: 'cdn' }), Logs: resource('AWS::SNS::Topic') }],
    ['without any', {}],
  ])('has none %s', (_name, resources) => {
    expect(collect(resources)).toEqual([]);
  });

  test('takes the shortest life that a rule may give', () => {
    const rules = [
      { Status: 'Enabled', ExpirationInDays: 400 },
      { Status: 'Enabled', Prefix: 'x/', ExpirationInDays: 30 },
      { Status: 'Disabled', ExpirationInDays: 1 },
      { Status: 'Enabled', TagFilters: [{ Key: 'a', Value: 'b' }], ExpirationInDays: 2 },
    ];
    expect(lifeWith(rules)).toBe(30);
    expect(lifeWith([])).toBeUndefined();
  });

  test('does not guess a life', () => {
    expect(lifeWith([{ Status: 'Enabled', ExpirationInDays: IF }])).toMatchObject({
      unresolved: expect.any(String),
    });
    expect(lifeWith([{ Status: 'Enabled', ExpirationDate: '2030-01-01' }])).toEqual({
      unresolved: '2030-01-01',
    });
  });

  test('reads the retention of a log group, and knows nothing of a bucket outside', () => {
    const group = {
      ...delivery({ DeliverySourceName: 'cdn' }),
      Logs: resource('AWS::Logs::LogGroup', { RetentionInDays: 7 }),
    };
    expect(collect(group)).toMatchObject([{ retentionDays: 7 }]);
    const outside = { D: distribution({ Logging: { Bucket: 'far.s3.amazonaws.com' } }) };
    expect(collect(outside)).toMatchObject([{ retentionDays: { unresolved: 'far.s3.amazonaws.com' } }]);
  });
});

test('delivered takes one type of log only', () => {
  const assembly = stack({ ...base(), ...delivery({ DeliverySourceName: 'cdn' }) });
  expect(delivered('site/D', 'ACCESS_LOGS', assembly)).toHaveLength(1);
  expect(delivered('site/D', 'WAF_LOGS', assembly)).toEqual([]);
  expect(delivered('site/Other', 'ACCESS_LOGS', assembly)).toEqual([]);
});

type Resources = Parameters<typeof stack>[0];

function collect(resources: Resources) {
  const assembly = stack({ ...base(), ...resources });
  return collectAccessLogs(assembly.find('site/D', 'AWS::CloudFront::Distribution')!, assembly);
}

function base(): Resources {
  return { D: distribution({}), Logs: resource('AWS::S3::Bucket', EXPIRES) };
}

function lifeWith(Rules: readonly unknown[]) {
  const logs = resource('AWS::S3::Bucket', { LifecycleConfiguration: { Rules } });
  return collect({ ...delivery({ DeliverySourceName: 'cdn' }), Logs: logs })[0]?.retentionDays;
}

function distribution(config: object) {
  return resource('AWS::CloudFront::Distribution', { DistributionConfig: config });
}

function delivery(properties: object): Resources {
  const arn = { 'Fn::Sub': 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${D}' };
  return {
    Source: resource('AWS::Logs::DeliverySource', { Name: 'cdn', LogType: 'ACCESS_LOGS', ResourceArn: arn }),
    Destination: resource('AWS::Logs::DeliveryDestination', { DestinationResourceArn: att('Logs') }),
    Delivery: resource('AWS::Logs::Delivery', { DeliveryDestinationArn: att('Destination'), ...properties }),
  };
}
