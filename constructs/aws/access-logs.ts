import { Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EDGE_REGION } from '../../lib/edge-region.js';

export interface AccessLogsProps {
  /** Distribution whose requests are logged. */
  readonly distribution: IDistribution;
  /** ARN of the bucket that receives the logs, under `cloudfront/`. */
  readonly bucketArn: string;
  /** Names the delivery; unique in the account. */
  readonly name: string;
}

const PREFIX = 'cloudfront';

/**
 * What the memoria técnica and an investigation need, and no more: no cookie is logged.
 * Names are those of CloudFront's standard logging v2.
 */
const FIELDS = [
  'date',
  'time',
  'x-edge-location',
  'sc-bytes',
  'c-ip',
  'cs-method',
  'cs(Host)',
  'cs-uri-stem',
  'cs-uri-query',
  'sc-status',
  'cs(Referer)',
  'cs(User-Agent)',
  'x-edge-result-type',
  'x-edge-request-id',
  'x-host-header',
  'cs-protocol',
  'time-taken',
  'ssl-protocol',
  'x-edge-response-result-type',
  'cs-protocol-version',
  'time-to-first-byte',
  'sc-content-type',
] as const;

/**
 * Standard logging v2 of the distribution into a bucket; it must stand in a stack of us-east-1, whichever region the
 * bucket is in.
 * @see bcs-2024 V.a
 */
export class AccessLogs extends Construct {
  constructor(scope: Construct, id: string, props: AccessLogsProps) {
    super(scope, id);
    const source = new CfnDeliverySource(this, 'Source', {
      name: props.name,
      logType: 'ACCESS_LOGS',
      resourceArn: props.distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: props.name,
      destinationResourceArn: `${props.bucketArn}/${PREFIX}`,
      outputFormat: 'w3c',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [...FIELDS],
      s3SuffixPath: '{yyyy}/{MM}/{dd}/{HH}',
    });
    delivery.node.addDependency(source);
  }
}

/** Lets CloudWatch's log delivery write the distribution's access logs into a bucket of this stack's account. */
export function grantLogDelivery(bucket: IBucket): void {
  const { account, partition } = Stack.of(bucket);
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AccessLogDelivery',
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`${PREFIX}/*`)],
      conditions: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${EDGE_REGION}:${account}:delivery-source:*` },
      },
    }),
  );
}
