import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { CfnEIP } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { AwsPlan } from '../../lib/config/index.js';
import { createMessages, type MessageId, type Messages } from '../../lib/messages/index.js';
import { AccessLogs, grantLogDelivery } from './access-logs.js';
import { AlarmTopic } from './alarm-topic.js';
import { ArchiveBucket } from './archive-bucket.js';
import { cutLifeDays } from './cut-life.js';
import { EdgeAlarms } from './edge-alarms.js';
import { EdgeRouter } from './edge-router.js';
import { FixedIpNetwork } from './fixed-ip-network.js';
import { LogBucket } from './log-bucket.js';
import { NightDashboard } from './night-dashboard.js';
import { ShieldAdvanced } from './shield-advanced.js';
import { SiteBucket } from './site-bucket.js';
import { SiteCertificate } from './site-certificate.js';
import { SiteDistribution } from './site-distribution.js';
import { SiteDns } from './site-dns.js';
import { SyncSchedule } from './sync-schedule.js';
import { SyncWorker } from './sync-worker.js';
import { WebFirewall } from './web-firewall.js';
import { WorkerAlarms } from './worker-alarms.js';

export interface DifusorSiteProps {
  /** The resolved difusor.yaml. */
  readonly plan: AwsPlan;
  /**
   * Scope, in us-east-1, of what must stand before the distribution: certificate and firewall.
   * @default this construct, which must then be in us-east-1
   */
  readonly edgeScope?: Construct;
  /**
   * Scope, in us-east-1, of what watches the distribution: access logs and the edge's alarms.
   * @default this construct, which must then be in us-east-1
   */
  readonly watchScope?: Construct;
  /**
   * Instant of the synthesis; see SyncSchedule.
   * @default every window lies ahead
   */
  readonly now?: Date;
  /**
   * Words of alarms, outputs and pages.
   * @default Spanish
   */
  readonly messages?: Messages;
}

/**
 * A whole difusor on AWS, as Baja California Sur's call wants it.
 * @throws SOURCE_NEEDS_HOST when the plan's packages come by rsync or into an inbox
 * @throws SETTINGS_TOO_LARGE when the worker's settings don't fit into a function's variables
 *
 * @example
 * const plan = publishingPlan(awsPlan(loadPlan('difusor.yaml', { cwd: '.' })));
 * const app = new App();
 * const stack = new Stack(app, plan.name, { env: { region: 'us-east-1' } });
 * new DifusorSite(stack, 'Site', { plan });
 * @see bcs-2024 II
 */
export class DifusorSite extends Construct {
  /** Holds the published cuts. */
  readonly siteBucket: SiteBucket;
  /** Keeps every package as it arrived. */
  readonly archiveBucket: ArchiveBucket;
  /** Collects access logs. */
  readonly logBucket: LogBucket;
  /** Leads readers to the live cut. */
  readonly router: EdgeRouter;
  /** What readers reach. */
  readonly distribution: SiteDistribution;
  /** Stands before the distribution. */
  readonly firewall: WebFirewall;
  /** The way out with the fixed IP. */
  readonly network: FixedIpNetwork;
  /** Keeps the copy current. */
  readonly worker: SyncWorker;
  /** Starts the worker in its windows. */
  readonly schedule: SyncSchedule;
  /** Topic of the worker's alarms, for a pager of the team's own. */
  readonly alarmTopic: AlarmTopic;
  /** Topic of the edge's alarms; the same where everything is in us-east-1. */
  readonly edgeAlarmTopic: AlarmTopic;

  private readonly plan: AwsPlan;
  private readonly messages: Messages;

  constructor(scope: Construct, id: string, props: DifusorSiteProps) {
    super(scope, id);
    const { plan, edgeScope = this, watchScope = this } = props;
    this.plan = plan;
    this.messages = props.messages ?? createMessages();

    const { certificate, hostedZone } = new SiteCertificate(edgeScope, 'Certificate', plan.site);
    this.firewall = new WebFirewall(edgeScope, 'Firewall', { name: plan.name, ...plan.firewall });

    this.logBucket = new LogBucket(this, 'AccessLogStore');
    const logBucket = this.logBucket.bucket;
    this.siteBucket = new SiteBucket(this, 'SiteStore', { logBucket, cutDays: cutLifeDays(plan) });
    this.archiveBucket = new ArchiveBucket(this, 'Archive', { logBucket, ...plan.archive });
    this.router = this.edgeRouter();
    this.distribution = new SiteDistribution(this, 'Distribution', {
      ...plan.site,
      certificate,
      bucket: this.siteBucket.bucket,
      viewerRequest: this.router.viewerRequest,
      webAclArn: this.firewall.webAclArn,
      headers: plan.convocatoria.headers,
    });
    if (hostedZone !== undefined) {
      new SiteDns(this, 'Dns', {
        domain: plan.site.domain,
        hostedZone,
        distribution: this.distribution.distribution,
      });
    }

    this.network = new FixedIpNetwork(this, 'Network', { ...plan.network, sourcePort: sourcePort(plan) });
    this.worker = new SyncWorker(this, 'Worker', {
      settings: plan.worker,
      siteBucket: this.siteBucket.bucket,
      archiveBucket: this.archiveBucket.bucket,
      keyValueStore: this.router.keyValueStore,
      network: this.network,
      secretName: plan.secretName,
      site: plan.name,
    });
    this.schedule = new SyncSchedule(this, 'Schedule', {
      worker: this.worker.function,
      deadLetters: this.worker.deadLetters,
      windows: plan.worker.windows,
      zone: plan.worker.zone,
      groupName: plan.name,
      now: props.now,
    });
    this.shield();

    grantLogDelivery(logBucket);
    this.alarmTopic = new AlarmTopic(this, 'AlarmTopic', plan.alarms);
    this.edgeAlarmTopic =
      watchScope === this ? this.alarmTopic : new AlarmTopic(watchScope, 'AlarmTopic', plan.alarms);
    this.watch(watchScope);
    this.outputs(hostedZone !== undefined);
  }

  private edgeRouter(): EdgeRouter {
    const { institution, convocatoria, name } = this.plan;
    return new EdgeRouter(this, 'Router', {
      name,
      institution: institution.name,
      institute: convocatoria.institute,
      locale: this.messages.locale,
    });
  }

  private shield(): void {
    const { shield, name, contacts } = this.plan;
    this.distribution.state('shield', shield.tier);
    if (shield.tier !== 'advanced') return;
    const addresses = this.network.elasticIps.map((address, index) => [
      `address-${index + 1}`,
      elasticIpArn(address),
    ]);
    new ShieldAdvanced(this, 'Shield', {
      name,
      contacts,
      resourceArns: {
        distribution: this.distribution.distribution.distributionArn,
        ...(Object.fromEntries(addresses) as Record<string, string>),
      },
    });
  }

  private watch(watchScope: Construct): void {
    const { name, worker } = this.plan;
    const { messages } = this;
    const { distribution } = this.distribution;
    const webAclMetricName = this.firewall.metricName;

    new AccessLogs(watchScope, 'AccessLogs', { distribution, bucketArn: this.logBucket.attrArn, name });
    new EdgeAlarms(watchScope, 'EdgeAlarms', {
      topic: this.edgeAlarmTopic.topic,
      distribution,
      webAclMetricName,
      messages,
    });
    const workerAlarms = new WorkerAlarms(this, 'WorkerAlarms', {
      topic: this.alarmTopic.topic,
      worker: this.worker.function,
      scheduleGroupName: name,
      site: name,
      messages,
      ...worker,
    });
    const dashboard = new NightDashboard(this, 'Dashboard', {
      name,
      cutAge: workerAlarms.cutAge,
      publishLag: workerAlarms.publishLag,
      outsideFailures: workerAlarms.outsideFailures,
      worker: this.worker.function,
      distribution,
      webAclMetricName,
      ageLinesMinutes: workerAlarms.ageLinesMinutes,
      messages,
    });
    this.output('DashboardUrl', dashboard.url, 'aws.output.dashboard');
  }

  private outputs(dnsCreated: boolean): void {
    const { site, shield, secretName } = this.plan;
    const target = this.distribution.distribution.distributionDomainName;
    const addresses = this.network.elasticIps.map((address) => address.attrPublicIp).join(', ');
    this.output('FixedIp', addresses, 'aws.output.fixed-ip');
    this.output(
      'DnsRecords',
      this.messages.text(dnsCreated ? 'aws.output.dns.created' : 'aws.output.dns.create', {
        domain: site.domain,
        target,
      }),
      'aws.output.dns',
    );
    this.output('DistributionDomain', target, 'aws.output.distribution');
    this.output('SourceSecret', secretName, 'aws.output.secret');
    this.output('SiteBucket', this.siteBucket.bucket.bucketName, 'aws.output.site-bucket');
    this.output('ArchiveBucket', this.archiveBucket.bucket.bucketName, 'aws.output.archive-bucket');
    this.output('WorkerLogs', this.worker.logGroup.logGroupName, 'aws.output.worker-logs');
    this.output('PointerStore', this.router.keyValueStore.keyValueStoreArn, 'aws.output.pointer-store');
    this.output('ShieldTier', shield.tier, 'aws.output.shield');
  }

  /** What a person needs next, under a stable name and with a sentence. */
  private output(id: string, value: string, description: MessageId): void {
    const output = new CfnOutput(this, id, { value, description: this.messages.text(description) });
    output.overrideLogicalId(id);
  }
}

function sourcePort({ worker: { source } }: AwsPlan): number | undefined {
  return 'port' in source ? source.port : undefined;
}

function elasticIpArn(address: CfnEIP): string {
  return Stack.of(address).formatArn({
    service: 'ec2',
    resource: 'eip-allocation',
    resourceName: address.attrAllocationId,
  });
}
