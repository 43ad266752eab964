import { Match, Template } from 'aws-cdk-lib/assertions';
import { KeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import { FixedIpNetwork, SyncSchedule, SyncWorker } from '../../../constructs/aws/index.js';
import { emptyStack, someBucket, theResource } from '../../support/stack.js';
import { SETTINGS } from '../../support/worker-settings.js';

function build(settings = SETTINGS, now?: Date): Template {
  const stack = emptyStack();
  const worker = new SyncWorker(stack, 'Worker', {
    settings,
    siteBucket: someBucket(stack, 'SiteBucket'),
    archiveBucket: someBucket(stack, 'ArchiveBucket'),
    keyValueStore: new KeyValueStore(stack, 'Pointer'),
    network: new FixedIpNetwork(stack, 'Network'),
    secretName: 'difusor/source',
    site: 'difusor-bcs-2024',
  });
  new SyncSchedule(stack, 'Schedule', {
    worker: worker.function,
    deadLetters: worker.deadLetters,
    windows: settings.windows,
    zone: settings.zone,
    groupName: 'difusor-bcs-2024',
    now,
  });
  return Template.fromStack(stack);
}

interface Statement {
  readonly Sid?: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** Every statement of the policies attached to the worker's own role. */
function workerStatements(template: Template): Statement[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) =>
    id.startsWith('WorkerRole'),
  );
  return policies.flatMap(([, policy]) => {
    const { PolicyDocument } = (policy as { Properties: { PolicyDocument: { Statement: Statement[] } } })
      .Properties;
    return PolicyDocument.Statement;
  });
}

describe('SyncWorker', () => {
  const template = build();

  it('runs one at a time on arm64 and a runtime that can still be created', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      ReservedConcurrentExecutions: 1,
      Handler: 'index.handler',
    });
  });

  it('runs in the private subnets, behind the fixed IP', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      VpcConfig: {
        SubnetIds: [
          { Ref: Match.stringLikeRegexp('privateSubnet1') },
          { Ref: Match.stringLikeRegexp('privateSubnet2') },
        ],
      },
    });
  });

  it('drops a start that it can’t take within a minute instead of queueing stale ones', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumEventAgeInSeconds: 60,
      MaximumRetryAttempts: 0,
    });
  });

  it('gets its settings without any secret, and the secret by ARN only', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          DIFUSOR_SETTINGS: JSON.stringify(SETTINGS),
          SECRET_ARN: { Ref: Match.stringLikeRegexp('Secret') },
        },
      },
    });
  });

  it('makes a secret without a value', () => {
    const { definition } = theResource(template, 'AWS::SecretsManager::Secret');
    expect(definition.Properties).not.toHaveProperty('SecretString');
  });

  it('may not delete, and no action of its own is a wildcard (bcs-2024 II.d)', () => {
    const actions = workerStatements(template).flatMap(({ Action }) => Action);
    expect(actions.length).toBeGreaterThan(5);
    for (const action of actions) expect(action).not.toMatch(/\*|Delete/);
  });

  it('may touch nothing but its own prefixes, pointer, secret, log group and queue', () => {
    for (const { Resource } of workerStatements(template)) {
      expect([Resource].flat()).not.toContain('*');
    }
    const site = workerStatements(template).find(({ Sid }) => Sid === 'SiteObjects');
    expect(JSON.stringify(site?.Resource)).toMatch(/cuts\/\*.*manifests\/\*/);
  });

  it('refuses plain HTTP on the queue of lost starts', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

describe('SyncSchedule', () => {
  const template = build();

  it('starts the worker every minute of the election, in the call’s zone (bcs-2024 I.c, I.d)', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(* * * * ? *)',
      ScheduleExpressionTimezone: 'America/Mazatlan',
      StartDate: '2027-06-07T02:00:00.000Z',
      EndDate: '2027-06-08T04:03:00.000Z',
      State: 'ENABLED',
      Target: {
        Arn: { 'Fn::GetAtt': [theResource(template, 'AWS::Lambda::Function').id, 'Arn'] },
        RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
        DeadLetterConfig: Match.anyValue(),
      },
    });
  });

  it('has one schedule for each window and none else', () => {
    template.resourceCountIs('AWS::Scheduler::Schedule', SETTINGS.windows.length);
    template.hasResourceProperties('AWS::Scheduler::Schedule', { StartDate: '2027-05-17T02:00:00.000Z' });
  });
});

describe('SyncWorker with more settings than Lambda holds', () => {
  it('refuses them at synthesis, before a deploy could fail on them', () => {
    const windows = SETTINGS.windows.flatMap((window) =>
      Array.from({ length: 20 }, (_, index) => ({ ...window, id: `${window.kind}-${index}` })),
    );
    expect(() => build({ ...SETTINGS, windows })).toThrow(/SETTINGS_TOO_LARGE/);
  });
});

describe('SyncSchedule in the middle of a window', () => {
  it('gives no start to a window that has begun, since the service refuses one in the past', () => {
    const template = build(SETTINGS, new Date('2027-06-06T21:00:00-07:00'));
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      StartDate: Match.absent(),
      EndDate: '2027-06-08T04:03:00.000Z',
    });
  });
});
