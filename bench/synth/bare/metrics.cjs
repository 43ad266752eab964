'use strict';
const { Duration } = require('aws-cdk-lib');
const { MathExpression, Metric, Stats } = require('aws-cdk-lib/aws-cloudwatch');

const REGION = 'us-east-1';

/** What alarms and dashboard look at. */
function metrics(name, distribution, fn) {
  const silent = Duration.minutes(5);
  const highest = (metricName) => ofWorker(name, metricName, Stats.MAXIMUM, Duration.minutes(1));
  const starts = new Metric({
    namespace: 'AWS/Scheduler',
    metricName: 'InvocationAttemptCount',
    dimensionsMap: { ScheduleGroup: name },
    statistic: Stats.SUM,
    period: silent,
  });
  const silence = new MathExpression({
    expression: 'IF(FILL(starts, 0) > 0 AND FILL(runs, 0) == 0, 1, 0)',
    usingMetrics: { starts, runs: ofWorker(name, 'CutsPublished', Stats.SAMPLE_COUNT, silent) },
    period: silent,
  });
  return {
    cutAge: highest('CutAgeSeconds'),
    publishLag: highest('PublishLagSeconds'),
    outsideFailures: highest('OutsideFailures'),
    silence,
    errors: fn.metricErrors({ statistic: Stats.SUM }),
    requests: ofDistribution(distribution, 'Requests', Stats.SUM),
    errors4xx: ofDistribution(distribution, '4xxErrorRate', Stats.AVERAGE),
    errors5xx: ofDistribution(distribution, '5xxErrorRate', Stats.AVERAGE),
    allowed: ofFirewall(name, 'AllowedRequests'),
    blocked: ofFirewall(name, 'BlockedRequests'),
  };
}

function ofWorker(name, metricName, statistic, period) {
  return new Metric({
    namespace: 'Difusor',
    metricName,
    dimensionsMap: { Site: name },
    statistic,
    period,
  });
}

function ofDistribution({ distributionId }, metricName, statistic) {
  return new Metric({
    namespace: 'AWS/CloudFront',
    metricName,
    dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
    statistic,
    region: REGION,
  });
}

function ofFirewall(name, metricName) {
  return new Metric({
    namespace: 'AWS/WAFV2',
    metricName,
    dimensionsMap: { WebACL: name, Rule: 'ALL' },
    statistic: Stats.SUM,
    region: REGION,
  });
}

module.exports = { metrics };
