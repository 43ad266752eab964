import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Construct } from 'constructs';
import { acknowledge, acknowledgePrefixes } from '../../../constructs/aws/acknowledge.js';

const REASON = 'All objects under one prefix, to read; never to delete.';

/** Rules of the AwsSolutions pack, with the findings that they name, that speak up below a construct. */
function findings(scope: Construct): string[] {
  const { violations } = new AwsSolutionsChecks(scope).validateScope(scope);
  return violations.map(({ ruleName }) => ruleName);
}

function stack(): Stack {
  return new Stack(new App(), 'Test', { env: { region: 'us-east-1' } });
}

/** A role that may read the objects of a bucket under some prefixes. */
function readerOf(bucket: IBucket, scope: Construct, ...prefixes: string[]): Role {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const resources = prefixes.map((prefix) => bucket.arnForObjects(prefix));
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources }));
  return role;
}

describe('acknowledge', () => {
  it('silences the rule on the construct and on all below it, and no other rule', () => {
    const scope = stack();
    const queue = new Queue(scope, 'Queue');
    expect(findings(scope)).toEqual(expect.arrayContaining(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']));
    acknowledge(queue, { rule: 'SQS3', reason: 'This queue is where messages end.' });
    expect(findings(scope)).toEqual(['AwsSolutions-SQS4']);
  });

  it('silences nothing beside the construct', () => {
    const scope = stack();
    const queue = new Queue(scope, 'Queue');
    new Queue(scope, 'Other');
    acknowledge(
      queue,
      { rule: 'SQS3', reason: 'This queue is where messages end.' },
      { rule: 'SQS4', reason: 'Nobody outside reaches it.' },
    );
    expect(findings(queue)).toEqual([]);
    expect(findings(scope)).toEqual(expect.arrayContaining(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']));
  });
});

describe('acknowledgePrefixes', () => {
  it.each<[string, string, (scope: Construct) => IBucket]>([
    [
      'an imported bucket, by its literal ARN',
      'arn:aws:s3:::theirs/cuts/*',
      (scope) => Bucket.fromBucketArn(scope, 'Bucket', 'arn:aws:s3:::theirs'),
    ],
    [
      'a bucket known by its name, by an ARN with the partition',
      'arn:<AWS::Partition>:s3:::theirs/cuts/*',
      (scope) => Bucket.fromBucketName(scope, 'Bucket', 'theirs'),
    ],
    [
      'a bucket of the stack, by its logical id',
      '<Bucket83908E77.Arn>/cuts/*',
      (scope) => new Bucket(scope, 'Bucket', { enforceSSL: true }),
    ],
  ])('silences the finding of %s', (_name, written, bucketIn) => {
    const scope = stack();
    const bucket = bucketIn(scope);
    const role = readerOf(bucket, scope, 'cuts/*');
    expect(findings(role)).toEqual([`AwsSolutions-IAM5[Resource::${written}]`]);
    acknowledgePrefixes(role, [bucket.arnForObjects('cuts/*')], REASON);
    expect(findings(role)).toEqual([]);
  });

  it('silences each prefix by itself: one that is not named still speaks up', () => {
    const scope = stack();
    const bucket = Bucket.fromBucketArn(scope, 'Bucket', 'arn:aws:s3:::theirs');
    const role = readerOf(bucket, scope, 'cuts/*', 'state/*', 'secret/*');
    acknowledgePrefixes(role, [bucket.arnForObjects('cuts/*'), bucket.arnForObjects('state/*')], REASON);
    expect(findings(role)).toEqual(['AwsSolutions-IAM5[Resource::arn:aws:s3:::theirs/secret/*]']);
  });
});
