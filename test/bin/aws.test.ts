import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  runCdk,
  startCloudFormationStandIn,
  type CdkResult,
  type CloudFormationStandIn,
} from '../../lib/testing/index.js';
import { exampleFile } from '../support/example-plan.js';

// The real CDK CLI runs the compiled app against the CloudFormation stand-in, in the order of a difusor's season.
const ROOT = join(__dirname, '../..');
const STACK = 'difusor-bcs-2024';
/** Credentials as a careless person may have them around; they must reach nothing that is deployed or printed. */
const CANARY = 'canary-7d1f0c5a';
const BEFORE_THE_ELECTION = new Date('2027-05-01T00:00:00Z');

let standIn: CloudFormationStandIn;
let home: string;
const example = exampleFile();
const changed = exampleFile({ edgeCache: 'per-cut', 'waf.rateLimit.requestsPer5Minutes': 40_000 });

beforeAll(async () => {
  standIn = await startCloudFormationStandIn({ clock: () => BEFORE_THE_ELECTION });
  home = mkdtempSync(join(tmpdir(), 'difusor-home-'));
});
afterAll(async () => {
  await standIn.close();
  rmSync(home, { recursive: true });
});

const printed: string[] = [];
const cdk = async (config: string, ...args: string[]): Promise<CdkResult> => {
  const words = [...args, '-c', `difusor=${config}`, '--output', join(home, 'cdk.out')];
  const env = { DIFUSOR_SECRET: CANARY, DIFUSOR_PASSWORD: CANARY, AWS_SESSION_TOKEN: CANARY };
  const result = await runCdk(words, { endpoint: standIn.url, cwd: ROOT, home, env });
  printed.push(result.stdout, result.stderr);
  return result;
};
const deploy = (config: string): Promise<CdkResult> => cdk(config, 'deploy', '--require-approval', 'never');
const stack = () => standIn.stacks().find(({ name }) => name === STACK);
const ofType = (type: string) =>
  Object.values(stack()?.resources ?? {}).filter((resource) => resource.type === type);

describe('a season with the CDK CLI', () => {
  it('bootstraps the account', async () => {
    const result = await cdk(example, 'bootstrap', `aws://${standIn.account}/us-east-1`);
    expect(result).toMatchObject({ code: 0 });
  });

  it('rolls a failed first deploy back and leaves nothing behind: no address, no bucket, no log', async () => {
    const heal = standIn.failOn('AWS::CloudFront::Distribution');
    const result = await deploy(example);
    heal();
    expect(result.code).toBe(1);
    expect(result.stdout + result.stderr).toContain('AWS::CloudFront::Distribution');
    expect(stack()?.status).toMatch(/ROLLBACK_COMPLETE$/);
    expect(Object.keys(stack()?.resources ?? {})).toEqual([]);
    expect(standIn.retained().filter(({ stack: maker }) => maker === STACK)).toEqual([]);
  });

  it('deploys the example, with the outputs that a person needs next', async () => {
    const result = await deploy(example);
    expect(result).toMatchObject({ code: 0 });
    expect(stack()?.status).toBe('CREATE_COMPLETE');
    expect(stack()?.outputs).toMatchObject({
      FixedIp: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      DnsRecords: expect.stringMatching(/^prep\.example\.org A\/AAAA → \S+\.cloudfront\.net/),
      SourceSecret: 'difusor/bcs-2027/source',
      ShieldTier: 'standard',
    });
  });

  it('resolves to what the call demands', () => {
    const [distribution] = ofType('AWS::CloudFront::Distribution');
    expect(distribution?.properties.DistributionConfig).toMatchObject({
      Aliases: ['prep.example.org'],
      WebACLId: ofType('AWS::WAFv2::WebACL')[0]?.attributes.Arn,
      DefaultCacheBehavior: { CachePolicyId: ofType('AWS::CloudFront::CachePolicy')[0]?.physicalId },
    });
    const [worker] = ofType('AWS::Lambda::Function');
    expect(worker?.properties.Environment).toMatchObject({
      Variables: { KEY_VALUE_STORE_ARN: ofType('AWS::CloudFront::KeyValueStore')[0]?.attributes.Arn },
    });
    const [logging] = ofType('AWS::WAFv2::LoggingConfiguration');
    expect(JSON.stringify(logging?.properties.LogDestinationConfigs)).toMatch(
      /:log-group:aws-waf-logs-difusor-bcs-2024-/,
    );
  });

  it('carries no secret of its surroundings into template, outputs, assembly or terminal', () => {
    const files = readdirSync(join(home, 'cdk.out'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(files.length).toBeGreaterThan(3);
    expect([...files, ...printed, JSON.stringify(standIn.stacks())].join('\n')).not.toContain(CANARY);
  });

  it('has nothing to do when nothing changed', async () => {
    const result = await deploy(example);
    expect(result).toMatchObject({ code: 0 });
    expect(result.stdout + result.stderr).toContain('no changes');
  });

  it('shows a change before it is made', async () => {
    const result = await cdk(changed, 'diff', '--fail');
    expect(result.code).toBe(1);
    expect(result.stdout + result.stderr).toContain('CachePolicy');
  });

  it('makes the change in place: no bucket, address or distribution is replaced', async () => {
    const kept = ['AWS::S3::Bucket', 'AWS::EC2::EIP', 'AWS::CloudFront::Distribution'].flatMap(ofType);
    const result = await deploy(changed);
    expect(result).toMatchObject({ code: 0 });
    expect(
      ['AWS::S3::Bucket', 'AWS::EC2::EIP', 'AWS::CloudFront::Distribution']
        .flatMap(ofType)
        .map(({ physicalId }) => physicalId),
    ).toEqual(kept.map(({ physicalId }) => physicalId));
  });

  it('goes back to what was deployed when an update fails', async () => {
    const heal = standIn.failOn('AWS::WAFv2::WebACL');
    const result = await deploy(example);
    heal();
    expect(result.code).toBe(1);
    expect(stack()?.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(ofType('AWS::CloudFront::CachePolicy')[0]?.properties.CachePolicyConfig).toMatchObject({
      MinTTL: 86_400,
    });
  });

  it('keeps results, packages, logs and the fixed IP when the stack is destroyed', async () => {
    const result = await cdk(changed, 'destroy', '--force');
    expect(result).toMatchObject({ code: 0 });
    expect(stack()).toBeUndefined();
    const types = standIn
      .retained()
      .filter(({ stack: maker }) => maker === STACK)
      .map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(['AWS::S3::Bucket', 'AWS::EC2::EIP', 'AWS::Logs::LogGroup']));
  });

  it('can be deployed anew beside what was kept', async () => {
    expect(await deploy(example)).toMatchObject({ code: 0 });
  });
});

describe('the CDK CLI with a broken difusor.yaml', () => {
  it('stops before any stack is touched, with code, line and remedy', async () => {
    const broken = exampleFile({ 'source.host': '169.254.169.254', edgeCache: 'never' });
    const result = await cdk(broken, 'synth', '--quiet');
    expect(result.code).not.toBe(0);
    expect(result.stderr).toContain('CONFIG_INVALID');
    expect(result.stderr).toMatch(/difusor\.yaml:\d+:\d+ source\.host/);
    expect(result.stderr).toMatch(/difusor\.yaml:\d+:\d+ edgeCache/);
  });
});
