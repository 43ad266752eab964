import { RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnEIP,
  FlowLogDestination,
  NatProvider,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
  type ISecurityGroup,
  type IVpc,
} from 'aws-cdk-lib/aws-ec2';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface FixedIpNetworkProps {
  /**
   * One NAT gateway, and so one address, in each of the two zones; the institute must then let in both.
   * @default false: one address, in one zone
   */
  readonly natPerZone?: boolean;
  /**
   * TCP port, other than 443, at which the institute's server answers.
   * @default HTTPS alone
   */
  readonly sourcePort?: number;
}

const ZONES = 2;
const HTTPS = 443;

/**
 * A network without any inbound port, whose traffic leaves by Elastic IPs that survive the stack.
 *
 * There is no gateway endpoint for S3 on purpose: it would take the worker's S3 requests past the fixed address, and
 * an institute may filter on it.
 * @see bcs-2024 II.a
 */
export class FixedIpNetwork extends Construct {
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
  readonly elasticIps: readonly CfnEIP[];

  constructor(scope: Construct, id: string, props?: FixedIpNetworkProps) {
    super(scope, id);
    const gateways = props?.natPerZone === true ? ZONES : 1;
    this.elasticIps = Array.from({ length: gateways }, (_, index) => this.elasticIp(index + 1));
    this.vpc = new Vpc(this, 'Vpc', {
      maxAzs: ZONES,
      natGateways: gateways,
      natGatewayProvider: NatProvider.gateway({
        eipAllocationIds: this.elasticIps.map((address) => address.attrAllocationId),
      }),
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 28, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 26 },
      ],
      restrictDefaultSecurityGroup: false,
      flowLogs: { traffic: { destination: FlowLogDestination.toCloudWatchLogs(this.flowLogGroup()) } },
    });
    this.securityGroup = this.egressOnly(props?.sourcePort);
  }

  private elasticIp(number: number): CfnEIP {
    const address = new CfnEIP(this, `Address${number}`, { domain: 'vpc' });
    // The institute's firewall knows this address: losing it with the stack would lock the difusor out.
    address.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return address;
  }

  private flowLogGroup(): LogGroup {
    return new LogGroup(this, 'FlowLogs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  private egressOnly(sourcePort = HTTPS): SecurityGroup {
    const group = new SecurityGroup(this, 'Egress', {
      vpc: this.vpc,
      description: 'difusor worker: nothing in, HTTPS out',
      allowAllOutbound: false,
    });
    group.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), 'HTTPS to the institute and to AWS');
    if (sourcePort !== HTTPS) {
      group.addEgressRule(Peer.anyIpv4(), Port.tcp(sourcePort), 'The institute, at its own port');
    }
    return group;
  }
}
