import {
  CloudFrontKeyValueStoreClient,
  type CloudFrontKeyValueStoreClientConfig,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { EDGE_REGION } from '../edge-region.js';
import { REQUEST_LIMITS } from './request-limits.js';

/** A client for the pointer in a KeyValueStore. */
export function createKeyValueClient(
  config: CloudFrontKeyValueStoreClientConfig = {},
): CloudFrontKeyValueStoreClient {
  return new CloudFrontKeyValueStoreClient({
    region: EDGE_REGION,
    requestHandler: REQUEST_LIMITS,
    ...config,
  });
}
