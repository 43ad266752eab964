import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Stats, TreatMissingData, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Messages } from '../../lib/messages/index.js';
import { notifyBothWays } from './alarm-topic.js';
import { blockedRequests, errorRate } from './edge-metrics.js';

export interface EdgeAlarmsProps {
  /** Topic, in us-east-1, that both alarms notify. */
  readonly topic: ITopic;
  /** Distribution of the site. */
  readonly distribution: IDistribution;
  /** Name under which WAF keeps the web ACL's metrics. */
  readonly webAclMetricName: string;
  /** Words of the alarms. */
  readonly messages: Messages;
}

/** Share of 5xx answers, in percent, above which people are told. */
const ERROR_PERCENT = 1;

/** Blocked requests a minute above which people are told. */
const BLOCKS_PER_MINUTE = 10_000;

const PERIOD = Duration.minutes(1);

/** Alarms on the distribution and on the firewall; CloudFront keeps these metrics in us-east-1 only. */
export class EdgeAlarms extends Construct {
  constructor(scope: Construct, id: string, props: EdgeAlarmsProps) {
    super(scope, id);
    const { messages } = props;
    this.alarm('Errors5xx', props, {
      metric: errorRate(props.distribution, '5xxErrorRate').with({
        period: PERIOD,
        statistic: Stats.AVERAGE,
      }),
      threshold: ERROR_PERCENT,
      description: messages.text('aws.alarm.errors-5xx', { percent: ERROR_PERCENT }),
    });
    this.alarm('FirewallBlocks', props, {
      metric: blockedRequests(props.webAclMetricName).with({ period: PERIOD }),
      threshold: BLOCKS_PER_MINUTE,
      description: messages.text('aws.alarm.waf-blocks', { count: BLOCKS_PER_MINUTE }),
    });
  }

  private alarm(
    id: string,
    props: EdgeAlarmsProps,
    { metric, threshold, description }: { metric: Metric; threshold: number; description: string },
  ): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: description,
      metric,
      threshold,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    notifyBothWays(alarm, props.topic);
  }
}
