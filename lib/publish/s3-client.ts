import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { REQUEST_LIMITS } from './request-limits.js';

/** A client for the stores in a bucket. */
export function createS3Client(config: S3ClientConfig = {}): S3Client {
  return new S3Client({ requestHandler: REQUEST_LIMITS, ...config });
}
