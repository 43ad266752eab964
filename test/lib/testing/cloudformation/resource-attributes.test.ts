import type { JsonObject } from '../../../../lib/testing/cloudformation/json.js';
import {
  describeResource,
  type DescribedResource,
} from '../../../../lib/testing/cloudformation/resource-attributes.js';
import {
  loadResourceSpecs,
  type ResourceSpecs,
} from '../../../../lib/testing/cloudformation/resource-spec.js';

const origin = {
  account: '123456789012',
  region: 'mx-central-1',
  stackName: 'site',
  logicalId: 'Thing',
  serial: 7,
};

describe('describeResource', () => {
  let specs: ResourceSpecs;
  beforeAll(async () => {
    specs = await loadResourceSpecs();
  });

  const make = (type: string, properties: JsonObject = {}): DescribedResource => {
    const spec = specs.find(type);
    if (spec === undefined) throw new Error(type);
    return describeResource(spec, properties, origin);
  };

  it('names a bucket as the template does, and derives the rest from it', () => {
    const bucket = make('AWS::S3::Bucket', { BucketName: 'prep' });
    expect(bucket.physicalId).toBe('prep');
    expect(bucket.attributes).toMatchObject({
      Arn: 'arn:aws:s3:::prep',
      DomainName: 'prep.s3.amazonaws.com',
      RegionalDomainName: 'prep.s3.mx-central-1.amazonaws.com',
      WebsiteURL: 'http://prep.s3-website-mx-central-1.amazonaws.com',
    });
  });

  it('makes a name up where the template gives none', () => {
    expect(make('AWS::S3::Bucket').physicalId).toMatch(/^site-thing-[0-9a-f]{12}$/);
    expect(make('AWS::CloudWatch::Alarm').physicalId).toMatch(/^site-Thing-[0-9A-F]{12}$/);
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'AWS::SQS::Queue',
      { QueueName: 'dead' },
      /^https:\/\/sqs\.mx-central-1\.amazonaws\.com\/123456789012\/dead$/,
    ],
    ['AWS::SNS::Topic', { TopicName: 'alarms' }, /^arn:aws:sns:mx-central-1:123456789012:alarms$/],
    [
      'AWS::SecretsManager::Secret',
      { Name: 'a/b' },
      /^arn:aws:secretsmanager:mx-central-1:123456789012:secret:a\/b-StandI$/,
    ],
    ['AWS::EC2::EIP', {}, /^203\.0\.113\.\d{1,3}$/],
    ['AWS::EC2::VPC', {}, /^vpc-0[0-9a-f]{16}$/],
    ['AWS::CloudFront::Distribution', {}, /^E[0-9A-F]{13}$/],
    ['AWS::Lambda::Function', { FunctionName: 'worker' }, /^worker$/],
    ['AWS::WAFv2::WebACL', { Name: 'acl', Scope: 'CLOUDFRONT' }, /^acl\|[0-9a-f-]{36}\|CLOUDFRONT$/],
    ['AWS::Events::Rule', { Name: 'tick' }, /^default\|tick$/],
    ['AWS::Route53::RecordSet', { Name: 'prep.example.org.', Type: 'A' }, /^prep\.example\.org\.$/],
    [
      'AWS::CertificateManager::Certificate',
      {},
      /^arn:aws:acm:mx-central-1:123456789012:certificate\/site-Thing-/,
    ],
  ])('gives the Ref of a %s in the service’s form', (type, properties, form) => {
    expect(make(type, properties).physicalId).toMatch(form);
  });

  it.each<[string, JsonObject, string, RegExp]>([
    ['AWS::IAM::Role', { RoleName: 'r', Path: '/x/' }, 'Arn', /^arn:aws:iam::123456789012:role\/x\/r$/],
    [
      'AWS::SSM::Parameter',
      { Name: '/cdk/version', Type: 'String', Value: '33' },
      'Arn',
      /:parameter\/cdk\/version$/,
    ],
    ['AWS::SSM::Parameter', { Name: '/cdk/version', Type: 'String', Value: '33' }, 'Value', /^33$/],
    ['AWS::CloudFront::Distribution', {}, 'DomainName', /^d[0-9a-f]{14}\.cloudfront\.net$/],
    ['AWS::Logs::LogGroup', { LogGroupName: 'aws-waf-logs-x' }, 'Arn', /:log-group:aws-waf-logs-x:\*$/],
    ['AWS::WAFv2::WebACL', { Name: 'a', Scope: 'CLOUDFRONT' }, 'Arn', /:global\/webacl\/a\//],
    ['AWS::WAFv2::WebACL', { Name: 'a', Scope: 'REGIONAL' }, 'Arn', /:regional\/webacl\/a\//],
    ['AWS::Scheduler::Schedule', { Name: 's' }, 'Arn', /:schedule\/default\/s$/],
    [
      'AWS::CloudFront::Function',
      { Name: 'f' },
      'FunctionARN',
      /^arn:aws:cloudfront::123456789012:function\/f$/,
    ],
  ])('gives an attribute of a %s in the service’s form', (type, properties, attribute, form) => {
    expect(make(type, properties).attributes[attribute]).toMatch(form);
  });

  it('gives one id to the attributes that mean one', () => {
    const { attributes } = make('AWS::EC2::SecurityGroup', { GroupDescription: 'x' });
    expect(attributes.GroupId).toBe(attributes.Id);
  });

  it('keeps the kind of an attribute', () => {
    const { attributes } = make('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
    expect(attributes.CidrBlock).toBe('10.0.0.0/16');
    expect(Array.isArray(attributes.CidrBlockAssociations)).toBe(true);
    expect(make('AWS::WAFv2::WebACL', { Name: 'a', Scope: 'REGIONAL' }).attributes.Capacity).toBe(0);
  });

  it('tells two DNS records of one name apart by their type', () => {
    const record = (Type: string): JsonObject => ({ Name: 'prep.example.org.', HostedZoneId: 'Z1', Type });
    expect(make('AWS::Route53::RecordSet', record('A')).identity).not.toBe(
      make('AWS::Route53::RecordSet', record('AAAA')).identity,
    );
  });
});
