import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  ObjectOwnership,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { logServerAccess } from './server-access-logs.js';

export interface ArchiveBucketProps {
  /** Bucket that receives the server access logs. */
  readonly logBucket: IBucket;
  /**
   * Days in which nobody, not even the account's owner, can delete a package (Object Lock, compliance mode).
   * It can't be taken back.
   * @default no lock; versions and retention on delete still hold
   */
  readonly objectLockDays?: number;
}

/**
 * The private bucket that keeps every package as it arrived, byte for byte: evidence of what the institute sent.
 * @see bcs-2024 I.f, chiapas-2024 II.b
 */
export class ArchiveBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, props: ArchiveBucketProps) {
    super(scope, id);
    const { objectLockDays } = props;
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      objectLockDefaultRetention:
        objectLockDays === undefined
          ? undefined
          : ObjectLockRetention.compliance(Duration.days(objectLockDays)),
      lifecycleRules: [
        { id: 'abort-unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    logServerAccess(bucket, props.logBucket, 's3/archive/');
    this.bucket = bucket;
  }
}
