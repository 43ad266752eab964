import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  KeyValueStore,
  type IDistribution,
} from 'aws-cdk-lib/aws-cloudfront';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import * as aws from '../../../constructs/aws/index.js';
import { createMessages } from '../../../lib/messages/index.js';
import { awsFramePlan } from '../../support/aws-frame-plan.js';
import { examplePlan } from '../../support/example-plan.js';
import { SETTINGS } from '../../support/worker-settings.js';

const messages = createMessages('es');
const CERTIFICATE = 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';
const DISTRIBUTION_ARN = 'arn:aws:cloudfront::111122223333:distribution/E1';
const WEB_ACL_ARN = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/x/1';

const bucket = (scope: Construct, id = 'TheirBucket'): Bucket => new Bucket(scope, id);
const topic = (scope: Construct): Topic => new Topic(scope, 'TheirTopic');
const distribution = (scope: Construct): IDistribution =>
  Distribution.fromDistributionAttributes(scope, 'TheirDistribution', {
    distributionId: 'E1',
    domainName: 'd1.cloudfront.net',
  });
const worker = (scope: Construct): LambdaFunction =>
  new LambdaFunction(scope, 'TheirWorker', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => undefined;'),
  });

/** For each construct: the least that it asks for, made of the CDK's own parts, and what it must then hold. */
const BUILDERS: Record<string, [type: string, build: (scope: Construct) => unknown]> = {
  AccessLogs: [
    'AWS::Logs::Delivery',
    (scope) =>
      new aws.AccessLogs(scope, 'X', {
        distribution: distribution(scope),
        bucketArn: bucket(scope).bucketArn,
        name: 'x',
      }),
  ],
  AlarmTopic: ['AWS::SNS::Topic', (scope) => new aws.AlarmTopic(scope, 'X')],
  ArchiveBucket: [
    'AWS::S3::Bucket',
    (scope) => new aws.ArchiveBucket(scope, 'X', { logBucket: bucket(scope) }),
  ],
  DifusorSite: [
    'AWS::CloudFront::Distribution',
    (scope) => new aws.DifusorSite(scope, 'X', { plan: examplePlan() }),
  ],
  EdgeAlarms: [
    'AWS::CloudWatch::Alarm',
    (scope) =>
      new aws.EdgeAlarms(scope, 'X', {
        topic: topic(scope),
        distribution: distribution(scope),
        webAclMetricName: 'x',
        messages,
      }),
  ],
  EdgeRouter: [
    'AWS::CloudFront::Function',
    (scope) => new aws.EdgeRouter(scope, 'X', { name: 'x', institution: 'R', institute: { name: 'I' } }),
  ],
  FixedIpNetwork: ['AWS::EC2::EIP', (scope) => new aws.FixedIpNetwork(scope, 'X')],
  FramePageFunction: [
    'AWS::CloudFront::Function',
    (scope) =>
      new aws.FramePageFunction(scope, 'X', {
        name: 'x',
        official: 'https://prep.example.net/',
        title: 'PREP',
        institution: 'R',
        institute: 'I',
        frameAncestors: ["'self'"],
      }),
  ],
  FrameSite: [
    'AWS::CloudFront::Distribution',
    (scope) => new aws.FrameSite(scope, 'X', { plan: awsFramePlan() }),
  ],
  LogBucket: ['AWS::S3::Bucket', (scope) => new aws.LogBucket(scope, 'X')],
  NightDashboard: [
    'AWS::CloudWatch::Dashboard',
    (scope) =>
      new aws.NightDashboard(scope, 'X', {
        name: 'x',
        cutAge: new Metric({ namespace: 'Any', metricName: 'Age' }),
        publishLag: new Metric({ namespace: 'Any', metricName: 'Lag' }),
        outsideFailures: new Metric({ namespace: 'Any', metricName: 'Unseen' }),
        worker: worker(scope),
        distribution: distribution(scope),
        webAclMetricName: 'x',
        ageLinesMinutes: [24],
        messages,
      }),
  ],
  ResponseHeaders: [
    'AWS::CloudFront::ResponseHeadersPolicy',
    (scope) => new aws.ResponseHeaders(scope, 'X', { frameAncestors: ["'self'"], headers: [] }),
  ],
  ShieldAdvanced: [
    'AWS::Shield::Protection',
    (scope) =>
      new aws.ShieldAdvanced(scope, 'X', {
        name: 'x',
        resourceArns: { site: DISTRIBUTION_ARN },
        contacts: [],
      }),
  ],
  SiteBucket: ['AWS::S3::Bucket', (scope) => new aws.SiteBucket(scope, 'X', { logBucket: bucket(scope) })],
  SiteCertificate: [
    'AWS::CertificateManager::Certificate',
    (scope) =>
      new aws.SiteCertificate(scope, 'X', {
        domain: 'prep.example.org',
        certificate: { kind: 'dns', hostedZoneId: 'Z0123456789', zoneName: 'example.org' },
      }),
  ],
  SiteDistribution: [
    'AWS::CloudFront::Distribution',
    (scope) =>
      new aws.SiteDistribution(scope, 'X', {
        domain: 'prep.example.org',
        certificate: Certificate.fromCertificateArn(scope, 'TheirCertificate', CERTIFICATE),
        bucket: bucket(scope),
        viewerRequest: new EdgeFunction(scope, 'TheirFunction', {
          code: FunctionCode.fromInline('function handler(event) { return event.request; }'),
        }),
        webAclArn: WEB_ACL_ARN,
        headers: [],
        frameAncestors: ["'self'"],
      }),
  ],
  SiteDns: [
    'AWS::Route53::RecordSet',
    (scope) =>
      new aws.SiteDns(scope, 'X', {
        domain: 'prep.example.org',
        hostedZone: new HostedZone(scope, 'TheirZone', { zoneName: 'example.org' }),
        distribution: distribution(scope),
      }),
  ],
  SyncSchedule: [
    'AWS::Scheduler::Schedule',
    (scope) =>
      new aws.SyncSchedule(scope, 'X', {
        worker: worker(scope),
        deadLetters: new Queue(scope, 'TheirQueue'),
        windows: SETTINGS.windows,
        zone: SETTINGS.zone,
        groupName: 'x',
      }),
  ],
  SyncWorker: [
    'AWS::Lambda::Function',
    (scope) =>
      new aws.SyncWorker(scope, 'X', {
        settings: SETTINGS,
        siteBucket: bucket(scope, 'TheirSite'),
        archiveBucket: bucket(scope, 'TheirArchive'),
        keyValueStore: new KeyValueStore(scope, 'TheirStore'),
        network: new aws.FixedIpNetwork(scope, 'Network'),
        secretName: 'x',
        site: 'x',
      }),
  ],
  WebFirewall: [
    'AWS::WAFv2::WebACL',
    (scope) =>
      new aws.WebFirewall(scope, 'X', {
        name: 'x',
        rateLimit: { requestsPer5Minutes: 20_000, action: 'count' },
        anonymousIp: false,
        antiDdos: false,
      }),
  ],
  WorkerAlarms: [
    'AWS::CloudWatch::Alarm',
    (scope) =>
      new aws.WorkerAlarms(scope, 'X', {
        topic: topic(scope),
        worker: worker(scope),
        scheduleGroupName: 'x',
        site: 'x',
        cadenceMinutes: 20,
        takeDownMinutes: 45,
        messages,
      }),
  ],
};

/** Names of the classes that stand in a stack. */
const CONSTRUCTS = Object.entries(aws)
  .filter(([, part]) => typeof part === 'function' && part.prototype instanceof Construct)
  .filter(([, part]) => !((part as typeof Construct).prototype instanceof Stack))
  .map(([name]) => name);

describe('every construct of difusor/aws', () => {
  it('has a builder here', () => {
    expect(Object.keys(BUILDERS).sort()).toEqual(CONSTRUCTS.sort());
  });

  it.each(Object.entries(BUILDERS))(
    'works alone in an app that sets no feature flag: %s',
    (_name, [type, build]) => {
      const stack = new Stack(new App(), 'Theirs', { env: { region: 'us-east-1' } });
      build(stack);
      const found = Template.fromStack(stack).findResources(type);
      expect(Object.keys(found).filter((id) => !id.startsWith('Their'))).not.toEqual([]);
    },
  );

  it.each(Object.entries(BUILDERS))(
    'works alone in a stack of no region and no account: %s',
    (_name, [type, build]) => {
      const stack = new Stack(new App(), 'Theirs');
      build(stack);
      expect(Object.keys(Template.fromStack(stack).findResources(type))).not.toEqual([]);
    },
  );
});
