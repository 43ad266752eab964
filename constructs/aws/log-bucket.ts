import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type CfnBucket,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface LogBucketProps {
  /**
   * Days that an access log is kept; visitors' addresses are personal data, so not for ever.
   * @default 400 days: the memoria técnica and a year for questions about it
   */
  readonly retentionDays?: number;
}

const DEFAULT_RETENTION_DAYS = 400;

/**
 * The private bucket that collects the access logs of the distribution and of the other buckets.
 * @see bcs-2024 V.a (statistics of visits, pages and hits)
 */
export class LogBucket extends Construct {
  readonly bucket: IBucket;
  /** The bucket's ARN as an attribute: a stack of another region can refer to it without a fixed bucket name. */
  readonly attrArn: string;

  constructor(scope: Construct, id: string, props?: LogBucketProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: false,
      lifecycleRules: [
        { id: 'expire-logs', expiration: Duration.days(props?.retentionDays ?? DEFAULT_RETENTION_DAYS) },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.bucket = bucket;
    this.attrArn = (bucket.node.defaultChild as CfnBucket).attrArn;
  }
}
