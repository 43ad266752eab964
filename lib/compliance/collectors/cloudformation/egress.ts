import { isUnresolved, type EgressFact, type Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';

const ANYWHERE = '0.0.0.0/0';

type Exits = Fact<readonly EgressFact[]>;

/** The ways out of a function's subnets, followed through route tables and NAT gateways to Elastic IPs. */
export function readEgress(worker: Resource, assembly: Assembly): Exits {
  const subnets = worker.properties.get('VpcConfig', 'SubnetIds').items();
  return together(subnets.map((subnet) => exitsOf(subnet.reference(), assembly)));
}

function exitsOf(subnet: Fact<string> | undefined, assembly: Assembly): Exits {
  if (isUnresolved(subnet)) return subnet;
  if (subnet === undefined || !assembly.owns(subnet)) return { unresolved: subnet ?? 'SubnetIds' };
  const association = assembly
    .ofType('AWS::EC2::SubnetRouteTableAssociation')
    .find(({ properties }) => properties.get('SubnetId').reference() === subnet);
  const table = association?.properties.get('RouteTableId').reference();
  if (table === undefined) return { unresolved: `${subnet}: RouteTable` };
  if (isUnresolved(table)) return table;
  const routes = assembly
    .ofType('AWS::EC2::Route')
    .filter(({ properties }) => properties.get('RouteTableId').reference() === table);
  const defaultRoute = routes.some(
    ({ properties }) => properties.get('DestinationCidrBlock').text() === ANYWHERE,
  );
  const exits = routes.map((route) => exitsBy(route, assembly));
  return together(defaultRoute ? exits : [...exits, [nowhere(subnet)]]);
}

function exitsBy(route: Resource, assembly: Assembly): Exits {
  const nat = route.properties.get('NatGatewayId').reference();
  if (nat === undefined) return [{ kind: 'open', resource: route.id, retainedOnDelete: false }];
  const gateway = assembly.find(nat, 'AWS::EC2::NatGateway');
  if (gateway === undefined) return missing(nat, route.id, assembly);
  const { properties } = gateway;
  const addresses = [properties.get('AllocationId'), ...properties.get('SecondaryAllocationIds').items()]
    .map((allocation) => allocation.reference())
    .filter((allocation) => allocation !== undefined);
  if (addresses.length === 0) return [nowhere(gateway.id)];
  return together(addresses.map((address) => exitsAt(address, gateway, assembly)));
}

/** An address that is not of these stacks outlives them by itself. */
function exitsAt(address: Fact<string>, gateway: Resource, assembly: Assembly): Exits {
  const elasticIp = assembly.find(address, 'AWS::EC2::EIP');
  if (elasticIp !== undefined) {
    return [{ kind: 'elastic-ip', resource: elasticIp.id, retainedOnDelete: elasticIp.retainedOnDelete }];
  }
  if (typeof address === 'string' && address.startsWith('eipalloc-')) {
    return [{ kind: 'elastic-ip', resource: address, retainedOnDelete: true }];
  }
  return missing(address, gateway.id, assembly);
}

/** What these stacks name and lack leads nowhere; where another's leads, nobody can see here. */
function missing(reference: Fact<string>, where: string, assembly: Assembly): Exits {
  if (isUnresolved(reference)) return reference;
  return assembly.owns(reference) ? [nowhere(where)] : { unresolved: reference };
}

function nowhere(resource: string): EgressFact {
  return { kind: 'none', resource, retainedOnDelete: false };
}

function together(exits: readonly Exits[]): Exits {
  const hole = exits.find(isUnresolved);
  if (hole !== undefined) return hole;
  const known = exits.flatMap((list) => (isUnresolved(list) ? [] : list));
  return [...new Map(known.map((exit) => [exit.resource, exit])).values()];
}
