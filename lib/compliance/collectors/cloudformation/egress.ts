import { isUnresolved, type EgressFact, type Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import { letsHttpsOut } from './security-groups.js';

const ANYWHERE = '0.0.0.0/0';

type Exits = Fact<readonly EgressFact[]>;

/** The ways out of a function's subnets, followed through route tables and NAT gateways to Elastic IPs. */
export function readEgress(worker: Resource, assembly: Assembly): Exits {
  const subnets = worker.properties.get('VpcConfig', 'SubnetIds').items();
  const exits = subnets.map((subnet) => exitsOf(subnet.reference(), assembly));
  return together(subnets.length === 0 ? [] : [...exits, shutIn(worker, assembly)]);
}

/** A network whose security groups let no HTTPS out leads nowhere. */
function shutIn(worker: Resource, assembly: Assembly): Exits {
  const open = letsHttpsOut(worker, assembly);
  if (isUnresolved(open)) return open;
  return open ? [] : [nowhere(worker.id)];
}

function exitsOf(subnet: Fact<string> | undefined, assembly: Assembly): Exits {
  if (isUnresolved(subnet)) return subnet;
  const routes = routesOf(subnet, assembly);
  if (isUnresolved(routes)) return routes;
  const exits = routes.map((route) => exitsBy(route, assembly));
  return together(routes.some(isDefault) ? exits : [...exits, [nowhere(subnet ?? 'SubnetIds')]]);
}

function routesOf(subnet: Fact<string> | undefined, assembly: Assembly): Fact<readonly Resource[]> {
  if (isUnresolved(subnet)) return subnet;
  if (subnet === undefined || !assembly.owns(subnet)) return { unresolved: subnet ?? 'SubnetId' };
  const association = assembly
    .ofType('AWS::EC2::SubnetRouteTableAssociation')
    .find(({ properties }) => properties.get('SubnetId').reference() === subnet);
  const table = association?.properties.get('RouteTableId').reference();
  if (table === undefined) return { unresolved: `${subnet}: RouteTable` };
  if (isUnresolved(table)) return table;
  return assembly
    .ofType('AWS::EC2::Route')
    .filter(({ properties }) => properties.get('RouteTableId').reference() === table);
}

function isDefault({ properties }: Resource): boolean {
  return properties.get('DestinationCidrBlock').text() === ANYWHERE;
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
  const isPrivate = properties.get('ConnectivityType').text() === 'private';
  if (isPrivate || addresses.length === 0) return [nowhere(gateway.id)];
  const stranded = strandedGateway(gateway, assembly);
  return together([stranded, ...addresses.map((address) => exitsAt(address, gateway, assembly))]);
}

/** A gateway reaches the internet only from a subnet whose default route leads to an internet gateway. */
function strandedGateway(gateway: Resource, assembly: Assembly): Exits {
  const subnet = gateway.properties.get('SubnetId').reference();
  if (subnet === undefined) return [nowhere(gateway.id)];
  const routes = routesOf(subnet, assembly);
  if (isUnresolved(routes)) return routes;
  const targets = routes.filter(isDefault).map(({ properties }) => properties.get('GatewayId').reference());
  const toInternet = targets.some((target) => {
    const own = assembly.find(target, 'AWS::EC2::InternetGateway');
    return own !== undefined || (typeof target === 'string' && target.startsWith('igw-'));
  });
  return toInternet ? [] : (targets.find(isUnresolved) ?? [nowhere(gateway.id)]);
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
