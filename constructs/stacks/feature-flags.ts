/**
 * CDK feature flags of the app. They stand in code, not in cdk.json, so that every way of synthesizing (the CDK CLI,
 * `difusor check`, a test) makes the same template.
 */
export const FEATURE_FLAGS: Readonly<Record<string, boolean | readonly string[]>> = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-lambda:useCdkManagedLogGroup': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:target-partitions': ['aws'],
};
