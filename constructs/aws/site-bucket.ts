import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.js';

export interface SiteBucketProps {
  /** Bucket that receives the server access logs. */
  readonly logBucket: IBucket;
  /**
   * Days that a superseded cut stays readable; retention is by age, never by count, so that no slow reader and no
   * rollback loses its cut.
   * @default 30 days
   */
  readonly cutRetentionDays?: number;
}

const DEFAULT_CUT_RETENTION_DAYS = 30;

/**
 * The private bucket that holds the published cuts, with static website hosting switched on.
 *
 * The website endpoint is never an origin: it speaks plain HTTP and takes no origin access control. The distribution
 * reads through the REST endpoint; index documents come from the edge function.
 * @see bcs-2024 II.b
 */
export class SiteBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, props: SiteBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      websiteIndexDocument: 'index.html',
      websiteErrorDocument: 'error.html',
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      serverAccessLogsBucket: props.logBucket,
      serverAccessLogsPrefix: 's3/site/',
      lifecycleRules: [
        {
          id: 'expire-superseded-versions',
          noncurrentVersionExpiration: Duration.days(props.cutRetentionDays ?? DEFAULT_CUT_RETENTION_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acknowledge(this, {
      rule: 'S5',
      reason:
        'Website hosting is on because the call asks for it (bcs-2024 II.b); the rule takes that for a public site, ' +
        'but the bucket blocks public access and only the distribution reads it, through origin access control.',
    });
  }
}
