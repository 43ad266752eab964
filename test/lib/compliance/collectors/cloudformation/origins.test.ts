import {
  originIdsOf,
  ownOrUnresolved,
  readOrigins,
} from '../../../../../lib/compliance/collectors/cloudformation/origins.js';
import { att, IF, ref, resource, stack } from './stack.js';

const WEBSITE = { 'Fn::Select': [2, { 'Fn::Split': ['/', att('B', 'WebsiteURL')] }] };

describe('readOrigins', () => {
  test('reads an S3 origin with its access control', () => {
    expect(
      one({
        S3OriginConfig: {},
        DomainName: att('B', 'RegionalDomainName'),
        OriginAccessControlId: att('Oac', 'Id'),
      }),
    ).toEqual({
      id: 'o',
      kind: 's3',
      bucket: 'site/B',
      originAccessControl: true,
    });
  });

  test.each([
    ['a website of the stack', { CustomOriginConfig: {}, DomainName: WEBSITE }, 's3-website', 'site/B'],
    [
      'a literal website',
      { CustomOriginConfig: {}, DomainName: 'my-site.s3-website.us-east-1.amazonaws.com' },
      's3-website',
      'site/B',
    ],
    ['a server', { CustomOriginConfig: {}, DomainName: 'www.example.org' }, 'other', undefined],
  ])('tells %s apart', (_name, origin, kind, bucket) => {
    expect(one(origin)).toMatchObject({ kind, bucket });
  });

  test('keeps the name of a bucket that is missing, and does not know one outside', () => {
    expect(one({ S3OriginConfig: {}, DomainName: att('Gone', 'DomainName') })?.bucket).toBe('site/Gone');
    expect(one({ S3OriginConfig: {}, DomainName: 'far.s3.amazonaws.com' })?.bucket).toEqual({
      unresolved: 'far.s3.amazonaws.com',
    });
  });

  test.each([
    ['none', undefined, false],
    ['an empty one', '', false],
    ['one that is missing', ref('Gone'), false],
    ['one that signs at times', ref('Sometimes'), false],
    ['one outside', 'E2QWRUHAPOMQZL', { unresolved: 'E2QWRUHAPOMQZL' }],
    ['one that only a deploy knows', IF, { unresolved: expect.any(String) }],
  ])('weighs an access control: %s', (_name, OriginAccessControlId, expected) => {
    expect(one({ S3OriginConfig: {}, OriginAccessControlId })?.originAccessControl).toEqual(expected);
  });
});

test('originIdsOf gives the members of a group', () => {
  const config = {
    OriginGroups: { Items: [{ Id: 'g', Members: { Items: [{ OriginId: 'a' }, { OriginId: 'b' }] } }] },
    group: 'g',
    single: 'a',
  };
  const { properties } = stack({ D: resource('AWS::CloudFront::Distribution', config) }).resources[0]!;
  expect(originIdsOf(properties.get('group'), properties)).toEqual(['a', 'b']);
  expect(originIdsOf(properties.get('single'), properties)).toEqual(['a']);
});

test('ownOrUnresolved tells missing from outside', () => {
  expect(ownOrUnresolved('site/Gone', stack({}))).toBe('site/Gone');
  expect(ownOrUnresolved('arn:aws:x', stack({}))).toEqual({ unresolved: 'arn:aws:x' });
});

function one(origin: Readonly<Record<string, unknown>>) {
  const control = (SigningBehavior: string) =>
    resource('AWS::CloudFront::OriginAccessControl', { OriginAccessControlConfig: { SigningBehavior } });
  const assembly = stack({
    D: resource('AWS::CloudFront::Distribution', { Origins: [{ Id: 'o', ...origin }] }),
    B: resource('AWS::S3::Bucket', { BucketName: 'my-site' }),
    Oac: control('always'),
    Sometimes: control('no-override'),
  });
  return readOrigins(assembly.resources[0]!.properties, assembly)[0];
}
