import { Distribution, type IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  allowedRequests,
  blockedRequests,
  errorRate,
  requests,
} from '../../../constructs/aws/edge-metrics.js';
import { emptyStack } from '../../support/stack.js';

const distribution: IDistribution = Distribution.fromDistributionAttributes(emptyStack(), 'D', {
  distributionId: 'E123',
  domainName: 'd.example',
});

/** What CloudWatch is asked for. */
const asked = (metric: Metric): unknown => metric.toMetricConfig().metricStat;

describe('metrics of the distribution', () => {
  it.each<[string, Metric, string, string]>([
    ['requests, in sum', requests(distribution), 'Requests', 'Sum'],
    [
      '4xx answers, by their average share',
      errorRate(distribution, '4xxErrorRate'),
      '4xxErrorRate',
      'Average',
    ],
    [
      '5xx answers, by their average share',
      errorRate(distribution, '5xxErrorRate'),
      '5xxErrorRate',
      'Average',
    ],
  ])('count %s', (_name, metric, metricName, statistic) => {
    expect(asked(metric)).toMatchObject({
      namespace: 'AWS/CloudFront',
      metricName,
      statistic,
      dimensions: [
        { name: 'DistributionId', value: 'E123' },
        { name: 'Region', value: 'Global' },
      ],
    });
  });
});

describe('metrics of the firewall', () => {
  it.each<[string, Metric, string]>([
    ['let through', allowedRequests('difusor'), 'AllowedRequests'],
    ['blocked', blockedRequests('difusor'), 'BlockedRequests'],
  ])('count what all rules together %s', (_name, metric, metricName) => {
    expect(asked(metric)).toMatchObject({
      namespace: 'AWS/WAFV2',
      metricName,
      statistic: 'Sum',
      dimensions: [
        { name: 'Rule', value: 'ALL' },
        { name: 'WebACL', value: 'difusor' },
      ],
    });
  });
});

describe('metrics of the edge', () => {
  it('are read in us-east-1, whichever region the stack is in', () => {
    const metrics = [
      requests(distribution),
      errorRate(distribution, '5xxErrorRate'),
      allowedRequests('difusor'),
      blockedRequests('difusor'),
    ];
    expect(metrics.map(({ region }) => region)).toEqual(metrics.map(() => 'us-east-1'));
  });
});
