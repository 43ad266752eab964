'use strict';
const { Duration, RemovalPolicy } = require('aws-cdk-lib');
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
    serverAccessLogsBucket: logBucket,
    serverAccessLogsPrefix: 's3/site/',
    lifecycleRules: [
      {
        id: 'expire-superseded-versions',
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
  });
  const archive = new s3.Bucket(stack, 'Archive', {
    ...common,
    versioned: true,
    serverAccessLogsBucket: logBucket,
    serverAccessLogsPrefix: 's3/archive/',
    lifecycleRules: [
      { id: 'abort-unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  return { logs: logBucket, site, archive };
}

module.exports = { buckets };
