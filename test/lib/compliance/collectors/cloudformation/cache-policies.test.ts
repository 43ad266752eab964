import { readTtl } from '../../../../../lib/compliance/collectors/cloudformation/cache-policies.js';
import { IF, ref, resource, stack } from './stack.js';

describe('readTtl', () => {
  test.each([
    ['CachingDisabled', '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', { min: 0, default: 0, max: 0 }],
    [
      'CachingOptimized',
      '658327ea-f89d-4fab-a63d-7e88639e58f6',
      { min: 1, default: 86_400, max: 31_536_000 },
    ],
    [
      'UseOriginCacheControlHeaders',
      '83da9c7e-98b4-4e11-a168-04f0df8e2c65',
      { min: 0, default: 0, max: 31_536_000 },
    ],
  ])('knows %s by its id', (_name, CachePolicyId, expected) => {
    expect(ttl({ CachePolicyId })).toEqual(expected);
  });

  test('reads a policy of the stack', () => {
    expect(ttl({ CachePolicyId: ref('Policy') }, { MinTTL: 0, DefaultTTL: 0, MaxTTL: 1 })).toEqual({
      min: 0,
      default: 0,
      max: 1,
    });
  });

  test("fills in CloudFront's defaults, also for settings of the behavior's own", () => {
    const defaults = { min: 0, default: 86_400, max: 31_536_000 };
    expect(ttl({ CachePolicyId: ref('Policy') }, {})).toEqual(defaults);
    expect(ttl({ ForwardedValues: {} })).toEqual(defaults);
    expect(ttl({ ForwardedValues: {}, DefaultTTL: 0 })).toEqual({ ...defaults, default: 0 });
  });

  test.each(['MinTTL', 'DefaultTTL', 'MaxTTL'])('does not guess %s', (key) => {
    expect(ttl({ CachePolicyId: ref('Policy') }, { [key]: IF })).toMatchObject({
      unresolved: expect.stringContaining(key),
    });
  });

  test.each([
    ['outside', '00000000-0000-0000-0000-000000000000'],
    ['that only a deploy knows', IF],
  ])('does not guess a policy %s', (_name, CachePolicyId) => {
    expect(ttl({ CachePolicyId })).toMatchObject({ unresolved: expect.any(String) });
  });
});

test('readTtl has nothing for a policy that is missing', () => {
  expect(ttl({ CachePolicyId: ref('Gone') })).toBeUndefined();
});

function ttl(behavior: Readonly<Record<string, unknown>>, CachePolicyConfig = {}) {
  const assembly = stack({
    D: resource('AWS::CloudFront::Distribution', behavior),
    Policy: resource('AWS::CloudFront::CachePolicy', { CachePolicyConfig }),
  });
  return readTtl(assembly.resources[0]!.properties, assembly);
}
