'use strict';
const { RemovalPolicy } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const logs = require('aws-cdk-lib/aws-logs');

/** A network that leaves by one Elastic IP and takes nothing in. */
function network(stack) {
  const address = new ec2.CfnEIP(stack, 'Address', { domain: 'vpc' });
  address.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  const flowLogGroup = new logs.LogGroup(stack, 'FlowLogs', {
    retention: logs.RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 2,
    natGateways: 1,
    natGatewayProvider: ec2.NatProvider.gateway({ eipAllocationIds: [address.attrAllocationId] }),
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 28, mapPublicIpOnLaunch: false },
      { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 26 },
    ],
    restrictDefaultSecurityGroup: false,
    flowLogs: { traffic: { destination: ec2.FlowLogDestination.toCloudWatchLogs(flowLogGroup) } },
  });
  const securityGroup = new ec2.SecurityGroup(stack, 'Egress', {
    vpc,
    description: 'difusor worker: nothing in, HTTPS out',
    allowAllOutbound: false,
  });
  securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'HTTPS to the institute and to AWS');
  return { address, vpc, securityGroup };
}

module.exports = { network };
