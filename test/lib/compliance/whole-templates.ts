import type { CloudFormationTemplate } from '../../../lib/compliance/index.js';
import { settings } from './facts-builder.js';

const att = (path: string) => ({ 'Fn::GetAtt': path.split('.') });
const ref = (name: string) => ({ Ref: name });
const output = (OutputName: string) => ({ 'Fn::GetStackOutput': { StackName: 'edge', OutputName } });
const CDN_ARN = 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Cdn}';

/** Two stacks written by hand, in nobody's style, that meet every rule for the made-up call. */
export function wholeTemplates(): CloudFormationTemplate[] {
  return [
    {
      name: 'edge',
      region: 'us-east-1',
      template: { Resources: { ...site(), ...edge() }, Outputs: outputs() },
    },
    {
      name: 'worker',
      region: 'mx-central-1',
      template: { Resources: { ...network(), ...worker(), ...clock() } },
    },
  ];
}

function outputs() {
  return {
    BucketName: { Value: ref('Bucket') },
    BucketArn: { Value: att('Bucket.Arn') },
    StoreArn: { Value: att('Store.Arn') },
  };
}

function site() {
  return {
    Bucket: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      Properties: {
        WebsiteConfiguration: { IndexDocument: 'index.html' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    },
    BucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref('Bucket'),
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'cloudfront.amazonaws.com' },
              Action: 's3:GetObject',
              Resource: { 'Fn::Sub': '${Bucket.Arn}/*' },
              Condition: { StringEquals: { 'AWS:SourceArn': { 'Fn::Sub': CDN_ARN } } },
            },
          ],
        },
      },
    },
    Logs: {
      Type: 'AWS::S3::Bucket',
      Properties: { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 90 }] } },
    },
  };
}

function edge() {
  return {
    Cdn: {
      Type: 'AWS::CloudFront::Distribution',
      Metadata: { 'difusor:shield': 'standard' },
      Properties: {
        DistributionConfig: {
          Aliases: ['prep.example.org'],
          ViewerCertificate: { AcmCertificateArn: ref('Cert'), MinimumProtocolVersion: 'TLSv1.2_2021' },
          WebACLId: att('Acl.Arn'),
          Logging: { Bucket: att('Logs.DomainName') },
          Origins: [
            {
              Id: 'site',
              DomainName: att('Bucket.RegionalDomainName'),
              S3OriginConfig: { OriginAccessIdentity: '' },
              OriginAccessControlId: att('Oac.Id'),
            },
          ],
          CacheBehaviors: [{ PathPattern: '/img/*', ...behavior() }],
          DefaultCacheBehavior: behavior(),
          CustomErrorResponses: [403, 404, 500, 502, 503, 504].map((ErrorCode) => ({
            ErrorCode,
            ErrorCachingMinTTL: 0,
          })),
        },
      },
    },
    Cache: {
      Type: 'AWS::CloudFront::CachePolicy',
      Properties: { CachePolicyConfig: { MinTTL: 0, DefaultTTL: 0, MaxTTL: 1 } },
    },
    Headers: {
      Type: 'AWS::CloudFront::ResponseHeadersPolicy',
      Properties: {
        ResponseHeadersPolicyConfig: {
          CustomHeadersConfig: { Items: [{ Header: 'Cache-Control', Value: 'no-cache', Override: true }] },
        },
      },
    },
    Gate: {
      Type: 'AWS::CloudFront::Function',
      Properties: { FunctionConfig: { KeyValueStoreAssociations: [{ KeyValueStoreARN: att('Store.Arn') }] } },
    },
    Store: { Type: 'AWS::CloudFront::KeyValueStore', Properties: { Name: 'pointer' } },
    Oac: {
      Type: 'AWS::CloudFront::OriginAccessControl',
      Properties: { OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' } },
    },
    Cert: {
      Type: 'AWS::CertificateManager::Certificate',
      Properties: { DomainName: 'example.org', SubjectAlternativeNames: ['*.example.org'] },
    },
    Acl: {
      Type: 'AWS::WAFv2::WebACL',
      Properties: {
        Scope: 'CLOUDFRONT',
        DefaultAction: { Allow: {} },
        Rules: [
          managedRule('AWSManagedRulesAmazonIpReputationList'),
          managedRule('AWSManagedRulesCommonRuleSet'),
          managedRule('AWSManagedRulesKnownBadInputsRuleSet'),
          { Statement: { RateBasedStatement: { Limit: 20_000 } }, Action: { Count: {} } },
        ],
      },
    },
    AclLog: {
      Type: 'AWS::WAFv2::LoggingConfiguration',
      Properties: { ResourceArn: att('Acl.Arn'), LogDestinationConfigs: ['arn:aws:s3:::aws-waf-logs-x'] },
    },
  };
}

function behavior() {
  return {
    TargetOriginId: 'site',
    ViewerProtocolPolicy: 'redirect-to-https',
    CachePolicyId: ref('Cache'),
    ResponseHeadersPolicyId: ref('Headers'),
    FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: att('Gate.FunctionARN') }],
  };
}

function managedRule(Name: string) {
  return {
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
    OverrideAction: { None: {} },
  };
}

function network() {
  return {
    Subnet: { Type: 'AWS::EC2::Subnet' },
    Association: {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: ref('Subnet'), RouteTableId: ref('Table') },
    },
    Route: {
      Type: 'AWS::EC2::Route',
      Properties: { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: ref('Nat') },
    },
    Nat: {
      Type: 'AWS::EC2::NatGateway',
      Properties: { AllocationId: att('Eip.AllocationId'), SubnetId: ref('Door') },
    },
    Door: { Type: 'AWS::EC2::Subnet' },
    DoorAssociation: {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: ref('Door'), RouteTableId: ref('DoorTable') },
    },
    DoorRoute: {
      Type: 'AWS::EC2::Route',
      Properties: {
        RouteTableId: ref('DoorTable'),
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: ref('Internet'),
      },
    },
    Internet: { Type: 'AWS::EC2::InternetGateway' },
    Egress: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        SecurityGroupEgress: [{ CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }],
      },
    },
    Eip: { Type: 'AWS::EC2::EIP', DeletionPolicy: 'Retain' },
  };
}

function worker() {
  return {
    Worker: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Role: att('Role.Arn'),
        ReservedConcurrentExecutions: 1,
        VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: [att('Egress.GroupId')] },
        Environment: {
          Variables: {
            DIFUSOR_SETTINGS: JSON.stringify(settings()),
            SECRET_ARN: ref('Secret'),
            SITE_BUCKET: output('BucketName'),
            KEY_VALUE_STORE_ARN: output('StoreArn'),
          },
        },
      },
    },
    Role: { Type: 'AWS::IAM::Role' },
    Policy: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        Roles: [ref('Role')],
        PolicyDocument: {
          Statement: [
            allow('secretsmanager:GetSecretValue', ref('Secret')),
            allow('cloudfront-keyvaluestore:PutKey', output('StoreArn')),
            allow('s3:PutObject', { 'Fn::Join': ['', [output('BucketArn'), '/cuts/*']] }),
            allow('s3:PutObject', { 'Fn::Sub': '${Archive.Arn}/*' }),
          ],
        },
      },
    },
    Secret: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'Retain' },
    Archive: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      Properties: { VersioningConfiguration: { Status: 'Enabled' } },
    },
  };
}

function allow(Action: string, Resource: unknown) {
  return { Effect: 'Allow', Action, Resource };
}

function clock() {
  const schedule = (StartDate: string, EndDate: string) => ({
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'cron(* * * * ? *)',
      ScheduleExpressionTimezone: 'America/Mazatlan',
      StartDate,
      EndDate,
      Target: { Arn: att('Worker.Arn'), RoleArn: att('Starter.Arn') },
    },
  });
  return {
    Election: schedule('2030-06-03T02:00:00Z', '2030-06-04T05:00:00Z'),
    Starter: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [{ PolicyDocument: { Statement: [allow('lambda:InvokeFunction', att('Worker.Arn'))] } }],
      },
    },
    Rehearsal: schedule('2030-05-19T15:00:00Z', '2030-05-20T03:00:00Z'),
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        Metrics: [
          {
            Id: 'age',
            MetricStat: {
              Metric: {
                Namespace: 'Difusor',
                MetricName: 'CutAgeSeconds',
                Dimensions: [{ Name: 'Site', Value: 'made-up' }],
              },
              Period: 60,
              Stat: 'Maximum',
            },
            ReturnData: false,
          },
          { Id: 'known', Expression: 'FILL(age, REPEAT)' },
        ],
        Threshold: 2400,
        EvaluationPeriods: 2,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        AlarmActions: ['arn:aws:sns:mx-central-1:111111111111:duty'],
      },
    },
  };
}
