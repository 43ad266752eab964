import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { AwsFramePlan } from '../../lib/config/index.js';
import { createMessages, type MessageId, type Messages } from '../../lib/messages/index.js';
import { AccessLogs, grantLogDelivery } from './access-logs.js';
import { AlarmTopic } from './alarm-topic.js';
import { EdgeAlarms } from './edge-alarms.js';
import { FramePageFunction } from './frame-page-function.js';
import { LogBucket } from './log-bucket.js';
import { ShieldAdvanced } from './shield-advanced.js';
import { SiteBucket } from './site-bucket.js';
import { SiteCertificate } from './site-certificate.js';
import { SiteDistribution } from './site-distribution.js';
import { SiteDns } from './site-dns.js';
import { WebFirewall } from './web-firewall.js';

export interface FrameSiteProps {
  /** The resolved difusor.yaml. */
  readonly plan: AwsFramePlan;
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
   * Words of alarms, outputs and the page.
   * @default Spanish
   */
  readonly messages?: Messages;
}

/**
 * A page of the difusor's own on CloudFront that shows the official site in a frame: the second method of Chiapas and
 * Coahuila. No package comes and nothing is published, so that there is no worker.
 * @see chiapas-2024 II.a.m2, coahuila-2024 II.a.m2
 */
export class FrameSite extends Construct {
  /** For an icon or a logo of the difusor's; the page itself is the function's. */
  readonly siteBucket: SiteBucket;
  /** Collects access logs. */
  readonly logBucket: LogBucket;
  /** Answers with the page. */
  readonly page: FramePageFunction;
  /** What readers reach. */
  readonly distribution: SiteDistribution;
  /** Stands before the distribution. */
  readonly firewall: WebFirewall;
  /** Topic of the edge's alarms. */
  readonly alarmTopic: AlarmTopic;

  private readonly messages: Messages;

  constructor(scope: Construct, id: string, props: FrameSiteProps) {
    super(scope, id);
    const { plan, edgeScope = this, watchScope = this } = props;
    this.messages = props.messages ?? createMessages();
    const { name, site, frame, institution, convocatoria, shield, contacts } = plan;

    const { certificate, hostedZone } = new SiteCertificate(edgeScope, 'Certificate', site);
    this.firewall = new WebFirewall(edgeScope, 'Firewall', { name, ...plan.firewall });
    this.logBucket = new LogBucket(this, 'AccessLogStore');
    this.siteBucket = new SiteBucket(this, 'SiteStore', { logBucket: this.logBucket.bucket });
    this.page = new FramePageFunction(this, 'FramePage', {
      ...frame,
      name,
      institution: institution.name,
      institute: convocatoria.institute.name,
      frameAncestors: site.frameAncestors,
      locale: this.messages.locale,
    });
    this.distribution = new SiteDistribution(this, 'Distribution', {
      ...site,
      certificate,
      bucket: this.siteBucket.bucket,
      viewerRequest: this.page.viewerRequest,
      webAclArn: this.firewall.webAclArn,
      headers: [],
    });
    const { distribution } = this.distribution;
    if (hostedZone !== undefined) new SiteDns(this, 'Dns', { domain: site.domain, hostedZone, distribution });

    this.distribution.state('shield', shield.tier);
    if (shield.tier === 'advanced') {
      const resourceArns = { distribution: distribution.distributionArn };
      new ShieldAdvanced(this, 'Shield', { name, contacts, resourceArns });
    }
    grantLogDelivery(this.logBucket.bucket);
    new AccessLogs(watchScope, 'AccessLogs', { distribution, bucketArn: this.logBucket.attrArn, name });
    this.alarmTopic = new AlarmTopic(watchScope, 'AlarmTopic', plan.alarms);
    new EdgeAlarms(watchScope, 'EdgeAlarms', {
      topic: this.alarmTopic.topic,
      distribution,
      webAclMetricName: this.firewall.metricName,
      messages: this.messages,
    });
    this.outputs(site.domain, hostedZone !== undefined);
  }

  private outputs(domain: string, dnsCreated: boolean): void {
    const target = this.distribution.distribution.distributionDomainName;
    const records = this.messages.text(dnsCreated ? 'aws.output.dns.created' : 'aws.output.dns.create', {
      domain,
      target,
    });
    this.output('DnsRecords', records, 'aws.output.dns');
    this.output('DistributionDomain', target, 'aws.output.distribution');
    this.output('SiteBucket', this.siteBucket.bucket.bucketName, 'aws.output.frame-bucket');
  }

  private output(id: string, value: string, description: MessageId): void {
    const output = new CfnOutput(this, id, { value, description: this.messages.text(description) });
    output.overrideLogicalId(id);
  }
}
