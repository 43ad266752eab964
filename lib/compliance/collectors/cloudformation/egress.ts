import { isUnresolved, type EgressFact, type Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';

const ANYWHERE = '0.0.0.0/0';

/** The ways out of a function's subnets, followed through route tables and NAT gateways to Elastic IPs. */
export function readEgress(worker: Resource, assembly: Assembly): Fact<readonly EgressFact[]> {
  const subnets = worker.properties
    .get('VpcConfig', 'SubnetIds')
    .items()
    .map((subnet) => subnet.reference() ?? { unresolved: 'SubnetIds' });
  const exits = subnets.map((subnet) => exitsOf(subnet, assembly));
  return exits.find(isUnresolved) ?? distinct(exits.flatMap((exit) => (isUnresolved(exit) ? [] : exit)));
}

function exitsOf(subnet: Fact<string>, assembly: Assembly): Fact<readonly EgressFact[]> {
  if (isUnresolved(subnet)) return subnet;
  if (!assembly.owns(subnet)) return { unresolved: subnet };
  const association = assembly
    .ofType('AWS::EC2::SubnetRouteTableAssociation')
    .find(({ properties }) => properties.get('SubnetId').reference() === subnet);
  const table = association?.properties.get('RouteTableId').reference();
  if (table === undefined) return { unresolved: `${subnet}: RouteTable` };
  if (typeof table === 'object') return table;
  const routes = assembly
    .ofType('AWS::EC2::Route')
    .filter(({ properties }) => properties.get('RouteTableId').reference() === table);
  const defaultRoute = routes.some(
    ({ properties }) => properties.get('DestinationCidrBlock').text() === ANYWHERE,
  );
  const exits = routes.flatMap((route) => exitsBy(route, assembly));
  return defaultRoute ? exits : [...exits, { kind: 'none', resource: subnet, retainedOnDelete: false }];
}

function exitsBy(route: Resource, assembly: Assembly): EgressFact[] {
  const nat = route.properties.get('NatGatewayId').reference();
  if (nat === undefined) return [{ kind: 'open', resource: route.id, retainedOnDelete: false }];
  const gateway = assembly.find(nat, 'AWS::EC2::NatGateway');
  if (gateway === undefined) return [{ kind: 'none', resource: route.id, retainedOnDelete: false }];
  const { properties } = gateway;
  const addresses = [properties.get('AllocationId'), ...properties.get('SecondaryAllocationIds').items()]
    .map((allocation) => allocation.reference())
    .filter((allocation) => allocation !== undefined);
  return addresses.length === 0
    ? [{ kind: 'none', resource: gateway.id, retainedOnDelete: false }]
    : addresses.map((address) => exitAt(address, gateway, assembly));
}

/** An address that is not of these stacks outlives them by itself. */
function exitAt(address: Fact<string>, gateway: Resource, assembly: Assembly): EgressFact {
  const elasticIp = assembly.find(address, 'AWS::EC2::EIP');
  if (elasticIp !== undefined) {
    return { kind: 'elastic-ip', resource: elasticIp.id, retainedOnDelete: elasticIp.retainedOnDelete };
  }
  const outside = typeof address === 'string' && /^eipalloc-/.test(address);
  if (outside) return { kind: 'elastic-ip', resource: address, retainedOnDelete: true };
  return { kind: 'none', resource: gateway.id, retainedOnDelete: false };
}

function distinct(exits: readonly EgressFact[]): EgressFact[] {
  return [...new Map(exits.map((exit) => [exit.resource, exit])).values()];
}
