import { Match, Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { AlarmTopic, WorkerAlarms } from '../../../constructs/aws/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { emptyStack, theResource } from '../../support/stack.js';

function build(takeDownMinutes = 45): { template: Template; ageLinesMinutes: readonly number[] } {
  const stack = emptyStack();
  const { topic } = new AlarmTopic(stack, 'Topic');
  const worker = LambdaFunction.fromFunctionArn(
    stack,
    'Worker',
    'arn:aws:lambda:us-east-1:111122223333:function:worker',
  );
  const { ageLinesMinutes } = new WorkerAlarms(stack, 'Alarms', {
    topic,
    worker,
    scheduleGroupName: 'group',
    site: 'difusor-bcs-2024',
    cadenceMinutes: 20,
    takeDownMinutes,
    messages: createMessages('es'),
  });
  return { template: Template.fromStack(stack), ageLinesMinutes };
}

describe('WorkerAlarms', () => {
  const { template, ageLinesMinutes } = build();

  test.each([
    ['warns at 1.2 periods', 24 * 60],
    ['pages at two periods', 40 * 60],
    ['is critical one minute before the call’s limit, the time that an alarm takes', 44 * 60],
  ])('%s', (_name, Threshold) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'Difusor',
      MetricName: 'CutAgeSeconds',
      Dimensions: [{ Name: 'Site', Value: 'difusor-bcs-2024' }],
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold,
      TreatMissingData: 'ignore',
    });
  });

  it('tells the same lines to the dashboard', () => {
    expect(ageLinesMinutes).toEqual([24, 40, 45]);
  });

  test.each([
    ['a third of the time that the call leaves', 45, 15 * 60],
    ['whole minutes', 50, 16 * 60],
    ['a minute at least', 1, 60],
  ])('calls for our own failure to publish after %s', (_name, takeDownMinutes, Threshold) => {
    build(takeDownMinutes).template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'Difusor',
      MetricName: 'PublishLagSeconds',
      Dimensions: [{ Name: 'Site', Value: 'difusor-bcs-2024' }],
      Statistic: 'Maximum',
      Period: 60,
      Threshold,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'ignore',
    });
  });

  it('calls where the published cut is not seen from outside', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'Difusor',
      MetricName: 'OutsideFailures',
      Dimensions: [{ Name: 'Site', Value: 'difusor-bcs-2024' }],
      Statistic: 'Maximum',
      Threshold: 1,
    });
  });

  it('notices a worker that is started and never ends a run', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Metrics: Match.arrayWith([
        Match.objectLike({ Expression: 'IF(FILL(starts, 0) > 0 AND FILL(runs, 0) == 0, 1, 0)' }),
      ]),
      TreatMissingData: 'notBreaching',
    });
  });

  it('notifies when each alarm starts and when it is over', () => {
    const { id } = theResource(template, 'AWS::SNS::Topic');
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: id }],
      OKActions: [{ Ref: id }],
    });
    template.resourceCountIs('AWS::CloudWatch::Alarm', 7);
  });
});
