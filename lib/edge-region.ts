/** The region to which AWS ties CloudFront: its certificates, web ACLs, access logs, metrics and key-value stores. */
export const EDGE_REGION = 'us-east-1';
