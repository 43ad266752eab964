import { Template } from 'aws-cdk-lib/assertions';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { SiteDns } from '../../../constructs/aws/index.js';
import { emptyStack } from '../../support/stack.js';

describe('SiteDns', () => {
  it('points the domain at the distribution by A and AAAA aliases', () => {
    const stack = emptyStack();
    new SiteDns(stack, 'Dns', {
      domain: 'prep.example.org',
      hostedZone: HostedZone.fromHostedZoneAttributes(stack, 'Z', {
        hostedZoneId: 'Z1',
        zoneName: 'example.org',
      }),
      distribution: Distribution.fromDistributionAttributes(stack, 'D', {
        distributionId: 'E1',
        domainName: 'd1.cloudfront.net',
      }),
    });
    const template = Template.fromStack(stack);
    for (const Type of ['A', 'AAAA']) {
      template.hasResourceProperties('AWS::Route53::RecordSet', {
        Type,
        Name: 'prep.example.org.',
        HostedZoneId: 'Z1',
        AliasTarget: { DNSName: 'd1.cloudfront.net' },
      });
    }
  });
});
