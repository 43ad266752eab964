import { Match, Template } from 'aws-cdk-lib/assertions';
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { notifyBothWays } from '../../../constructs/aws/alarm-topic.js';
import { AlarmTopic } from '../../../constructs/aws/index.js';
import { emptyStack, templateOf, theResource } from '../../support/stack.js';

describe('AlarmTopic', () => {
  const template = templateOf((scope) => new AlarmTopic(scope, 'Topic', { email: 'guardia@example.org' }));

  it('mails the team', () => {
    template.resourceCountIs('AWS::SNS::Subscription', 1);
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'guardia@example.org',
      TopicArn: { Ref: theResource(template, 'AWS::SNS::Topic').id },
    });
  });

  it('mails nobody where no mailbox is given', () => {
    for (const props of [undefined, {}]) {
      const silent = templateOf((scope) => new AlarmTopic(scope, 'Topic', props));
      silent.resourceCountIs('AWS::SNS::Topic', 1);
      silent.resourceCountIs('AWS::SNS::Subscription', 0);
    }
  });

  it('refuses plain HTTP', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('lets this account’s alarms publish: a policy of its own takes the place of SNS’s, which lets them', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Resource: { Ref: theResource(template, 'AWS::SNS::Topic').id },
          }),
        ]),
      },
    });
    expect(JSON.stringify(template.findResources('AWS::SNS::TopicPolicy'))).toContain(
      '"aws:SourceAccount":{"Ref":"AWS::AccountId"}',
    );
  });

  it('has no key whose policy could leave an alarm unheard', () => {
    expect(theResource(template, 'AWS::SNS::Topic').definition.Properties).not.toHaveProperty(
      'KmsMasterKeyId',
    );
  });
});

describe('notifyBothWays', () => {
  it('tells when an alarm starts and when it is over, and nothing for want of data', () => {
    const stack = emptyStack();
    const { topic } = new AlarmTopic(stack, 'Topic');
    const alarm = new Alarm(stack, 'Alarm', {
      metric: new Metric({ namespace: 'Difusor', metricName: 'Any' }),
      threshold: 1,
      evaluationPeriods: 1,
    });
    notifyBothWays(alarm, topic);
    const template = Template.fromStack(stack);
    const { id } = theResource(template, 'AWS::SNS::Topic');
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: id }],
      OKActions: [{ Ref: id }],
      InsufficientDataActions: Match.absent(),
    });
  });
});
