import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Messages } from '../../lib/messages/index.js';
import { notifyBothWays } from './alarm-topic.js';
import {
  CUT_AGE_SECONDS,
  CUTS_PUBLISHED,
  METRIC_NAMESPACE,
  OUTSIDE_FAILURES,
  PUBLISH_LAG_SECONDS,
  SITE_DIMENSION,
} from '../../lib/worker-metrics.js';

export interface WorkerAlarmsProps {
  /** Topic, in the worker's region, that every alarm notifies. */
  readonly topic: ITopic;
  /** The sync worker's function. */
  readonly worker: IFunction;
  /** Name of the schedule group that starts the worker. */
  readonly scheduleGroupName: string;
  /** Dimension `Site` of the worker's metrics. */
  readonly site: string;
  /** Minutes between two cuts of the institute. */
  readonly cadenceMinutes: number;
  /** Minutes after which the institute interrupts the publication. */
  readonly takeDownMinutes: number;
  /** Words of the alarms. */
  readonly messages: Messages;
}

const PERIOD_SECONDS = 60;
const WARN_PERIODS = 1.2;
const PAGE_PERIODS = 2;
/** Of the time that the call leaves, the part after which our own failure to publish calls people. */
const LAG_SHARE = 1 / 3;
const SILENT_WINDOW = Duration.minutes(5);

/**
 * Alarms on the age of the published cut, on our own failure to publish, on what readers get, and on the worker, in the
 * worker's region. An old cut alone does not tell whether the institute has no newer one or we don't publish it; the lag
 * counts only the latter.
 *
 * Age, lag and view from outside keep their state where no data comes: outside a window there is none. A worker that dies inside one
 * is told by `WorkerSilent`, which compares the starts that were tried with the runs that ended well.
 * @see bcs-2024 IV-2.b
 */
export class WorkerAlarms extends Construct {
  /** Age of the published cut in seconds. */
  readonly cutAge: Metric;
  /** Seconds for which we have failed to publish. */
  readonly publishLag: Metric;
  /** Flips after which readers did not get the cut. */
  readonly outsideFailures: Metric;
  /** Minutes of age at which people are warned, paged, and the institute interrupts. */
  readonly ageLinesMinutes: readonly [warn: number, page: number, takeDown: number];

  private readonly site: string;

  constructor(scope: Construct, id: string, props: WorkerAlarmsProps) {
    super(scope, id);
    const { cadenceMinutes, takeDownMinutes } = props;
    this.ageLinesMinutes = [WARN_PERIODS * cadenceMinutes, PAGE_PERIODS * cadenceMinutes, takeDownMinutes];
    this.site = props.site;
    this.cutAge = this.highest(CUT_AGE_SECONDS);
    this.publishLag = this.highest(PUBLISH_LAG_SECONDS);
    this.outsideFailures = this.highest(OUTSIDE_FAILURES);
    this.ageAlarms(props.topic, props.messages);
    this.lagAlarm(Math.max(1, Math.floor(takeDownMinutes * LAG_SHARE)), props.topic, props.messages);
    this.outsideAlarm(props.topic, props.messages);
    this.errorAlarm(props.worker, props.topic, props.messages);
    this.silentAlarm(props.scheduleGroupName, props.topic, props.messages);
  }

  private workerMetric(metricName: string): Metric {
    return new Metric({
      namespace: METRIC_NAMESPACE,
      metricName,
      dimensionsMap: { [SITE_DIMENSION]: this.site },
    });
  }

  private highest(metricName: string): Metric {
    return this.workerMetric(metricName).with({
      statistic: Stats.MAXIMUM,
      period: Duration.seconds(PERIOD_SECONDS),
    });
  }

  private ageAlarms(topic: ITopic, messages: Messages): void {
    const [warn, page, takeDown] = this.ageLinesMinutes;
    const ageAlarm = (id: string, seconds: number, alarmDescription: string): void => {
      this.thresholdAlarm(id, this.cutAge, seconds, { topic, alarmDescription });
    };
    ageAlarm('CutAgeWarn', warn * 60, messages.text('aws.alarm.cut-age.warn', { minutes: warn }));
    ageAlarm('CutAgePage', page * 60, messages.text('aws.alarm.cut-age.page', { minutes: page }));
    // One period early, since the alarm itself takes one period to tell.
    ageAlarm(
      'CutAgeCritical',
      takeDown * 60 - PERIOD_SECONDS,
      messages.text('aws.alarm.cut-age.critical', { minutes: takeDown }),
    );
  }

  private lagAlarm(minutes: number, topic: ITopic, messages: Messages): void {
    const alarmDescription = messages.text('aws.alarm.publish-lag', { minutes });
    this.thresholdAlarm('PublishLag', this.publishLag, minutes * 60, { topic, alarmDescription });
  }

  private outsideAlarm(topic: ITopic, messages: Messages): void {
    const alarmDescription = messages.text('aws.alarm.outside');
    this.thresholdAlarm('NotSeenOutside', this.outsideFailures, 1, { topic, alarmDescription });
  }

  private thresholdAlarm(
    id: string,
    metric: Metric,
    threshold: number,
    { topic, alarmDescription }: { readonly topic: ITopic; readonly alarmDescription: string },
  ): void {
    const alarm = new Alarm(this, id, {
      alarmDescription,
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.IGNORE,
    });
    notifyBothWays(alarm, topic);
  }

  private errorAlarm(worker: IFunction, topic: ITopic, messages: Messages): void {
    const alarm = new Alarm(this, 'WorkerErrors', {
      alarmDescription: messages.text('aws.alarm.worker-errors'),
      metric: worker.metricErrors({ period: Duration.seconds(PERIOD_SECONDS), statistic: Stats.SUM }),
      threshold: 1,
      evaluationPeriods: 5,
      datapointsToAlarm: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    notifyBothWays(alarm, topic);
  }

  private silentAlarm(scheduleGroupName: string, topic: ITopic, messages: Messages): void {
    const starts = new Metric({
      namespace: 'AWS/Scheduler',
      metricName: 'InvocationAttemptCount',
      dimensionsMap: { ScheduleGroup: scheduleGroupName },
      statistic: Stats.SUM,
      period: SILENT_WINDOW,
    });
    // Every run inside a window measures this, also one that found nothing new.
    const runs = this.workerMetric(CUTS_PUBLISHED).with({
      statistic: Stats.SAMPLE_COUNT,
      period: SILENT_WINDOW,
    });
    const alarm = new Alarm(this, 'WorkerSilent', {
      alarmDescription: messages.text('aws.alarm.worker-silent'),
      metric: new MathExpression({
        expression: 'IF(FILL(starts, 0) > 0 AND FILL(runs, 0) == 0, 1, 0)',
        usingMetrics: { starts, runs },
        period: SILENT_WINDOW,
      }),
      threshold: 1,
      evaluationPeriods: 3,
      datapointsToAlarm: 3,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    notifyBothWays(alarm, topic);
  }
}
