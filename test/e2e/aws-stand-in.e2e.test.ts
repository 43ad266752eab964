import { PutObjectCommand } from '@aws-sdk/client-s3';
import { awsClients } from './support/aws-clients.js';
import { startAwsStandIn, type AwsStandIn, type StandInStack } from './support/aws-stand-in.js';
import { CloudFormationQuery } from './support/cloudformation-query.js';
import { describePart } from './support/part.js';

const NOW = '2027-01-01T00:00:00+00:00';
const QUEUE = { Type: 'AWS::SQS::Queue' };
const REFUSED = {
  Type: 'AWS::WAFv2::IPSet',
  Properties: { Scope: 'NOWHERE', IPAddressVersion: 'IPV4', Addresses: [] },
};
const VISIBILITY = { CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: 'm' };

describePart('the AWS stand-in', ['awsStandIn'], () => {
  let aws: AwsStandIn;
  let cloudformation: CloudFormationQuery;

  beforeAll(async () => {
    aws = await startAwsStandIn({ now: NOW });
    cloudformation = new CloudFormationQuery(aws.url);
  });

  afterAll(() => aws.stop());

  test('refuses a type that it does not have, by name', async () => {
    await cloudformation.createStack('unknown-type', { Thing: { Type: 'AWS::Nothing::Thing' } });
    const stack = await aws.stack('unknown-type');
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(failure(stack)).toContain('the stand-in has no AWS::Nothing::Thing');
  });

  test('takes back what it made when a later resource of a new stack fails', async () => {
    await cloudformation.createStack('new-fails', { Queue: QUEUE, Bad: { ...REFUSED, DependsOn: 'Queue' } });
    const stack = await aws.stack('new-fails');
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(statuses(stack, 'Queue')).toEqual(['CREATE_IN_PROGRESS', 'CREATE_COMPLETE', 'DELETE_COMPLETE']);
    expect(stack.resources).toEqual([]);
  });

  test('names the property that the service’s model does not have, also of a type that it only records', async () => {
    const KeyValueStore = {
      Type: 'AWS::CloudFront::KeyValueStore',
      Properties: { Name: 'a', Colour: 'red' },
    };
    await cloudformation.createStack('unknown-property', { KeyValueStore });
    expect(failure(await aws.stack('unknown-property'))).toContain('Unknown parameter in input: "Colour"');
  });

  test('makes each resource after those that it refers to, whatever their order', async () => {
    const Policy = {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [] } },
    };
    const Value = { 'Fn::Sub': 'the queue is ${Queue.QueueName}' };
    await cloudformation.createStack('order', { Policy, Queue: QUEUE }, { Name: { Value } });
    const stack = await aws.stack('order');
    expect(stack.resources.map(({ logicalId }) => logicalId)).toEqual(['Queue', 'Policy']);
    expect(stack.outputs.Name).toMatch(/^the queue is order-Queue-/);
  });

  test('restores what a failed update changed, replaced and added', async () => {
    const queue = (seconds: number) => ({ ...QUEUE, Properties: { VisibilityTimeout: seconds } });
    const topic = (TopicName: string) => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName } });
    await cloudformation.createStack('update-fails', { Queue: queue(30), Topic: topic('before') });
    const before = await aws.stack('update-fails');

    const DependsOn = ['Queue', 'Topic', 'Added'];
    const resources = {
      Queue: queue(60),
      Topic: topic('after'),
      Added: QUEUE,
      Bad: { ...REFUSED, DependsOn },
    };
    await cloudformation.updateStack('update-fails', resources);

    const after = await aws.stack('update-fails');
    expect(after.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(after.resources).toEqual(before.resources);
    expect(statuses(after, 'Added').at(-1)).toBe('DELETE_COMPLETE');
    // With the old template in place once more there is nothing to do but to remove nothing.
    await cloudformation.updateStack('update-fails', { Queue: queue(30), Topic: topic('before') });
    const last = (await aws.stack('update-fails')).events.slice(after.events.length);
    expect(last.map(({ status }) => status)).toEqual(['UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE']);
  });

  test('removes what an update drops, but not what is to be retained', async () => {
    await cloudformation.createStack('drops', {
      Kept: { ...QUEUE, DeletionPolicy: 'Retain' },
      Gone: QUEUE,
      Last: QUEUE,
    });
    await cloudformation.updateStack('drops', { Last: QUEUE });
    const stack = await aws.stack('drops');
    expect(statuses(stack, 'Kept').at(-1)).toBe('DELETE_SKIPPED');
    expect(statuses(stack, 'Gone').at(-1)).toBe('DELETE_COMPLETE');
    expect(stack.resources.map(({ logicalId }) => logicalId)).toEqual(['Last']);
  });

  test('deletes a stack in the opposite order and tells what it kept', async () => {
    const Topic = { Type: 'AWS::SNS::Topic', DeletionPolicy: 'Retain' };
    const Endpoint = { 'Fn::GetAtt': ['Queue', 'Arn'] };
    const Properties = { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint };
    await cloudformation.createStack('deleted', {
      Topic,
      Queue: QUEUE,
      Link: { Type: 'AWS::SNS::Subscription', Properties },
    });
    await cloudformation.deleteStack('deleted');
    const stack = await aws.stack('deleted');
    expect(stack.status).toBe('DELETE_COMPLETE');
    const removed = stack.events.filter(({ status }) => /^DELETE_(COMPLETE|SKIPPED)$/.test(status));
    expect(
      removed
        .map(({ logicalId, status }) => `${logicalId} ${status}`)
        .slice(0, -1)
        .sort(),
    ).toEqual(['Link DELETE_COMPLETE', 'Queue DELETE_COMPLETE', 'Topic DELETE_SKIPPED']);
    expect(removed[0]?.logicalId).toBe('Link');
  });

  test('says why a stack could not be deleted, and keeps it', async () => {
    await cloudformation.createStack('full', { Bucket: { Type: 'AWS::S3::Bucket' } });
    const Bucket = (await aws.stack('full')).resources[0]?.physicalId;
    await awsClients(aws.url).s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'b' }));
    await cloudformation.deleteStack('full');
    const stack = await aws.stack('full');
    expect(stack.status).toBe('DELETE_FAILED');
    expect(failure(stack)).toContain('BucketNotEmpty');
    expect(stack.resources).toHaveLength(1);
  });

  test('reads an output of a stack in another region, as a weak reference does', async () => {
    const mexico = new CloudFormationQuery(aws.url, 'mx-central-1');
    const Name = { 'Fn::GetStackOutput': { StackName: 'source', Region: 'us-east-1', OutputName: 'Queue' } };
    await cloudformation.createStack(
      'source',
      { Queue: QUEUE },
      { Queue: { Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] } } },
    );
    await mexico.createStack(
      'reader',
      { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: Name } } },
      { Name: { Value: Name } },
    );
    expect((await aws.stack('reader')).outputs.Name).toBe((await aws.stack('source')).outputs.Queue);

    await mexico.createStack('misled', {
      Topic: {
        Type: 'AWS::SNS::Topic',
        Properties: { DisplayName: { 'Fn::GetStackOutput': { StackName: 'nowhere', OutputName: 'Queue' } } },
      },
    });
    expect(failure(await aws.stack('misled'))).toContain('no output Queue of stack nowhere');
  });

  describe('refuses what AWS refuses, though neither botocore nor moto does:', () => {
    test.each(refusals())('%s', async (reason, resource, region) => {
      const name = `refusal-${reason.replace(/\W+/g, '-')}`;
      await new CloudFormationQuery(aws.url, region).createStack(name, { It: resource });
      expect(failure(await aws.stack(name))).toContain(reason);
    });
  });

  test('ends with the process that started it', async () => {
    const other = await startAwsStandIn();
    await expect(fetch(other.url)).resolves.toBeDefined();
    await other.stop();
    await expect(fetch(other.url)).rejects.toThrow('fetch failed');
  });
});

/** Reason, resource and region. */
function refusals(): [string, object, string][] {
  const rule = (Name: string, more: object) => ({
    Name,
    Priority: 1,
    Statement: { GeoMatchStatement: { CountryCodes: ['MX'] } },
    VisibilityConfig: VISIBILITY,
    ...more,
  });
  const webAcl = (...Rules: object[]) => ({
    Type: 'AWS::WAFv2::WebACL',
    Properties: { Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} }, VisibilityConfig: VISIBILITY, Rules },
  });
  const logging = (destination: string) => ({
    Type: 'AWS::WAFv2::LoggingConfiguration',
    Properties: {
      ResourceArn: 'arn:aws:wafv2:us-east-1:1:global/webacl/a/b',
      LogDestinationConfigs: [destination],
    },
  });
  const schedule = (more: object) => ({
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      FlexibleTimeWindow: { Mode: 'OFF' },
      ScheduleExpression: 'rate(1 minute)',
      Target: { Arn: 'arn:aws:lambda:us-east-1:1:function:a', RoleArn: 'arn:aws:iam::1:role/a' },
      ...more,
    },
  });
  const distribution = (ViewerCertificate?: object) => ({
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        Aliases: ['a.example.org'],
        ViewerCertificate,
        Origins: [{ Id: 'o', DomainName: 'b.s3.amazonaws.com', S3OriginConfig: {} }],
        DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'https-only' },
      },
    },
  });
  const inMexico = 'arn:aws:acm:mx-central-1:1:certificate/a';
  const logs = 'arn:aws:logs:us-east-1:1:log-group';
  return [
    ['scope CLOUDFRONT is for us-east-1 only', webAcl(), 'mx-central-1'],
    [
      'two rules have the same priority',
      webAcl(rule('a', { Action: { Count: {} } }), rule('b', { Action: { Block: {} } })),
      'us-east-1',
    ],
    [
      'needs Action or OverrideAction, one',
      webAcl(rule('a', { Action: { Count: {} }, OverrideAction: { None: {} } })),
      'us-east-1',
    ],
    ['is no destination named aws-waf-logs-', logging(`${logs}:difusor`), 'us-east-1'],
    [
      `${logs}:aws-waf-logs-difusor:* is no destination`,
      logging(`${logs}:aws-waf-logs-difusor:*`),
      'us-east-1',
    ],
    ['CST is no time zone', schedule({ ScheduleExpressionTimezone: 'CST' }), 'us-east-1'],
    [
      'cron(* * * * *) is no schedule expression',
      schedule({ ScheduleExpression: 'cron(* * * * *)' }),
      'us-east-1',
    ],
    ['the schedule ends in the past', schedule({ EndDate: '2026-12-31T00:00:00Z' }), 'us-east-1'],
    [
      'the schedule ends before it starts',
      schedule({ StartDate: '2027-06-07T00:00:00Z', EndDate: '2027-06-06T00:00:00Z' }),
      'us-east-1',
    ],
    ['aliases need a certificate', distribution(), 'us-east-1'],
    [
      `${inMexico} is not in us-east-1`,
      distribution({ AcmCertificateArn: inMexico, SslSupportMethod: 'sni-only' }),
      'us-east-1',
    ],
    [
      'logs are delivered from us-east-1 only',
      {
        Type: 'AWS::Logs::DeliverySource',
        Properties: {
          Name: 'a',
          LogType: 'ACCESS_LOGS',
          ResourceArn: 'arn:aws:cloudfront::1:distribution/a',
        },
      },
      'mx-central-1',
    ],
  ];
}

/** Why a stack's resource failed. */
function failure(stack: StandInStack): string {
  return (
    stack.events.find(({ status }) => /^(CREATE|UPDATE|DELETE)_FAILED$/.test(status))?.reason ??
    `no failure: ${stack.status}`
  );
}

function statuses(stack: StandInStack, logicalId: string): string[] {
  return stack.events.filter((event) => event.logicalId === logicalId).map(({ status }) => status);
}
