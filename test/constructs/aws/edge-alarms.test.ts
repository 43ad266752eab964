import { Template } from 'aws-cdk-lib/assertions';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AlarmTopic, EdgeAlarms } from '../../../constructs/aws/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { emptyStack, theResource } from '../../support/stack.js';

function build(): Template {
  const stack = emptyStack();
  new EdgeAlarms(stack, 'Alarms', {
    topic: new AlarmTopic(stack, 'Topic').topic,
    distribution: Distribution.fromDistributionAttributes(stack, 'D', {
      distributionId: 'E123',
      domainName: 'd.example',
    }),
    webAclMetricName: 'difusor',
    messages: createMessages('es'),
  });
  return Template.fromStack(stack);
}

describe('EdgeAlarms', () => {
  const template = build();

  it('tells when more than one answer in a hundred is a 5xx', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/CloudFront',
      MetricName: '5xxErrorRate',
      Dimensions: [
        { Name: 'DistributionId', Value: 'E123' },
        { Name: 'Region', Value: 'Global' },
      ],
      Threshold: 1,
      EvaluationPeriods: 3,
      DatapointsToAlarm: 2,
    });
  });

  it('tells when the firewall blocks an unusual number of requests', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/WAFV2',
      MetricName: 'BlockedRequests',
      Threshold: 10_000,
    });
  });

  it('notifies when each alarm starts and when it is over', () => {
    const { id } = theResource(template, 'AWS::SNS::Topic');
    template.resourceCountIs('AWS::CloudWatch::Alarm', 2);
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: id }],
      OKActions: [{ Ref: id }],
    });
  });
});
