import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { EDGE_REGION } from '../../lib/edge-region.js';

/** Requests to the distribution. */
export function requests(distribution: IDistribution): Metric {
  return distributionMetric(distribution, 'Requests').with({ statistic: Stats.SUM });
}

/** Share of answers with an error, in percent. */
export function errorRate(distribution: IDistribution, metricName: '4xxErrorRate' | '5xxErrorRate'): Metric {
  return distributionMetric(distribution, metricName).with({ statistic: Stats.AVERAGE });
}

/** Requests that the firewall let through. */
export const allowedRequests = (webAclMetricName: string): Metric =>
  firewallMetric(webAclMetricName, 'AllowedRequests');

/** Requests that the firewall blocked. */
export const blockedRequests = (webAclMetricName: string): Metric =>
  firewallMetric(webAclMetricName, 'BlockedRequests');

function distributionMetric(distribution: IDistribution, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/CloudFront',
    metricName,
    dimensionsMap: { DistributionId: distribution.distributionId, Region: 'Global' },
    region: EDGE_REGION,
  });
}

function firewallMetric(webAclMetricName: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/WAFV2',
    metricName,
    dimensionsMap: { WebACL: webAclMetricName, Rule: 'ALL' },
    statistic: Stats.SUM,
    region: EDGE_REGION,
  });
}
