import { readEgress } from '../../../../../lib/compliance/collectors/cloudformation/egress.js';
import { att, IF, ref, resource, stack } from './stack.js';

type Resources = Parameters<typeof stack>[0];

const TO_NAT = { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: ref('Nat') };

describe('readEgress', () => {
  test('follows a subnet through its routes to the Elastic IP', () => {
    expect(egress()).toEqual([{ kind: 'elastic-ip', resource: 'site/Eip', retainedOnDelete: true }]);
  });

  test('tells an Elastic IP that goes with the stack', () => {
    expect(egress({ Eip: resource('AWS::EC2::EIP') })).toMatchObject([
      { kind: 'elastic-ip', retainedOnDelete: false },
    ]);
  });

  test('takes an address from outside the stacks as retained', () => {
    const Nat = resource('AWS::EC2::NatGateway', { AllocationId: 'eipalloc-0123', SubnetId: ref('Door') });
    expect(egress({ Nat })).toEqual([
      { kind: 'elastic-ip', resource: 'eipalloc-0123', retainedOnDelete: true },
    ]);
  });

  test('has every address of a gateway', () => {
    const Nat = resource('AWS::EC2::NatGateway', {
      SubnetId: ref('Door'),
      AllocationId: att('Eip', 'AllocationId'),
      SecondaryAllocationIds: [att('Second', 'AllocationId')],
    });
    expect(egress({ Nat, Second: resource('AWS::EC2::EIP') })).toMatchObject([
      { resource: 'site/Eip' },
      { resource: 'site/Second', retainedOnDelete: false },
    ]);
  });

  test.each([
    [
      'an internet gateway',
      { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', GatewayId: ref('Igw') },
    ],
    [
      'IPv6',
      { RouteTableId: ref('Table'), DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: ref('E') },
    ],
  ])('sees a way past the gateway by %s', (_name, properties) => {
    expect(egress({ Other: resource('AWS::EC2::Route', properties) })).toContainEqual({
      kind: 'open',
      resource: 'site/Other',
      retainedOnDelete: false,
    });
  });

  test.each([
    ['the Elastic IP', { Eip: resource('AWS::SNS::Topic') }, 'site/Nat'],
    ['the gateway', { Nat: resource('AWS::SNS::Topic') }, 'site/Route'],
    ['the address', { Nat: resource('AWS::EC2::NatGateway', { ConnectivityType: 'private' }) }, 'site/Nat'],
    [
      'a public gateway',
      {
        Nat: resource('AWS::EC2::NatGateway', {
          AllocationId: att('Eip', 'AllocationId'),
          SubnetId: ref('Door'),
          ConnectivityType: 'private',
        }),
      },
      'site/Nat',
    ],
    ['a way from the gateway to the internet', { DoorRoute: resource('AWS::SNS::Topic') }, 'site/Nat'],
    ['an internet gateway', { Internet: resource('AWS::EC2::VPNGateway') }, 'site/Nat'],
    ['a group that lets HTTPS out', { F: worker([ref('Subnet')], [att('Closed', 'GroupId')]) }, 'site/F'],
    ['the route', { Route: resource('AWS::SNS::Topic') }, 'site/Subnet'],
    [
      'the default route',
      { Route: resource('AWS::EC2::Route', { ...TO_NAT, DestinationCidrBlock: '10.0.0.0/8' }) },
      'site/Subnet',
    ],
  ])('has a way to nowhere without %s', (_name, resources, where) => {
    expect(egress(resources)).toContainEqual({ kind: 'none', resource: where, retainedOnDelete: false });
  });

  test('has no way of its own outside a network', () => {
    expect(egress({ F: resource('AWS::Lambda::Function') })).toEqual([]);
  });

  test.each([
    ['subnets outside', { F: worker(['subnet-0123']) }],
    ['subnets that only a deploy knows', { F: worker([IF]) }],
    ['a gateway outside', { Route: resource('AWS::EC2::Route', { ...TO_NAT, NatGatewayId: 'nat-0123' }) }],
    [
      'an address that only a deploy knows',
      { Nat: resource('AWS::EC2::NatGateway', { AllocationId: IF, SubnetId: ref('Door') }) },
    ],
    ['a security group outside', { F: worker([ref('Subnet')], ['sg-0123']) }],
    ['the main route table', { Association: resource('AWS::SNS::Topic') }],
  ])('does not guess the way of %s', (_name, resources) => {
    expect(egress(resources)).toMatchObject({ unresolved: expect.any(String) });
  });

  test('has each way once, of all subnets', () => {
    const resources = {
      F: worker([ref('Subnet'), ref('Twin')]),
      TwinAssociation: resource('AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('Twin'),
        RouteTableId: ref('Table'),
      }),
    };
    expect(egress(resources)).toHaveLength(1);
  });
});

function worker(SubnetIds: readonly unknown[], SecurityGroupIds: readonly unknown[] = []) {
  return resource('AWS::Lambda::Function', { VpcConfig: { SubnetIds, SecurityGroupIds } });
}

function egress(resources: Resources = {}) {
  const assembly = stack({
    F: worker([ref('Subnet')]),
    Subnet: resource('AWS::EC2::Subnet'),
    Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId: ref('Subnet'),
      RouteTableId: ref('Table'),
    }),
    Route: resource('AWS::EC2::Route', TO_NAT),
    Nat: resource('AWS::EC2::NatGateway', {
      AllocationId: att('Eip', 'AllocationId'),
      SubnetId: ref('Door'),
    }),
    DoorAssociation: resource('AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId: ref('Door'),
      RouteTableId: ref('DoorTable'),
    }),
    DoorRoute: resource('AWS::EC2::Route', {
      RouteTableId: ref('DoorTable'),
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: ref('Internet'),
    }),
    Closed: resource('AWS::EC2::SecurityGroup', {
      SecurityGroupEgress: [{ CidrIp: '255.255.255.255/32', IpProtocol: '-1' }],
    }),
    Internet: resource('AWS::EC2::InternetGateway'),
    Eip: resource('AWS::EC2::EIP', {}, { DeletionPolicy: 'Retain' }),
    ...resources,
  });
  return readEgress(assembly.find('site/F', 'AWS::Lambda::Function')!, assembly);
}
