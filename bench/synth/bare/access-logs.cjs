'use strict';
const { PolicyStatement, ServicePrincipal } = require('aws-cdk-lib/aws-iam');
const logs = require('aws-cdk-lib/aws-logs');

const FIELDS =
  'date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem cs-uri-query sc-status cs(Referer) ' +
  'cs(User-Agent) x-edge-result-type x-edge-request-id x-host-header cs-protocol time-taken ssl-protocol ' +
  'x-edge-response-result-type cs-protocol-version time-to-first-byte sc-content-type';

/** Standard logging v2 of the distribution. */
function accessLogs(stack, name, { distribution, bucket }) {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AccessLogDelivery',
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('cloudfront/*')],
      conditions: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': stack.account },
        ArnLike: {
          'aws:SourceArn': `arn:${stack.partition}:logs:us-east-1:${stack.account}:delivery-source:*`,
        },
      },
    }),
  );
  const source = new logs.CfnDeliverySource(stack, 'AccessLogSource', {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: distribution.distributionArn,
  });
  const destination = new logs.CfnDeliveryDestination(stack, 'AccessLogDestination', {
    name,
    destinationResourceArn: `${bucket.node.defaultChild.attrArn}/cloudfront`,
    outputFormat: 'w3c',
  });
  const delivery = new logs.CfnDelivery(stack, 'AccessLogDelivery', {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.attrArn,
    recordFields: FIELDS.split(' '),
    s3SuffixPath: '{yyyy}/{MM}/{dd}/{HH}',
  });
  delivery.node.addDependency(source);
}

module.exports = { accessLogs };
