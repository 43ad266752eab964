import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { startCloudFormationStandIn } from '../../../../lib/testing/cloudformation/server.js';
import type { CloudFormationStandIn } from '../../../../lib/testing/cloudformation/stand-in.js';
import { NOON } from './support.js';

describe('startCloudFormationStandIn', () => {
  let standIn: CloudFormationStandIn;
  beforeAll(async () => {
    standIn = await startCloudFormationStandIn({ failTypes: ['AWS::SNS::Topic'], clock: () => NOON });
  });
  afterAll(() => standIn.close());

  const call = async (fields: Record<string, string>): Promise<string> => {
    const response = await fetch(standIn.url, { method: 'POST', body: new URLSearchParams(fields) });
    return response.text();
  };
  const deploy = async (StackName: string, Resources: object): Promise<void> => {
    const change = { StackName, ChangeSetName: 'changes' };
    const refusal = await call({
      Action: 'CreateChangeSet',
      ...change,
      ChangeSetType: 'CREATE',
      TemplateBody: JSON.stringify({ Resources }),
    });
    if (refusal.includes('<Error>')) throw new Error(refusal);
    await call({ Action: 'ExecuteChangeSet', ...change });
  };

  it('listens on loopback, on a port of the system’s choice', () => {
    expect(standIn.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    expect([standIn.account, standIn.region]).toEqual(['123456789012', 'us-east-1']);
  });

  it('shows stacks with resolved properties, and counts the calls', async () => {
    await deploy('shown', {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'assets' } },
      Pointer: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Value: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] } },
      },
    });
    const stack = standIn.stacks().find(({ name }) => name === 'shown');
    expect(stack).toMatchObject({
      region: 'us-east-1',
      status: 'CREATE_COMPLETE',
      terminationProtection: false,
    });
    expect(stack?.resources.Pointer?.properties.Value).toBe('assets.s3.us-east-1.amazonaws.com');
    expect(standIn.calls().CreateChangeSet).toBeGreaterThan(0);
  });

  it('fails the types that it was told to fail, until told otherwise', async () => {
    const status = (name: string): string | undefined =>
      standIn.stacks().find((stack) => stack.name === name)?.status;
    await deploy('with-topic', { Topic: { Type: 'AWS::SNS::Topic' } });
    expect(status('with-topic')).toBe('ROLLBACK_COMPLETE');
    const release = standIn.failOn('AWS::SQS::Queue');
    await deploy('with-queue', { Queue: { Type: 'AWS::SQS::Queue' } });
    expect(status('with-queue')).toBe('ROLLBACK_COMPLETE');
    release();
    await deploy('with-another-queue', { Queue: { Type: 'AWS::SQS::Queue' } });
    expect(status('with-another-queue')).toBe('CREATE_COMPLETE');
  });

  it('judges dates by the clock that it is given', async () => {
    const schedule = (EndDate: string): object => ({
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(1 minute)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        EndDate,
        Target: {
          Arn: 'arn:aws:lambda:us-east-1:123456789012:function:worker',
          RoleArn: 'arn:aws:iam::123456789012:role/r',
        },
      },
    });
    await deploy('ahead', { Schedule: schedule('2027-06-06T12:00:01Z') });
    await deploy('over', { Schedule: schedule('2027-06-06T11:59:59Z') });
    expect(
      standIn
        .stacks()
        .filter(({ name }) => ['ahead', 'over'].includes(name))
        .map(({ status }) => status),
    ).toEqual(['CREATE_COMPLETE', 'ROLLBACK_COMPLETE']);
    expect(await call({ Action: 'DescribeStackEvents', StackName: 'over' })).toContain(
      'The EndDate you specify must be in the future.',
    );
  });

  it('lists what deleted stacks left behind', async () => {
    await deploy('leaving', {
      Kept: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain', Properties: { QueueName: 'kept' } },
    });
    await call({ Action: 'DeleteStack', StackName: 'leaving' });
    expect(standIn.stacks().map(({ name }) => name)).not.toContain('leaving');
    expect(standIn.retained()).toMatchObject([
      { stack: 'leaving', region: 'us-east-1', logicalId: 'Kept', properties: { QueueName: 'kept' } },
    ]);
  });

  it('refuses templates that the schemas refuse', async () => {
    await expect(
      deploy('unsound', { Queue: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: -1 } } }),
    ).rejects.toThrow(/DelaySeconds/);
    expect(standIn.stacks().map(({ name }) => name)).not.toContain('unsound');
  });

  it('keeps objects that the AWS SDK sends, whole or in chunks', async () => {
    await deploy('with-bucket', {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'uploads' } },
    });
    const s3 = new S3Client({
      endpoint: standIn.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      forcePathStyle: true,
    });
    const bytes = Buffer.from('ñandú '.repeat(10_000));
    await s3.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'a/whole.bin', Body: bytes }));
    await s3.send(
      new PutObjectCommand({
        Bucket: 'uploads',
        Key: 'a/ñ chunked.bin',
        Body: Readable.from([bytes]),
        ContentLength: bytes.length,
      }),
    );
    for (const Key of ['a/whole.bin', 'a/ñ chunked.bin']) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key }));
      expect((await buffer(Body as Readable)).equals(bytes)).toBe(true);
      expect((await s3.send(new HeadObjectCommand({ Bucket: 'uploads', Key }))).ContentLength).toBe(
        bytes.length,
      );
    }
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: 'uploads', Prefix: 'a/' }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(['a/whole.bin', 'a/ñ chunked.bin']);
    s3.destroy();
  });

  it('outlives a client that goes away in the middle of its request', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const socket = connect(Number(new URL(standIn.url).port), '127.0.0.1');
    await once(socket, 'connect');
    await promisify(socket.write.bind(socket) as (text: string, done: () => void) => boolean)(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nAction=',
    );
    socket.destroy();
    await once(socket, 'close');
    expect(await call({ Action: 'GetCallerIdentity' })).toContain('<Account>123456789012</Account>');
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('closes, and answers no more', async () => {
    const other = await startCloudFormationStandIn();
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
