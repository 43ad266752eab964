import {
  GetDistributionConfigCommand,
  ListDistributionsCommand,
  type DistributionConfig,
} from '@aws-sdk/client-cloudfront';
import {
  GetBucketVersioningCommand,
  GetBucketWebsiteCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
} from '@aws-sdk/client-s3';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import {
  GetLoggingConfigurationCommand,
  GetWebACLCommand,
  ListWebACLsCommand,
  type Rule,
  type WebACL,
} from '@aws-sdk/client-wafv2';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeAssembly } from './support/assembly.js';
import { askAws } from './support/aws-cli.js';
import { awsClients, type AwsClients } from './support/aws-clients.js';
import { startAwsStandIn, type AwsStandIn, type StandInResource } from './support/aws-stand-in.js';
import { BEFORE_THE_ELECTION, DifusorApp, EXAMPLE_ZONE, said } from './support/difusor-app.js';
import { exampleConfig } from './support/example-config.js';
import { leaveNote } from './support/notes.js';
import { describePart, testPart } from './support/part.js';

const STACK = 'difusor-bcs-2024';
const SECRET = 'difusor/bcs-2027/source';

describePart('examples/bcs on the AWS stand-in', ['awsStandIn'], () => {
  let folder = '';
  let aws: AwsStandIn;
  let clients: AwsClients;
  let app: DifusorApp;
  let config = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-aws-'));
    aws = await startAwsStandIn({ now: BEFORE_THE_ELECTION, hostedZones: EXAMPLE_ZONE });
    clients = awsClients(aws.url);
    app = new DifusorApp(aws, folder);
    config = exampleConfig(folder, 'difusor');
  });

  afterAll(async () => {
    await aws.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('cdk bootstrap makes what the CDK needs in the region', async () => {
    const result = await app.bootstrap('us-east-1');
    expect(said(result)).toContain('bootstrapped');
    expect(result.code).toBe(0);
  });

  test('cdk deploy makes the whole stack and prints what a person needs next', async () => {
    const result = await app.deploy(config);
    expect(said(result)).toMatch(/FixedIp = \d+\.\d+\.\d+\.\d+/);
    expect(result.code).toBe(0);
    const stack = await aws.stack(STACK);
    expect(stack.status).toBe('CREATE_COMPLETE');
    noteRecordedOnly(stack.resources);
  });

  test('the site bucket hosts a static website and lets nobody in', async () => {
    const Bucket = await physicalId('AWS::S3::Bucket', 'SiteStore');
    const website = await clients.s3.send(new GetBucketWebsiteCommand({ Bucket }));
    expect(website.IndexDocument).toEqual({ Suffix: 'index.html' });
    const access = await clients.s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(access.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    const versioning = await clients.s3.send(new GetBucketVersioningCommand({ Bucket }));
    expect(versioning.Status).toBe('Enabled');
  });

  test('the distribution serves the site’s name from the private bucket, behind the firewall', async () => {
    const distribution = await distributionConfig();
    expect(distribution.Aliases?.Items).toEqual(['prep.example.org']);
    expect(distribution.WebACLId).toBe((await webAcl()).ARN);
    const bucket = await physicalId('AWS::S3::Bucket', 'SiteStore');
    const accessControl = await physicalId('AWS::CloudFront::OriginAccessControl');
    for (const origin of distribution.Origins?.Items ?? []) {
      expect(origin.DomainName).toBe(`${bucket}.s3.us-east-1.amazonaws.com`);
      expect(origin.OriginAccessControlId).toBe(accessControl);
    }
    expect(distribution.Origins?.Quantity).toBeGreaterThan(0);
  });

  test('the distribution keeps no error and revalidates by the stack’s own cache policy', async () => {
    const distribution = await distributionConfig();
    const errors = distribution.CustomErrorResponses?.Items ?? [];
    expect(errors.map(({ ErrorCode }) => ErrorCode)).toEqual(expect.arrayContaining([403, 404, 500, 503]));
    expect(errors.filter(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL !== 0)).toEqual([]);
    const policy = await resource('AWS::CloudFront::CachePolicy');
    expect(distribution.DefaultCacheBehavior?.CachePolicyId).toBe(policy.physicalId);
    // CloudFront's policies have no emulated API: what the service would have got is all there is to read.
    expect(policy.madeBy).toBe('recorded only');
    expect(policy.recorded).toMatchObject({ CachePolicyConfig: { MinTTL: 0, DefaultTTL: 0, MaxTTL: 1 } });
  });

  test('the viewer-request function of the distribution reads the stack’s key-value store', async () => {
    const router = await resource('AWS::CloudFront::Function');
    const functions = (await distributionConfig()).DefaultCacheBehavior?.FunctionAssociations?.Items;
    expect(functions).toEqual([{ EventType: 'viewer-request', FunctionARN: router.physicalId }]);
    expect(router.recorded).toMatchObject({
      FunctionConfig: { Runtime: 'cloudfront-js-2.0', KeyValueStoreAssociations: { Quantity: 1 } },
    });
  });

  test('the firewall blocks other methods, counts by address and applies the managed groups', async () => {
    const rules = (await webAcl()).Rules ?? [];
    expect(rule(rules, 'AllowedMethodsOnly').Action).toMatchObject({ Block: {} });
    expect(rateLimit(rules)).toBe(20_000);
    expect(rule(rules, 'RateLimit').Action).toEqual({ Count: {} });
    const groups = rules.map(({ Statement }) => Statement?.ManagedRuleGroupStatement?.Name);
    expect(groups).toEqual(
      expect.arrayContaining([
        'AWSManagedRulesAmazonIpReputationList',
        'AWSManagedRulesCommonRuleSet',
        'AWSManagedRulesKnownBadInputsRuleSet',
      ]),
    );
  });

  test('the firewall logs to a group that WAF accepts, without cookies and credentials', async () => {
    const ResourceArn = (await webAcl()).ARN;
    const answer = await clients.wafv2.send(new GetLoggingConfigurationCommand({ ResourceArn }));
    const logging = answer.LoggingConfiguration;
    expect(logging?.LogDestinationConfigs).toEqual([expect.stringMatching(/:log-group:aws-waf-logs-[^:]+$/)]);
    expect(logging?.RedactedFields?.map(({ SingleHeader }) => SingleHeader?.Name).sort()).toEqual([
      'authorization',
      'cookie',
    ]);
  });

  test('the secret is there, and no value of it stands in the template', async () => {
    const secret = await clients.secrets.send(new GetSecretValueCommand({ SecretId: SECRET }));
    expect(secret.Name).toBe(SECRET);
    const value = secret.SecretString ?? '';
    expect(value).not.toBe('');
    const template = readFileSync(join(app.assembly(config), `${STACK}.template.json`), 'utf8');
    expect(template).not.toMatch(/"SecretString"/);
    expect(template.includes(value)).toBe(false);
  });

  testPart('the worker’s fixed address is reserved and bears the stack’s tags', ['awsCli'], async () => {
    const { Addresses } = (await askAws(aws.url, ['ec2', 'describe-addresses'])) as {
      Addresses: { PublicIp: string; Domain: string; Tags: { Key: string; Value: string }[] }[];
    };
    expect(Addresses).toHaveLength(1);
    expect(Addresses[0]?.PublicIp).toBe((await aws.stack(STACK)).outputs.FixedIp);
    expect(Addresses[0]?.Domain).toBe('vpc');
    expect(Addresses[0]?.Tags).toContainEqual({ Key: 'proyecto', Value: 'prep-bcs-2027' });
  });

  testPart('the schedules start the worker in the call’s windows and zone', ['awsCli'], async () => {
    const schedules = await Promise.all((await physicalIds('AWS::Scheduler::Schedule')).map(schedule));
    expect(schedules).toHaveLength(4);
    expect(new Set(schedules.map(({ ScheduleExpressionTimezone }) => ScheduleExpressionTimezone))).toEqual(
      new Set(['America/Mazatlan']),
    );
    const windows = schedules.map(
      ({ StartDate, EndDate }) => [seconds(StartDate), seconds(EndDate)] as const,
    );
    for (const [start, end] of windows) expect(start).toBeLessThan(end);
    // The election's window holds 6 June 2027 20:00 in La Paz (UTC-7), the opening.
    const opening = Date.parse('2027-06-06T20:00:00-07:00') / 1000;
    expect(windows.filter(([start, end]) => start <= opening && opening < end)).toHaveLength(1);
  });

  test('a second deployment of the same configuration changes nothing', async () => {
    const before = (await aws.stack(STACK)).events.length;
    const result = await app.deploy(config);
    expect(said(result)).toContain('(no changes)');
    expect((await aws.stack(STACK)).events).toHaveLength(before);
  });

  test('a changed configuration reaches the running firewall, and the address stays', async () => {
    const before = await aws.stack(STACK);
    const changed = exampleConfig(folder, 'changed', { 'waf.rateLimit.requestsPer5Minutes': 30_000 });
    expect((await app.deploy(changed)).code).toBe(0);
    expect(rateLimit((await webAcl()).Rules ?? [])).toBe(30_000);
    expect((await aws.stack(STACK)).outputs).toEqual(before.outputs);
  });

  test('a template that fails half-way is rolled back to what was running', async () => {
    const assembly = await app.synth(
      exampleConfig(folder, 'failing', { 'waf.rateLimit.requestsPer5Minutes': 40_000 }),
    );
    const before = await aws.stack(STACK);
    const acl = before.resources.find(({ type }) => type === 'AWS::WAFv2::WebACL')?.logicalId;
    changeAssembly(assembly, join(folder, 'broken'), STACK, ({ Resources }) => {
      Resources.Extra = { Type: 'AWS::SQS::Queue' };
      const Properties = { Scope: 'NOWHERE', IPAddressVersion: 'IPV4', Addresses: [] };
      Resources.Broken = { Type: 'AWS::WAFv2::IPSet', Properties, DependsOn: ['Extra', acl] };
    });

    const result = await app.deployAssembly(join(folder, 'broken'));

    expect(result.code).not.toBe(0);
    expect(said(result)).toContain("'NOWHERE' is none of CLOUDFRONT, REGIONAL");
    const after = await aws.stack(STACK);
    expect(after.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(ids(after.resources)).toEqual(ids(before.resources));
    expect(after.events).toContainEqual(
      expect.objectContaining({ logicalId: acl, status: 'UPDATE_COMPLETE' }),
    );
    expect(rateLimit((await webAcl()).Rules ?? [])).toBe(30_000);
  });

  test('cdk destroy takes the site down and keeps what must outlive it', async () => {
    const buckets = await physicalIds('AWS::S3::Bucket');
    expect(buckets).toHaveLength(3);

    const result = await app.destroy(config);

    expect(result.code).toBe(0);
    const stack = await aws.stack(STACK);
    expect(stack.status).toBe('DELETE_COMPLETE');
    const kept = stack.events.filter(({ status }) => status === 'DELETE_SKIPPED').map(({ type }) => type);
    expect(new Set(kept)).toEqual(new Set(['AWS::EC2::EIP', 'AWS::Logs::LogGroup', 'AWS::S3::Bucket']));
    const { Buckets } = await clients.s3.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(expect.arrayContaining(buckets));
    const acls = await clients.wafv2.send(new ListWebACLsCommand({ Scope: 'CLOUDFRONT' }));
    expect(acls.WebACLs).toEqual([]);
    const distributions = await clients.cloudfront.send(new ListDistributionsCommand({}));
    expect(distributions.DistributionList?.Items ?? []).toEqual([]);
  });

  testPart('the fixed address is still reserved after cdk destroy', ['awsCli'], async () => {
    const { Addresses } = (await askAws(aws.url, ['ec2', 'describe-addresses'])) as {
      Addresses: { PublicIp: string }[];
    };
    expect(Addresses.map(({ PublicIp }) => PublicIp)).toEqual([(await aws.stack(STACK)).outputs.FixedIp]);
  });

  test('after cdk destroy the same configuration deploys again, beside what was kept', async () => {
    const result = await app.deploy(config);
    expect(result.code).toBe(0);
    expect((await aws.stack(STACK)).status).toBe('CREATE_COMPLETE');
    const { Buckets } = await clients.s3.send(new ListBucketsCommand({}));
    // The CDK's asset bucket, three that were kept, three new.
    expect(Buckets).toHaveLength(7);
  });

  async function resources(type: string): Promise<readonly StandInResource[]> {
    return (await aws.stack(STACK)).resources.filter((candidate) => candidate.type === type);
  }

  /** The one resource of a type, or of those the one whose logical id holds `part`. */
  async function resource(type: string, part = ''): Promise<StandInResource> {
    const found = (await resources(type)).filter(({ logicalId }) => logicalId.includes(part));
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Error(`${found.length} ${type} named …${part}…`);
    return only;
  }

  async function physicalId(type: string, part?: string): Promise<string> {
    return (await resource(type, part)).physicalId;
  }

  async function physicalIds(type: string): Promise<string[]> {
    return (await resources(type)).map((found) => found.physicalId);
  }

  async function distributionConfig(): Promise<DistributionConfig> {
    const Id = await physicalId('AWS::CloudFront::Distribution');
    const { DistributionConfig: found } = await clients.cloudfront.send(
      new GetDistributionConfigCommand({ Id }),
    );
    if (found === undefined) throw new Error('a distribution without configuration');
    return found;
  }

  async function webAcl(): Promise<WebACL> {
    const [Name, Id] = (await physicalId('AWS::WAFv2::WebACL')).split('|');
    const { WebACL: found } = await clients.wafv2.send(
      new GetWebACLCommand({ Name, Id, Scope: 'CLOUDFRONT' }),
    );
    if (found === undefined) throw new Error('no web ACL');
    return found;
  }

  async function schedule(name: string): Promise<Schedule> {
    const args = ['scheduler', 'get-schedule', '--group-name', STACK, '--name', name];
    return (await askAws(aws.url, args)) as Schedule;
  }
});

interface Schedule {
  readonly ScheduleExpressionTimezone: string;
  readonly StartDate: number | string;
  readonly EndDate: number | string;
}

/** Seconds since 1970: one version of the AWS CLI prints numbers, another ISO 8601. */
function seconds(instant: number | string): number {
  return typeof instant === 'number' ? instant : Date.parse(instant) / 1000;
}

function rule(rules: readonly Rule[], name: string): Rule {
  const found = rules.find(({ Name }) => Name === name);
  if (found === undefined) throw new Error(`the web ACL has no rule ${name}`);
  return found;
}

function rateLimit(rules: readonly Rule[]): number | undefined {
  return rule(rules, 'RateLimit').Statement?.RateBasedStatement?.Limit;
}

function ids(resources: readonly StandInResource[]): string[] {
  return resources.map(({ physicalId }) => physicalId).sort();
}

function noteRecordedOnly(resources: readonly StandInResource[]): void {
  for (const { type, madeBy } of resources) {
    if (madeBy === 'recorded only') leaveNote({ kind: 'recorded-only', type });
  }
}
