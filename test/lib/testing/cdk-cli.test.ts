import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  runCdk,
  startCloudFormationStandIn,
  type CdkResult,
  type CloudFormationStandIn,
  type StandInStack,
} from '../../../lib/testing/index.js';

const LIBRARY = require.resolve('aws-cdk-lib');

/** Two stacks: a site, and an edge in another region that reads the site's queue by a weak reference. */
const APP = `
const cdk = require(${JSON.stringify(LIBRARY)});
const { Bucket } = require(${JSON.stringify(require.resolve('aws-cdk-lib/aws-s3'))});
const { Queue } = require(${JSON.stringify(require.resolve('aws-cdk-lib/aws-sqs'))});
const { StringParameter } = require(${JSON.stringify(require.resolve('aws-cdk-lib/aws-ssm'))});
const account = '123456789012';
const app = new cdk.App({ analyticsReporting: false });
cdk.CrossStackReferences.of(app).consume(cdk.ReferenceStrength.WEAK);
const site = new cdk.Stack(app, 'Site', { env: { account, region: 'us-east-1' } });
new Bucket(site, 'Store', { removalPolicy: cdk.RemovalPolicy.RETAIN });
const stage = new cdk.CfnParameter(site, 'Stage', { default: 'prod' });
const seconds = Number(process.env.SECONDS ?? 30);
const queue = new Queue(site, 'Queue', { visibilityTimeout: cdk.Duration.seconds(seconds) });
new StringParameter(site, 'Settings', { stringValue: cdk.Fn.join('/', [stage.valueAsString, queue.queueName, String(seconds)]) });
new cdk.CfnOutput(site, 'QueueUrl', { value: queue.queueUrl });
const edge = new cdk.Stack(app, 'Edge', { env: { account, region: 'mx-central-1' } });
new StringParameter(edge, 'Pointer', { stringValue: queue.node.defaultChild.attrArn });
`;

// The steps build on one another, as a person's do: one stand-in and one home for all of them.
describe('the real CDK CLI against the stand-in', () => {
  let standIn: CloudFormationStandIn;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-cdk-'));
    writeFileSync(join(folder, 'app.js'), APP);
    standIn = await startCloudFormationStandIn();
  });
  afterAll(async () => {
    await standIn.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cdk = (args: readonly string[], env: Record<string, string> = {}): Promise<CdkResult> =>
    runCdk(args, {
      endpoint: standIn.url,
      app: `"${process.execPath}" app.js`,
      cwd: folder,
      home: folder,
      env: { CDK_VALIDATION: 'false', ...env },
    });
  const deploy = (env: Record<string, string> = {}, ...more: string[]): Promise<CdkResult> =>
    cdk(['deploy', '--all', '--require-approval', 'never', ...more], env);
  const stack = (name: string): StandInStack | undefined =>
    standIn.stacks().find((candidate) => candidate.name === name);
  const resource = (type: string) =>
    Object.values(stack('Site')?.resources ?? {}).find((candidate) => candidate.type === type);

  it('is told to bootstrap first', async () => {
    const { code, stderr, stdout } = await deploy();
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('Has the environment been bootstrapped?');
    expect(standIn.stacks()).toEqual([]);
  });

  it('bootstraps two regions', async () => {
    expect(
      await cdk(['bootstrap', 'aws://123456789012/us-east-1', 'aws://123456789012/mx-central-1']),
    ).toMatchObject({ code: 0 });
    expect(
      standIn
        .stacks()
        .map(({ name, region, status }) => [name, region, status])
        .sort(),
    ).toEqual([
      ['CDKToolkit', 'mx-central-1', 'CREATE_COMPLETE'],
      ['CDKToolkit', 'us-east-1', 'CREATE_COMPLETE'],
    ]);
  });

  it('rolls a first deployment back when a resource fails, and keeps only what must be kept', async () => {
    const release = standIn.failOn('AWS::SSM::Parameter');
    const { code, stdout, stderr } = await deploy();
    release();
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('The stand-in was told to fail AWS::SSM::Parameter');
    expect(stack('Site')).toMatchObject({ status: 'ROLLBACK_COMPLETE', resources: {} });
    expect(stack('Edge')).toBeUndefined();
    expect(standIn.retained().map(({ type }) => type)).toEqual(['AWS::S3::Bucket']);
  });

  it('deploys both stacks, the second with the first one’s output', async () => {
    const { code, stdout } = await deploy({}, '--outputs-file', 'outputs.json');
    expect(code).toBe(0);
    expect(stack('Site')).toMatchObject({
      status: 'CREATE_COMPLETE',
      region: 'us-east-1',
      parameters: { Stage: 'prod' },
    });
    expect(stdout).toContain(stack('Site')?.outputs.QueueUrl);
    const queue = resource('AWS::SQS::Queue');
    expect(resource('AWS::SSM::Parameter')?.properties.Value).toMatch(/^prod\/Site-Queue\w+-\w+\/30$/);
    const [pointer] = Object.values(stack('Edge')?.resources ?? {});
    expect(pointer?.properties.Value).toBe(queue?.attributes.Arn);
    expect(standIn.calls()).toMatchObject({
      PutObject: expect.any(Number) as number,
      AssumeRole: expect.any(Number) as number,
    });
  });

  it('finds nothing to do when nothing has changed, also when it asks CloudFormation', async () => {
    const executed = standIn.calls().ExecuteChangeSet;
    const { code, stdout, stderr } = await deploy();
    expect([code, (stdout + stderr).match(/no changes/g)]).toEqual([0, ['no changes', 'no changes']]);
    const forced = await deploy({}, '--force');
    expect(forced.stdout + forced.stderr).toContain('would not make any changes');
    expect(standIn.calls().ExecuteChangeSet).toBe(executed);
  });

  it('shows a difference without making it', async () => {
    const { code, stdout, stderr } = await cdk(['diff', '--fail'], { SECONDS: '60' });
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/VisibilityTimeout\n\s+├─ \[-\] 30\n\s+└─ \[\+\] 60/);
    expect(resource('AWS::SQS::Queue')?.properties.VisibilityTimeout).toBe(30);
  });

  it('changes what has changed, in place', async () => {
    const before = resource('AWS::SQS::Queue')?.physicalId;
    expect(await deploy({ SECONDS: '60' })).toMatchObject({ code: 0 });
    expect(stack('Site')?.status).toBe('UPDATE_COMPLETE');
    expect(resource('AWS::SQS::Queue')).toMatchObject({
      physicalId: before,
      properties: { VisibilityTimeout: 60 },
    });
  });

  it('puts every property back when a change fails half-way', async () => {
    const before = stack('Site')?.resources;
    const release = standIn.failOn('AWS::SSM::Parameter');
    const { code, stdout, stderr } = await deploy({ SECONDS: '90' });
    release();
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('UPDATE_ROLLBACK');
    expect(stack('Site')?.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(stack('Site')?.resources).toEqual(before);
  });

  it('destroys both stacks, and the retained bucket stays and is listed', async () => {
    const bucket = resource('AWS::S3::Bucket')?.physicalId;
    expect(await cdk(['destroy', '--all', '--force'])).toMatchObject({ code: 0 });
    expect(standIn.stacks().map(({ name }) => name)).toEqual(['CDKToolkit', 'CDKToolkit']);
    expect(standIn.retained()).toContainEqual(
      expect.objectContaining({ stack: 'Site', region: 'us-east-1', physicalId: bucket }),
    );
  });
});

describe('runCdk', () => {
  it('hands nothing of the caller’s on but PATH, and removes the home that it made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'difusor-cdk-'));
    writeFileSync(
      join(folder, 'app.js'),
      'console.error("ENV " + JSON.stringify(process.env)); process.exit(3)',
    );
    process.env.AWS_PROFILE = 'canary-profile';
    try {
      const result = await runCdk(['synth'], {
        endpoint: 'http://127.0.0.1:9',
        app: 'node app.js',
        cwd: folder,
        env: { EXTRA: 'given' },
      });
      expect(result.code).toBe(1);
      const line = (result.stdout + result.stderr).split('\n').find((text) => text.includes('ENV ')) ?? '';
      const env = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>;
      expect(env).toMatchObject({
        EXTRA: 'given',
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
        AWS_EC2_METADATA_DISABLED: 'true',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
      });
      expect(line).not.toContain('canary-profile');
      expect(env.HOME).not.toBe(process.env.HOME);
      expect(() => rmSync(env.HOME ?? '')).toThrow(/ENOENT/);
    } finally {
      delete process.env.AWS_PROFILE;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
