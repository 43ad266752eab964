import { Match } from 'aws-cdk-lib/assertions';
import { SiteBucket } from '../../../constructs/aws/index.js';
import { someBucket, templateOf, theResource } from '../../support/stack.js';

const build = (oldVersionDays?: number) =>
  templateOf((scope) => new SiteBucket(scope, 'Site', { logBucket: someBucket(scope), oldVersionDays }));

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

  it('expires superseded versions by age, never a current cut', () => {
    const { definition } = theResource(build(7), 'AWS::S3::Bucket');
    const properties = definition.Properties as {
      LifecycleConfiguration: { Rules: Record<string, unknown>[] };
    };
    const [rule] = properties.LifecycleConfiguration.Rules;
    expect(rule).toMatchObject({ NoncurrentVersionExpiration: { NoncurrentDays: 7 } });
    expect(rule).not.toHaveProperty('ExpirationInDays');
  });
});
