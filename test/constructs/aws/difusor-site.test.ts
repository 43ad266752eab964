import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { DifusorSite, type DifusorSiteProps } from '../../../constructs/aws/index.js';
import { collectCloudFormation, judge, type Verdict } from '../../../lib/compliance/index.js';
import type { AwsPlan } from '../../../lib/config/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { examplePlan } from '../../support/example-plan.js';
import { theResource } from '../../support/stack.js';

interface Built {
  readonly site: DifusorSite;
  readonly stack: Stack;
  readonly template: Template;
}

/** What the README shows: somebody's own app and stack, with none of this toolkit's settings. */
function build(plan: AwsPlan, props: Partial<DifusorSiteProps> = {}): Built {
  const stack = new Stack(new App(), plan.name, { env: { region: 'us-east-1' } });
  const site = new DifusorSite(stack, 'Site', { plan, ...props });
  return { site, stack, template: Template.fromStack(stack) };
}

function verdicts(plan: AwsPlan, template: Template): Verdict[] {
  const facts = collectCloudFormation([
    { name: plan.name, region: 'us-east-1', template: template.toJSON() },
  ]);
  const { convocatoria, waivers, site } = plan;
  return judge({
    convocatoria,
    facts,
    domain: site.domain,
    waivers,
    scope: { delivery: 'pull' },
    today: '2027-05-01',
  });
}

const outputOf = (template: Template, id: string): { Value: unknown; Description: string } =>
  template.findOutputs(id)[id] as { Value: unknown; Description: string };

const idsOf = (all: readonly Verdict[], ...statuses: Verdict['status'][]): string[] =>
  all.filter(({ status }) => statuses.includes(status)).map(({ clause }) => clause.id);

describe('DifusorSite in somebody’s own app', () => {
  const plan = examplePlan();
  const { site, template } = build(plan);

  it('breaches no clause of the call, and leaves none open that a template can prove', () => {
    const all = verdicts(plan, template);
    expect(idsOf(all, 'breached', 'undetermined')).toEqual([]);
    expect(idsOf(all, 'met').length).toBeGreaterThan(10);
  });

  it('would be judged: without its distribution’s statement on Shield the clause is breached', () => {
    const weakened = template.toJSON() as { Resources: Record<string, { Type: string; Metadata?: unknown }> };
    for (const resource of Object.values(weakened.Resources))
      if (resource.Type === 'AWS::CloudFront::Distribution') delete resource.Metadata;
    expect(idsOf(verdicts(plan, Template.fromJSON(weakened)), 'breached')).not.toEqual([]);
  });

  it('holds one of each part', () => {
    for (const type of [
      'AWS::CloudFront::Distribution',
      'AWS::CloudFront::KeyValueStore',
      'AWS::WAFv2::WebACL',
      'AWS::Lambda::Function',
      'AWS::EC2::EIP',
      'AWS::SecretsManager::Secret',
      'AWS::CloudWatch::Dashboard',
      'AWS::Logs::DeliverySource',
      'AWS::SNS::Topic',
    ])
      template.resourceCountIs(type, 1);
    template.resourceCountIs('AWS::S3::Bucket', 3);
    template.resourceCountIs('AWS::Scheduler::Schedule', plan.worker.windows.length);
  });

  it('gives its parts to whoever builds on them', () => {
    const { stack } = site.siteBucket.bucket;
    const shown = {
      site: site.siteBucket.bucket.bucketName,
      archive: site.archiveBucket.bucket.bucketName,
      logs: site.logBucket.bucket.bucketName,
      distribution: site.distribution.distribution.distributionId,
      pointer: site.router.keyValueStore.keyValueStoreId,
      worker: site.worker.function.functionName,
      group: site.schedule.group.scheduleGroupName,
      topic: site.alarmTopic.topic.topicArn,
    };
    const resources = template.toJSON().Resources as Record<string, { Type: string }>;
    const typeOf = (value: unknown): string | undefined => {
      const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
      return resources[Ref ?? attribute?.[0] ?? '']?.Type;
    };
    const { group, ...referred } = stack.resolve(shown) as Record<string, unknown>;
    expect(Object.fromEntries(Object.entries(referred).map(([key, value]) => [key, typeOf(value)]))).toEqual({
      site: 'AWS::S3::Bucket',
      archive: 'AWS::S3::Bucket',
      logs: 'AWS::S3::Bucket',
      distribution: 'AWS::CloudFront::Distribution',
      pointer: 'AWS::CloudFront::KeyValueStore',
      worker: 'AWS::Lambda::Function',
      topic: 'AWS::SNS::Topic',
    });
    expect(
      new Set([referred.site, referred.archive, referred.logs].map((it) => JSON.stringify(it))).size,
    ).toBe(3);
    expect(group).toBe(plan.name);
    expect(site.network.elasticIps).toHaveLength(1);
    expect(site.firewall.metricName).toBe(plan.name);
  });

  it('has one topic for all alarms where everything is in one region', () => {
    expect(site.edgeAlarmTopic).toBe(site.alarmTopic);
  });

  it('writes the access logs of both buckets and of the distribution into its log bucket', () => {
    const logs = site.logBucket.bucket;
    const Ref = (logs.stack.resolve(logs.bucketName) as { Ref: string }).Ref;
    for (const LogFilePrefix of ['s3/site/', 's3/archive/'])
      template.hasResourceProperties('AWS::S3::Bucket', {
        LoggingConfiguration: { DestinationBucketName: { Ref }, LogFilePrefix },
      });
    expect(JSON.stringify(theResource(template, 'AWS::Logs::DeliveryDestination').definition)).toContain(Ref);
  });

  it('speaks the language that was asked for', () => {
    const english = build(plan, { messages: createMessages('en') });
    expect(outputOf(template, 'FixedIp').Description).toContain('IP fija');
    expect(outputOf(english.template, 'FixedIp').Description).not.toContain('IP fija');
  });

  it('schedules every window unless the instant of the synthesis is told', () => {
    template.allResourcesProperties('AWS::Scheduler::Schedule', { StartDate: Match.anyValue() });
    const begun = build(plan, { now: new Date('2040-01-01T00:00:00Z') }).template;
    begun.allResourcesProperties('AWS::Scheduler::Schedule', { StartDate: Match.absent() });
  });
});

describe('DifusorSite with scopes for the edge', () => {
  const plan = examplePlan({ region: 'mx-central-1', account: '111122223333' });
  const app = new App();
  const stackIn = (id: string, region: string): Stack =>
    new Stack(app, id, { env: { region, account: '111122223333' }, crossRegionReferences: true });
  const edgeScope = stackIn('edge', 'us-east-1');
  const watchScope = stackIn('watch', 'us-east-1');
  const home = stackIn('home', 'mx-central-1');
  const site = new DifusorSite(home, 'Site', { plan, edgeScope, watchScope });

  it('puts the firewall where it was told, and the site with its worker where it stands itself', () => {
    Template.fromStack(edgeScope).resourceCountIs('AWS::WAFv2::WebACL', 1);
    Template.fromStack(home).resourceCountIs('AWS::WAFv2::WebACL', 0);
    Template.fromStack(home).resourceCountIs('AWS::CloudFront::Distribution', 1);
  });

  it('has a topic of its own beside the alarms of the edge, since an alarm reaches none of another region', () => {
    expect(site.edgeAlarmTopic).not.toBe(site.alarmTopic);
    expect(Stack.of(site.edgeAlarmTopic)).toBe(watchScope);
    expect(Stack.of(site.alarmTopic)).toBe(home);
    Template.fromStack(watchScope).hasResourceProperties('AWS::SNS::Subscription', {
      Endpoint: plan.alarms.email,
    });
  });
});

describe('DifusorSite with a certificate that is there already', () => {
  const arn = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
  const own = examplePlan({ certificate: { arn } });

  it('makes no records in anyone’s zone, and says which one is to be made', () => {
    const { template } = build(own);
    template.resourceCountIs('AWS::Route53::RecordSet', 0);
    expect(JSON.stringify(outputOf(template, 'DnsRecords').Value)).toContain('CNAME');
  });

  it('makes the records where it has the zone', () => {
    const { template } = build(examplePlan());
    template.resourceCountIs('AWS::Route53::RecordSet', 2);
    expect(JSON.stringify(outputOf(template, 'DnsRecords').Value)).toContain('A/AAAA');
  });
});
