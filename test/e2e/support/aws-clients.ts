import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { WAFV2Client } from '@aws-sdk/client-wafv2';

export const CREDENTIALS = { accessKeyId: 'AKIASTANDIN', secretAccessKey: 'stand-in' };

export interface AwsClients {
  readonly cloudfront: CloudFrontClient;
  readonly s3: S3Client;
  readonly secrets: SecretsManagerClient;
  readonly wafv2: WAFV2Client;
}

/** SDK clients that ask the stand-in; CloudFront and its firewall always in us-east-1. */
export function awsClients(endpoint: string, region = 'us-east-1'): AwsClients {
  const common = { endpoint, credentials: CREDENTIALS };
  return {
    cloudfront: new CloudFrontClient({ ...common, region: 'us-east-1' }),
    s3: new S3Client({ ...common, region, forcePathStyle: true }),
    secrets: new SecretsManagerClient({ ...common, region }),
    wafv2: new WAFV2Client({ ...common, region: 'us-east-1' }),
  };
}
