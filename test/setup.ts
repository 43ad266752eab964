// Each synthesis would otherwise validate with a bundled engine: seconds and hundreds of MB per test file.
// test/constructs/stacks/validation.test.ts turns it on again, once.
process.env.CDK_VALIDATION ??= 'false';
process.env.CDK_DISABLE_CLI_TELEMETRY = 'true';
process.env.AWS_EC2_METADATA_DISABLED = 'true';
process.env.TZ = 'UTC';
