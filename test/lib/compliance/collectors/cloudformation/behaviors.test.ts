import { readBehaviors } from '../../../../../lib/compliance/collectors/cloudformation/behaviors.js';
import { att, IF, ref, resource, stack } from './stack.js';

const MANAGED_HEADERS = '67f7725c-6f97-4210-82d7-5512b31e9d03';

describe('readBehaviors', () => {
  test('keeps the order of matching, the default one last', () => {
    const behaviors = read({
      CacheBehaviors: [{ PathPattern: '/b' }, { PathPattern: '/a' }],
      DefaultCacheBehavior: {},
    });
    expect(behaviors.map(({ path }) => path)).toEqual(['/b', '/a', '*']);
  });

  test('reads a behavior', () => {
    expect(
      one({
        TargetOriginId: 'o',
        ViewerProtocolPolicy: 'redirect-to-https',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        ResponseHeadersPolicyId: ref('Headers'),
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: att('F', 'FunctionARN') }],
      }),
    ).toEqual({
      path: '*',
      originIds: ['o'],
      ttl: { min: 0, default: 0, max: 0 },
      viewerProtocol: 'redirect-to-https',
      signedUrls: false,
      responseHeaders: [{ name: 'Cache-Control', value: 'no-cache', override: true }],
      functions: [
        {
          event: 'viewer-request',
          kind: 'cloudfront-function',
          resource: 'site/F',
          keyValueStores: ['site/Store'],
        },
      ],
    });
  });

  test.each(['TrustedKeyGroups', 'TrustedSigners'])('takes %s for signed addresses', (key) => {
    expect(one({ [key]: [ref('Keys')] })?.signedUrls).toBe(true);
    expect(one({ [key]: [] })?.signedUrls).toBe(false);
  });

  test('tells Lambda@Edge apart', () => {
    const association = { EventType: 'origin-response', LambdaFunctionARN: ref('V') };
    expect(one({ LambdaFunctionAssociations: [association] })?.functions).toEqual([
      { event: 'origin-response', kind: 'lambda-edge', resource: 'site/V', keyValueStores: [] },
    ]);
  });

  test('has no headers where the policy is absent or missing, and does not guess those of one outside', () => {
    expect(one({})?.responseHeaders).toEqual([]);
    expect(one({ ResponseHeadersPolicyId: ref('Gone') })?.responseHeaders).toEqual([]);
    expect(one({ ResponseHeadersPolicyId: MANAGED_HEADERS })?.responseHeaders).toEqual({
      unresolved: MANAGED_HEADERS,
    });
  });

  test('has no stores where function or store is missing, and does not guess those of one outside', () => {
    const stores = (FunctionARN: unknown) =>
      one({ FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN }] })?.functions[0]
        ?.keyValueStores;
    expect(stores(ref('Gone'))).toEqual([]);
    expect(stores(att('Stray'))).toEqual([]);
    expect(stores(att('Far'))).toEqual(['arn:aws:cloudfront::1:key-value-store/x']);
    expect(stores('arn:aws:cloudfront::1:function/x')).toEqual({
      unresolved: 'arn:aws:cloudfront::1:function/x',
    });
    expect(stores(att('Hidden'))).toMatchObject({ unresolved: expect.stringContaining('KeyValueStoreARN') });
  });
});

function read(DistributionConfig: Readonly<Record<string, unknown>>) {
  const edgeFunction = (KeyValueStoreARN: unknown) =>
    resource('AWS::CloudFront::Function', {
      FunctionConfig: { KeyValueStoreAssociations: [{ KeyValueStoreARN }] },
    });
  const items = [{ Header: 'Cache-Control', Value: 'no-cache', Override: true }];
  const assembly = stack({
    D: resource('AWS::CloudFront::Distribution', { DistributionConfig }),
    F: edgeFunction(att('Store')),
    Hidden: edgeFunction(IF),
    Stray: edgeFunction(att('Gone')),
    Far: edgeFunction('arn:aws:cloudfront::1:key-value-store/x'),
    Store: resource('AWS::CloudFront::KeyValueStore'),
    Headers: resource('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: { CustomHeadersConfig: { Items: items } },
    }),
  });
  return readBehaviors(assembly.resources[0]!.properties.get('DistributionConfig'), assembly);
}

function one(DefaultCacheBehavior: Readonly<Record<string, unknown>>) {
  return read({ DefaultCacheBehavior })[0];
}
