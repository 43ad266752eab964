import { Match } from 'aws-cdk-lib/assertions';
import { FrameSite } from '../../../constructs/aws/index.js';
import type { AwsFramePlan } from '../../../lib/config/index.js';
import { awsFramePlan } from '../../support/aws-frame-plan.js';
import { templateOf, theResource } from '../../support/stack.js';

const build = (overrides: Partial<AwsFramePlan> = {}): ReturnType<typeof templateOf> =>
  templateOf((scope) => new FrameSite(scope, 'Site', { plan: awsFramePlan(overrides) }));

describe('FrameSite', () => {
  const template = build();
  const distribution = theResource(template, 'AWS::CloudFront::Distribution').definition as {
    Properties: { DistributionConfig: Record<string, unknown> };
  };

  it('answers with a page that frames the official site in a sandbox', () => {
    const { definition } = theResource(template, 'AWS::CloudFront::Function');
    const { FunctionCode } = definition.Properties as { FunctionCode: string };
    expect(FunctionCode).toContain('<iframe src=\\"https://prep.example.net/\\"');
    expect(FunctionCode).toContain('sandbox=\\"allow-scripts');
    expect(FunctionCode).toContain('frame-src https://prep.example.net;');
    expect(FunctionCode).toMatch(/function handler\(/);
  });

  it('keeps the function within the 10 KB that CloudFront allows', () => {
    const { definition } = theResource(template, 'AWS::CloudFront::Function');
    const { FunctionCode } = definition.Properties as { FunctionCode: string };
    expect(Buffer.byteLength(FunctionCode)).toBeLessThan(10 * 1024);
  });

  it('calls the function before anything is looked up', () => {
    expect(distribution.Properties.DistributionConfig).toMatchObject({
      Aliases: ['prep.example.org'],
      DefaultCacheBehavior: { FunctionAssociations: [{ EventType: 'viewer-request' }] },
    });
  });

  it('stands behind the firewall, with access logs and alarms', () => {
    template.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT' });
    expect(distribution.Properties.DistributionConfig.WebACLId).toBeDefined();
    template.resourceCountIs('AWS::Logs::Delivery', 1);
    template.resourceCountIs('AWS::CloudWatch::Alarm', 2);
  });

  it('lets only the given sources frame the page', () => {
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'self'", Override: false },
        },
      },
    });
  });

  test.each([
    ['AWS::Lambda::Function'],
    ['AWS::Scheduler::Schedule'],
    ['AWS::EC2::EIP'],
    ['AWS::CloudFront::KeyValueStore'],
    ['AWS::CloudFormation::CustomResource'],
  ])('has no %s: nothing is pulled and nothing published', (type) => {
    template.resourceCountIs(type, 0);
  });

  it('has no bucket that anybody but the distribution reads', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: Match.objectLike({ BlockPublicPolicy: true, BlockPublicAcls: true }),
    });
  });

  it('protects the distribution where Shield Advanced was bought', () => {
    const shielded = build({
      shield: { tier: 'advanced', acceptedMonthlyPriceUsd: 3000 },
      contacts: [
        { name: 'Primera Persona', role: 'Guardia', email: 'a@example.org', phone: '+529615550101' },
      ],
    });
    shielded.resourceCountIs('AWS::Shield::Protection', 1);
    template.resourceCountIs('AWS::Shield::Protection', 0);
  });
});
