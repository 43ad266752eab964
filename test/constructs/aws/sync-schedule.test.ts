import { Match, Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SyncSchedule } from '../../../constructs/aws/index.js';
import { emptyStack, theResource } from '../../support/stack.js';
import { SETTINGS } from '../../support/worker-settings.js';

const WORKER_ARN = 'arn:aws:lambda:us-east-1:111122223333:function:worker';

function build(now?: Date): Template {
  const stack = emptyStack();
  new SyncSchedule(stack, 'Schedule', {
    worker: LambdaFunction.fromFunctionAttributes(stack, 'Worker', {
      functionArn: WORKER_ARN,
      sameEnvironment: true,
    }),
    deadLetters: new Queue(stack, 'DeadLetters'),
    windows: SETTINGS.windows,
    zone: SETTINGS.zone,
    groupName: 'difusor-bcs-2024',
    now,
  });
  return Template.fromStack(stack);
}

describe('SyncSchedule', () => {
  const template = build();

  it('starts the worker every minute of the election, in the call’s zone (bcs-2024 I.c, I.d)', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(* * * * ? *)',
      ScheduleExpressionTimezone: 'America/Mazatlan',
      StartDate: '2027-06-07T02:00:00.000Z',
      State: 'ENABLED',
      Target: Match.objectLike({ Arn: WORKER_ARN }),
    });
  });

  it('ends three minutes after the window, so that a last run takes a rehearsal’s cut away (bcs-2024 I.n)', () => {
    for (const EndDate of ['2027-05-17T07:03:00.000Z', '2027-06-08T04:03:00.000Z'])
      template.hasResourceProperties('AWS::Scheduler::Schedule', { EndDate });
  });

  it('has one schedule for each window and none else', () => {
    template.resourceCountIs('AWS::Scheduler::Schedule', SETTINGS.windows.length);
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      StartDate: '2027-05-17T02:00:00.000Z',
      Description: Match.stringLikeRegexp('rehearsal'),
    });
  });

  it('drops a start that finds no worker, and keeps word of it', () => {
    const { id } = theResource(template, 'AWS::SQS::Queue');
    template.allResourcesProperties('AWS::Scheduler::Schedule', {
      Target: Match.objectLike({
        RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [id, 'Arn'] } },
      }),
    });
  });

  it('keeps its schedules in a group of its own name, which goes with the stack', () => {
    template.hasResource('AWS::Scheduler::ScheduleGroup', {
      DeletionPolicy: 'Delete',
      Properties: { Name: 'difusor-bcs-2024' },
    });
    template.allResourcesProperties('AWS::Scheduler::Schedule', { GroupName: 'difusor-bcs-2024' });
  });

  it('may invoke this one function and write to this one queue, and nothing else', () => {
    const { definition } = theResource(template, 'AWS::IAM::Policy');
    const { id } = theResource(template, 'AWS::SQS::Queue');
    expect(definition.Properties).toMatchObject({
      PolicyDocument: {
        Statement: [
          { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: WORKER_ARN },
          { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': [id, 'Arn'] } },
        ],
      },
    });
    const role = theResource(template, 'AWS::IAM::Role');
    expect(role.definition.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(role.definition.Properties).not.toHaveProperty('Policies');
  });

  it('lets only the scheduler of this account take its role', () => {
    const { definition } = theResource(template, 'AWS::IAM::Role');
    expect(definition.Properties).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });
});

describe('SyncSchedule in the middle of a window', () => {
  const election = { EndDate: '2027-06-08T04:03:00.000Z' };

  it('gives no start to a window that has begun, since the service refuses one in the past', () => {
    const template = build(new Date('2027-06-06T21:00:00-07:00'));
    template.hasResourceProperties('AWS::Scheduler::Schedule', { StartDate: Match.absent(), ...election });
  });

  it('takes a window for begun from its first instant on', () => {
    const begun = build(new Date('2027-06-06T19:00:00-07:00'));
    const ahead = build(new Date('2027-06-06T18:59:59-07:00'));
    begun.hasResourceProperties('AWS::Scheduler::Schedule', { StartDate: Match.absent(), ...election });
    ahead.hasResourceProperties('AWS::Scheduler::Schedule', {
      StartDate: '2027-06-07T02:00:00.000Z',
      ...election,
    });
  });
});
