'use strict';
const { join } = require('node:path');
const { Duration, RemovalPolicy, Size } = require('aws-cdk-lib');
const iam = require('aws-cdk-lib/aws-iam');
const lambda = require('aws-cdk-lib/aws-lambda');
const logs = require('aws-cdk-lib/aws-logs');
const secretsmanager = require('aws-cdk-lib/aws-secretsmanager');
const sqs = require('aws-cdk-lib/aws-sqs');
const { ASSETS, settings } = require('./constants.cjs');

/** The sync worker, its secret, role, log and dead letters. */
function worker(stack, name, { buckets, store, network }) {
  const secret = new secretsmanager.Secret(stack, 'Secret', {
    secretName: settings.source.secretName,
    description: 'difusor: credentials of the institute, filled by a person: {"username","password"}',
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const deadLetters = new sqs.Queue(stack, 'DeadLetters', {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const logGroup = new logs.LogGroup(stack, 'WorkerLogs', {
    retention: logs.RetentionDays.THIRTEEN_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  const fn = new lambda.Function(stack, 'Worker', {
    description: 'difusor: pulls, verifies, archives and publishes the newest cut',
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    code: lambda.Code.fromAsset(join(ASSETS, 'worker')),
    handler: 'index.handler',
    timeout: Duration.minutes(9),
    memorySize: 1769,
    ephemeralStorageSize: Size.gibibytes(6),
    reservedConcurrentExecutions: 1,
    role: workerRole(stack, { buckets, store, secret, logGroup }),
    vpc: network.vpc,
    vpcSubnets: { subnetGroupName: 'private' },
    securityGroups: [network.securityGroup],
    logGroup,
    loggingFormat: lambda.LoggingFormat.TEXT,
    maxEventAge: Duration.minutes(1),
    retryAttempts: 0,
    deadLetterQueue: deadLetters,
    environment: {
      DIFUSOR_SETTINGS: JSON.stringify(settings),
      DIFUSOR_SITE: name,
      SITE_BUCKET: buckets.site.bucketName,
      ARCHIVE_BUCKET: buckets.archive.bucketName,
      KEY_VALUE_STORE_ARN: store.keyValueStoreArn,
      SECRET_ARN: secret.secretArn,
    },
  });
  return { fn, deadLetters };
}

function workerRole(stack, { buckets: { site, archive }, store, secret, logGroup }) {
  const role = new iam.Role(stack, 'WorkerRole', {
    description: 'difusor sync worker',
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    managedPolicies: [
      iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaENIManagementAccess'),
    ],
  });
  const allow = (sid, actions, resources) =>
    role.addToPrincipalPolicy(new iam.PolicyStatement({ sid, actions, resources }));
  const siteKeys = ['cuts/*', 'manifests/*', 'stable/*', 'state/*'].map((prefix) =>
    site.arnForObjects(prefix),
  );
  const pointer = ['DescribeKeyValueStore', 'GetKey', 'PutKey'];
  allow('SiteObjects', ['s3:GetObject', 's3:PutObject'], siteKeys);
  allow('AbsentObjects', ['s3:ListBucket'], [site.bucketArn, archive.bucketArn]);
  allow('ArchivePackages', ['s3:GetObject', 's3:PutObject'], [archive.arnForObjects('packages/*')]);
  allow(
    'Pointer',
    pointer.map((action) => `cloudfront-keyvaluestore:${action}`),
    [store.keyValueStoreArn],
  );
  allow('Credentials', ['secretsmanager:GetSecretValue'], [secret.secretArn]);
  logGroup.grants.write(role);
  return role;
}

module.exports = { worker };
