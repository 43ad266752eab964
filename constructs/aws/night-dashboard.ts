import { Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, PeriodOverride, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { EDGE_REGION } from '../../lib/edge-region.js';
import type { Messages } from '../../lib/messages/index.js';
import { allowedRequests, blockedRequests, errorRate, requests } from './edge-metrics.js';

export interface NightDashboardProps {
  /** Name of the dashboard; unique in the account and region. */
  readonly name: string;
  /** Age of the published cut, in seconds. */
  readonly cutAge: Metric;
  /** Seconds for which we have failed to publish. */
  readonly publishLag: Metric;
  /** Flips after which readers did not get the cut. */
  readonly outsideFailures: Metric;
  /** The sync worker's function. */
  readonly worker: IFunction;
  /** Distribution of the site; its metrics are read in us-east-1. */
  readonly distribution: IDistribution;
  /** Name under which WAF keeps the web ACL's metrics. */
  readonly webAclMetricName: string;
  /** Minutes of age at which people are warned, paged, and the institute interrupts. */
  readonly ageLinesMinutes: readonly number[];
  /** Words of the titles. */
  readonly messages: Messages;
}

const FULL_WIDTH = 24;
const HALF_WIDTH = 12;

/** What a team watches through the night, on one screen. */
export class NightDashboard extends Construct {
  /** Address of the dashboard in the AWS console. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: NightDashboardProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    const { messages, distribution, worker, webAclMetricName } = props;
    const graph = (title: string, left: Metric[]): GraphWidget =>
      new GraphWidget({ title, width: HALF_WIDTH, left, region: EDGE_REGION });
    new Dashboard(this, 'Dashboard', {
      dashboardName: props.name,
      periodOverride: PeriodOverride.AUTO,
      widgets: [
        [
          new GraphWidget({
            title: messages.text('aws.dashboard.cut-age'),
            width: FULL_WIDTH,
            left: [props.cutAge, props.publishLag],
            leftAnnotations: props.ageLinesMinutes.map((minutes) => ({
              value: minutes * 60,
              label: `${minutes} min`,
            })),
          }),
        ],
        [
          new GraphWidget({
            title: messages.text('aws.dashboard.worker'),
            width: HALF_WIDTH,
            left: [worker.metricInvocations(), worker.metricErrors(), props.outsideFailures],
          }),
          graph(messages.text('aws.dashboard.requests'), [requests(distribution)]),
        ],
        [
          graph(messages.text('aws.dashboard.errors'), [
            errorRate(distribution, '4xxErrorRate'),
            errorRate(distribution, '5xxErrorRate'),
          ]),
          graph(messages.text('aws.dashboard.firewall'), [
            allowedRequests(webAclMetricName),
            blockedRequests(webAclMetricName),
          ]),
        ],
      ],
    });
    this.url = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards/dashboard/${props.name}`;
  }
}
