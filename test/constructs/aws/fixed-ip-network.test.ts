import { FixedIpNetwork } from '../../../constructs/aws/index.js';
import { templateOf } from '../../support/stack.js';

describe('FixedIpNetwork', () => {
  const one = templateOf((scope) => new FixedIpNetwork(scope, 'Network'));

  it('leaves by one Elastic IP that survives the stack (bcs-2024 II.a)', () => {
    one.resourceCountIs('AWS::EC2::EIP', 1);
    one.hasResource('AWS::EC2::EIP', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    one.resourceCountIs('AWS::EC2::NatGateway', 1);
  });

  it('has no inbound rule', () => {
    one.resourceCountIs('AWS::EC2::SecurityGroupIngress', 0);
    one.allResourcesProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
    });
  });

  it('lets the port of the institute’s server out beside HTTPS, and no other', () => {
    const own = templateOf((scope) => new FixedIpNetwork(scope, 'Network', { sourcePort: 22 }));
    own.allResourcesProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupEgress: [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' },
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' },
      ],
    });
  });

  it('has no gateway endpoint that would take S3 past the fixed address', () => {
    one.resourceCountIs('AWS::EC2::VPCEndpoint', 0);
  });

  it('gives each zone its own address where asked', () => {
    const two = templateOf((scope) => new FixedIpNetwork(scope, 'Network', { natPerZone: true }));
    two.resourceCountIs('AWS::EC2::EIP', 2);
    two.resourceCountIs('AWS::EC2::NatGateway', 2);
  });

  it('records the flows', () => {
    one.hasResourceProperties('AWS::EC2::FlowLog', {
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
    });
  });
});
