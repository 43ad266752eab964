import { Template } from 'aws-cdk-lib/assertions';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { NightDashboard } from '../../../constructs/aws/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { emptyStack, theResource } from '../../support/stack.js';

function build(region: string): { body: string; url: string } {
  const stack = emptyStack(region);
  const { url } = new NightDashboard(stack, 'Dashboard', {
    name: 'difusor-bcs-2024',
    cutAge: new Metric({ namespace: 'Difusor', metricName: 'CutAgeSeconds' }),
    publishLag: new Metric({ namespace: 'Difusor', metricName: 'PublishLagSeconds' }),
    outsideFailures: new Metric({ namespace: 'Difusor', metricName: 'OutsideFailures' }),
    worker: LambdaFunction.fromFunctionArn(
      stack,
      'W',
      `arn:aws:lambda:${region}:111122223333:function:worker`,
    ),
    distribution: Distribution.fromDistributionAttributes(stack, 'D', {
      distributionId: 'E1',
      domainName: 'd.example',
    }),
    webAclMetricName: 'difusor',
    ageLinesMinutes: [24, 40, 45],
    messages: createMessages('es'),
  });
  const { definition } = theResource(Template.fromStack(stack), 'AWS::CloudWatch::Dashboard');
  return { body: JSON.stringify(definition), url };
}

describe('NightDashboard', () => {
  it('shows the age of the cut with the lines at which people act', () => {
    const { body } = build('us-east-1');
    for (const seconds of [1440, 2400, 2700]) expect(body).toContain(`\\"value\\":${seconds}`);
  });

  it('tells an old cut of the institute’s from one that we fail to publish, and from one that nobody sees', () => {
    const { body } = build('us-east-1');
    for (const name of ['CutAgeSeconds', 'PublishLagSeconds', 'OutsideFailures'])
      expect(body).toContain(name);
  });

  it('reads the edge’s metrics in us-east-1 wherever the stack is', () => {
    const { body, url } = build('mx-central-1');
    expect(body).toContain('\\"region\\":\\"us-east-1\\"');
    expect(url).toBe(
      'https://mx-central-1.console.aws.amazon.com/cloudwatch/home?region=mx-central-1#dashboards/dashboard/difusor-bcs-2024',
    );
  });
});
