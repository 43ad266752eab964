import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type IBucket,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.js';
import { logServerAccess } from './server-access-logs.js';

export interface SiteBucketProps {
  /** Bucket that receives the server access logs. */
  readonly logBucket: IBucket;
  /**
   * Days that an overwritten or deleted version of an object is kept: the worker's notes are overwritten at each run.
   * @default 30 days
   */
  readonly oldVersionDays?: number;
  /**
   * Days after which a cut may leave: never less than the time for which the call wants results in view, since a rule by
   * age can't tell the live cut, which may stay the last one for days, from those before it.
   * @default cuts stay
   */
  readonly cutDays?: number;
}

const DEFAULT_OLD_VERSION_DAYS = 30;

/**
 * The private bucket that holds the published cuts, with static website hosting switched on.
 *
 * A night's cuts share nothing in S3 but the files that never change, so their number times the size of the rest is what
 * the bucket holds.
 *
 * The website endpoint is never an origin: it speaks plain HTTP and takes no origin access control. The distribution
 * reads through the REST endpoint; index documents come from the edge function.
 * @see bcs-2024 II.b
 */
export class SiteBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, props: SiteBucketProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      websiteIndexDocument: 'index.html',
      websiteErrorDocument: 'error.html',
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [
        {
          id: 'expire-old-versions',
          noncurrentVersionExpiration: Duration.days(props.oldVersionDays ?? DEFAULT_OLD_VERSION_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        ...expirations(props.cutDays),
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    logServerAccess(bucket, props.logBucket, 's3/site/');
    this.bucket = bucket;
    acknowledge(this, {
      rule: 'S5',
      reason:
        'Website hosting is on because the call asks for it (bcs-2024 II.b); the rule takes that for a public site, ' +
        'but the bucket blocks public access and only the distribution reads it, through origin access control.',
    });
  }
}

/** Manifests go first: a cut without one is whole to nobody. */
function expirations(cutDays: number | undefined): LifecycleRule[] {
  if (cutDays === undefined) return [];
  const expire = (prefix: string, days: number): LifecycleRule => ({
    id: `expire-${prefix}`,
    prefix: `${prefix}/`,
    expiration: Duration.days(days),
  });
  return [expire('manifests', cutDays), expire('cuts', cutDays + 1), expire('stable', cutDays + 1)];
}
