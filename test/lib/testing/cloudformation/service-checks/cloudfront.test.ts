import type { JsonObject } from '../../../../../lib/testing/cloudformation/json.js';
import {
  checkCachePolicy,
  checkDistribution,
  checkFunction,
} from '../../../../../lib/testing/cloudformation/service-checks/cloudfront.js';
import { serviceRequest } from './support.js';

describe('checkDistribution', () => {
  const check = (config: JsonObject) => (): void => {
    const sound = { Origins: [{ Id: 'site' }], DefaultCacheBehavior: { TargetOriginId: 'site' } };
    checkDistribution(serviceRequest({ DistributionConfig: { ...sound, ...config } }));
  };
  const certificate = (region: string): JsonObject => ({
    ViewerCertificate: { AcmCertificateArn: `arn:aws:acm:${region}:123456789012:certificate/1` },
  });

  it('takes aliases with a certificate of us-east-1 or of IAM, and no alias without one', () => {
    expect(check({ Aliases: ['prep.example.org'], ...certificate('us-east-1') })).not.toThrow();
    expect(
      check({ Aliases: ['prep.example.org'], ViewerCertificate: { IamCertificateId: 'x' } }),
    ).not.toThrow();
    expect(check({ Aliases: [] })).not.toThrow();
  });

  it('refuses an alias without a certificate', () => {
    expect(check({ Aliases: ['prep.example.org'] })).toThrow(
      /you must attach a trusted certificate that validates your authorization/,
    );
  });

  it('refuses a certificate of another region', () => {
    expect(check(certificate('mx-central-1'))).toThrow(/isn't in us-east-1 region/);
  });

  it('refuses behaviors that point to no origin', () => {
    expect(check({ DefaultCacheBehavior: { TargetOriginId: 'other' } })).toThrow(
      'The specified origin does not exist',
    );
    expect(check({ CacheBehaviors: [{ TargetOriginId: 'other' }] })).toThrow(
      'The specified origin does not exist',
    );
    expect(
      check({ CacheBehaviors: [{ TargetOriginId: 'both' }], OriginGroups: { Items: [{ Id: 'both' }] } }),
    ).not.toThrow();
  });
});

describe('checkCachePolicy', () => {
  const check =
    (ttl: readonly [number, number, number], key: JsonObject = {}) =>
    (): void => {
      const [MinTTL, DefaultTTL, MaxTTL] = ttl;
      const CachePolicyConfig = { MinTTL, DefaultTTL, MaxTTL, ParametersInCacheKeyAndForwardedToOrigin: key };
      checkCachePolicy(serviceRequest({ CachePolicyConfig }));
    };

  it('takes the policy that revalidates: 0, 0 and at least 1', () => {
    expect(check([0, 0, 1], { EnableAcceptEncodingGzip: true })).not.toThrow();
  });

  it('refuses times out of order, or missing', () => {
    expect(check([5, 1, 10])).toThrow('out of order');
    expect(check([0, 10, 5])).toThrow('out of order');
  });

  it.each<[JsonObject, string]>([
    [{ EnableAcceptEncodingGzip: true }, 'EnableAcceptEncodingGzip'],
    [{ EnableAcceptEncodingBrotli: 'true' }, 'EnableAcceptEncodingBrotli'],
    [{ HeadersConfig: { HeaderBehavior: 'whitelist' } }, 'HeaderBehavior'],
    [{ CookiesConfig: { CookieBehavior: 'all' } }, 'CookieBehavior'],
    [{ QueryStringsConfig: { QueryStringBehavior: 'all' } }, 'QueryStringBehavior'],
  ])('refuses %j where nothing is cached', (key, parameter) => {
    expect(check([0, 0, 0], key)).toThrow(
      `The parameter ${parameter} is invalid for policy with caching disabled.`,
    );
  });

  it('takes a policy that caches nothing and asks for nothing', () => {
    expect(
      check([0, 0, 0], { EnableAcceptEncodingGzip: false, HeadersConfig: { HeaderBehavior: 'none' } }),
    ).not.toThrow();
  });
});

describe('checkFunction', () => {
  const check =
    (bytes: number, config: JsonObject = {}) =>
    (): void => {
      checkFunction(serviceRequest({ FunctionCode: 'x'.repeat(bytes), FunctionConfig: config }));
    };
  const store = { KeyValueStoreARN: 'arn' };

  it('holds the code to 10 KB', () => {
    expect(check(10_240)).not.toThrow();
    expect(check(10_241)).toThrow('The function code is 10241 bytes; the maximum is 10240.');
  });

  it('lets only the newer runtime read one key-value store', () => {
    expect(check(1, { Runtime: 'cloudfront-js-2.0', KeyValueStoreAssociations: [store] })).not.toThrow();
    expect(check(1, { Runtime: 'cloudfront-js-1.0', KeyValueStoreAssociations: [store] })).toThrow(
      'does not support key value stores',
    );
    expect(check(1, { Runtime: 'cloudfront-js-2.0', KeyValueStoreAssociations: [store, store] })).toThrow(
      'only one key value store',
    );
  });
});
