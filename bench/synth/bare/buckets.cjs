'use strict';
const { Duration, RemovalPolicy } = require('aws-cdk-lib');
const { PolicyStatement, ServicePrincipal } = require('aws-cdk-lib/aws-iam');
const s3 = require('aws-cdk-lib/aws-s3');

/** The private buckets: access logs, published cuts, archive of packages. */
function buckets(stack) {
  const common = {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  };
  const logBucket = new s3.Bucket(stack, 'Logs', {
    ...common,
    versioned: false,
    lifecycleRules: [{ id: 'expire-logs', expiration: Duration.days(400) }],
  });
  const site = new s3.Bucket(stack, 'Site', {
    ...common,
    websiteIndexDocument: 'index.html',
    websiteErrorDocument: 'error.html',
    versioned: true,
    lifecycleRules: [
      {
        id: 'expire-old-versions',
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  const archive = new s3.Bucket(stack, 'Archive', {
    ...common,
    versioned: true,
    lifecycleRules: [
      { id: 'abort-unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  logServerAccess(stack, site, logBucket, 's3/site/');
  logServerAccess(stack, archive, logBucket, 's3/archive/');
  return { logs: logBucket, site, archive };
}

/** By policy: the ACL that the bucket's own property would set can't stand beside an enforced owner. */
function logServerAccess(stack, source, logBucket, prefix) {
  source.node.defaultChild.loggingConfiguration = {
    destinationBucketName: logBucket.bucketName,
    logFilePrefix: prefix,
  };
  logBucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [logBucket.arnForObjects(`${prefix}*`)],
      conditions: {
        ArnLike: { 'aws:SourceArn': source.bucketArn },
        StringEquals: { 'aws:SourceAccount': stack.account },
      },
    }),
  );
}

module.exports = { buckets };
