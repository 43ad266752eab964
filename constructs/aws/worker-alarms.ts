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
const SILENT_WINDOW = Duration.minutes(5);

/**
 * Alarms on the age of the published cut and on the worker, in the worker's region.
 *
 * The age alarms keep their state where no data comes: outside a window there is none. A worker that dies inside one
 * is told by `WorkerSilent`, which compares the starts that were tried with the runs that ended well.
 * @see bcs-2024 IV-2.b
 */
export class WorkerAlarms extends Construct {
  /** Age of the published cut in seconds. */
  readonly cutAge: Metric;
  /** Minutes of age at which people are warned, paged, and the institute interrupts. */
  readonly ageLinesMinutes: readonly [warn: number, page: number, takeDown: number];

  private readonly site: string;

  constructor(scope: Construct, id: string, props: WorkerAlarmsProps) {
    super(scope, id);
    const { cadenceMinutes, takeDownMinutes } = props;
    this.ageLinesMinutes = [WARN_PERIODS * cadenceMinutes, PAGE_PERIODS * cadenceMinutes, takeDownMinutes];
    this.site = props.site;
    this.cutAge = this.workerMetric(CUT_AGE_SECONDS).with({
      statistic: Stats.MAXIMUM,
      period: Duration.seconds(PERIOD_SECONDS),
    });
    this.ageAlarms(props.topic, props.messages);
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

  private ageAlarms(topic: ITopic, messages: Messages): void {
    const [warn, page, takeDown] = this.ageLinesMinutes;
    this.ageAlarm('CutAgeWarn', warn * 60, topic, messages.text('aws.alarm.cut-age.warn', { minutes: warn }));
    this.ageAlarm('CutAgePage', page * 60, topic, messages.text('aws.alarm.cut-age.page', { minutes: page }));
    // One period early, since the alarm itself takes one period to tell.
    this.ageAlarm(
      'CutAgeCritical',
      takeDown * 60 - PERIOD_SECONDS,
      topic,
      messages.text('aws.alarm.cut-age.critical', { minutes: takeDown }),
    );
  }

  private ageAlarm(id: string, seconds: number, topic: ITopic, alarmDescription: string): void {
    const alarm = new Alarm(this, id, {
      alarmDescription,
      metric: this.cutAge,
      threshold: seconds,
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
