import { Match } from 'aws-cdk-lib/assertions';
import { SiteBucket, type SiteBucketProps } from '../../../constructs/aws/index.js';
import { someBucket, templateOf, theResource } from '../../support/stack.js';

const build = (props: Partial<SiteBucketProps> = {}) =>
  templateOf((scope) => new SiteBucket(scope, 'Site', { logBucket: someBucket(scope), ...props }));

interface Rule {
  readonly Prefix?: string;
  readonly ExpirationInDays?: number;
}

/** The lifecycle rules of the bucket. */
function rulesOf(props: Partial<SiteBucketProps> = {}): Rule[] {
  const { definition } = theResource(build(props), 'AWS::S3::Bucket');
  const { LifecycleConfiguration } = definition.Properties as { LifecycleConfiguration: { Rules: Rule[] } };
  return LifecycleConfiguration.Rules;
}

describe('SiteBucket', () => {
  it('has static website hosting on, and no public access (bcs-2024 II.b)', () => {
    build().hasResourceProperties('AWS::S3::Bucket', {
      WebsiteConfiguration: { IndexDocument: 'index.html', ErrorDocument: 'error.html' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it('is encrypted, versioned, and retained when the stack goes', () => {
    build().hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: Match.anyValue(),
      },
    });
  });

  it('refuses plain HTTP and TLS below 1.2', () => {
    build().hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
        ]),
      },
    });
  });

  it('expires superseded versions by age, and no current object where nothing is said', () => {
    const rules = rulesOf({ oldVersionDays: 7 });
    expect(rules).toEqual([expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 7 } })]);
    expect(rules.filter(({ ExpirationInDays }) => ExpirationInDays !== undefined)).toEqual([]);
  });

  it('lets cuts and stable files go a day after their manifests, and the worker’s notes never', () => {
    const expiring = rulesOf({ cutDays: 39 }).filter(
      ({ ExpirationInDays }) => ExpirationInDays !== undefined,
    );
    expect(expiring.map(({ Prefix, ExpirationInDays }) => [Prefix, ExpirationInDays])).toEqual([
      ['manifests/', 39],
      ['cuts/', 40],
      ['stable/', 40],
    ]);
  });
});
