import {
  collectDistributions,
  declared,
} from '../../../../../lib/compliance/collectors/cloudformation/distributions.js';
import { att, IF, ref, resource, stack } from './stack.js';

describe('collectDistributions', () => {
  test('reads what a distribution says of itself', () => {
    const config = {
      Aliases: ['prep.example.org', { 'Fn::Sub': 'www.${Param}' }],
      ViewerCertificate: { AcmCertificateArn: ref('Cert'), MinimumProtocolVersion: 'TLSv1.2_2021' },
      CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 0 }, { ErrorCode: 500 }],
      WebACLId: att('Acl'),
    };
    expect(one(config, { 'difusor:edge-cache': 'per-cut' })).toMatchObject({
      resource: 'site/D',
      aliases: ['prep.example.org', { unresolved: expect.stringContaining('Param') }],
      certificate: 'site/Cert',
      minimumTls: 'TLSv1.2_2021',
      errorTtls: [
        { status: 404, seconds: 0 },
        { status: 500, seconds: 10 },
      ],
      firewall: 'site/Acl',
      geoRestricted: false,
      declaredEdgeCache: 'per-cut',
    });
  });

  test('reads a bare one', () => {
    expect(one({})).toEqual({
      resource: 'site/D',
      aliases: [],
      certificate: undefined,
      minimumTls: undefined,
      origins: [],
      behaviors: [],
      errorTtls: [],
      firewall: undefined,
      accessLogs: [],
      geoRestricted: false,
      declaredEdgeCache: undefined,
      enabled: true,
      staging: false,
    });
  });

  test.each([
    ['none', false],
    ['whitelist', true],
    ['blacklist', true],
  ])('takes the geographic restriction %s as %s', (RestrictionType, expected) => {
    expect(one({ Restrictions: { GeoRestriction: { RestrictionType } } })?.geoRestricted).toBe(expected);
  });

  test('does not guess a restriction, a certificate of IAM or an error', () => {
    const hidden = one({
      Restrictions: { GeoRestriction: { RestrictionType: IF } },
      ViewerCertificate: { IamCertificateId: 'ASCAEXAMPLE' },
      CustomErrorResponses: [{}],
    });
    expect(hidden?.geoRestricted).toMatchObject({ unresolved: expect.any(String) });
    expect(hidden?.certificate).toEqual({ unresolved: 'IamCertificateId' });
    expect(hidden?.errorTtls).toEqual([{ status: { unresolved: 'ErrorCode' }, seconds: 10 }]);
  });

  test('reads what stands in for an error', () => {
    const responses = [
      { ErrorCode: 404, ResponsePagePath: '/home.html' },
      { ErrorCode: 403, ResponseCode: 200 },
    ];
    expect(one({ CustomErrorResponses: responses })?.errorTtls).toMatchObject([
      { replacedBy: '/home.html' },
      { replacedBy: '200' },
    ]);
  });

  test('takes an empty web ACL for none', () => {
    expect(one({ WebACLId: '' })?.firewall).toBeUndefined();
  });
});

test('declared gives what the metadata states', () => {
  const [distribution] = stack({
    D: resource('AWS::CloudFront::Distribution', {}, { Metadata: { a: 'b' } }),
  }).resources;
  expect(declared(distribution!, 'a')).toBe('b');
  expect(declared(distribution!, 'c')).toBeUndefined();
});

function one(config: Readonly<Record<string, unknown>>, Metadata = {}) {
  const parameters = { Parameters: { Param: { Type: 'String' } } };
  const distribution = resource(
    'AWS::CloudFront::Distribution',
    { DistributionConfig: config },
    { Metadata },
  );
  return collectDistributions(stack({ D: distribution }, parameters))[0];
}
