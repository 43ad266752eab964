import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket, CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';

/**
 * Lets S3 log the requests to one bucket into another, by policy.
 *
 * The CDK's own property would do it by ACL unless a feature flag is set, and an ACL can't stand beside an enforced
 * owner; this way the constructs work in anyone's app.
 * @param prefix of the logs' keys, with its slash
 */
export function logServerAccess(source: Bucket, logBucket: IBucket, prefix: string): void {
  const definition = source.node.defaultChild as CfnBucket;
  definition.loggingConfiguration = { destinationBucketName: logBucket.bucketName, logFilePrefix: prefix };
  logBucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [logBucket.arnForObjects(`${prefix}*`)],
      conditions: {
        ArnLike: { 'aws:SourceArn': source.bucketArn },
        StringEquals: { 'aws:SourceAccount': Stack.of(source).account },
      },
    }),
  );
}
