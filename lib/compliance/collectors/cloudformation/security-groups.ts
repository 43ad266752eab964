import { isUnresolved, type Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import type { TemplateValue } from './template-value.js';

const HTTPS = 443;

/** With this address a template says that nothing may leave: a list without any rule would let all out. */
const NO_ONE = '255.255.255.255/32';

/** Whether some security group of a function lets HTTPS out; a function that names none has its network's own. */
export function letsHttpsOut(worker: Resource, assembly: Assembly): Fact<boolean> {
  const groups = worker.properties.get('VpcConfig', 'SecurityGroupIds').items();
  if (groups.length === 0) return true;
  const found = groups.map((group) => opens(group.reference(), assembly));
  return found.includes(true) ? true : (found.find(isUnresolved) ?? false);
}

function opens(reference: Fact<string> | undefined, assembly: Assembly): Fact<boolean> {
  if (isUnresolved(reference)) return reference;
  const group = assembly.find(reference, 'AWS::EC2::SecurityGroup');
  if (group === undefined) {
    const missing = reference !== undefined && assembly.owns(reference);
    return missing ? false : { unresolved: reference ?? 'SecurityGroupIds' };
  }
  const apart = assembly
    .ofType('AWS::EC2::SecurityGroupEgress')
    .filter(({ properties }) => properties.get('GroupId').reference() === group.id);
  const rules = [
    ...group.properties.get('SecurityGroupEgress').items(),
    ...apart.map(({ properties }) => properties),
  ];
  return rules.length === 0 || rules.some(letsHttps);
}

function letsHttps(rule: TemplateValue): boolean {
  const address = rule.get('CidrIp').text();
  if (address === undefined || address === NO_ONE) return false;
  const protocol = rule.get('IpProtocol').text() ?? '';
  if (typeof protocol === 'object') return false;
  if (protocol === '-1') return true;
  const from = rule.get('FromPort').number() ?? 0;
  const to = rule.get('ToPort').number() ?? from;
  return ['tcp', '6'].includes(protocol) && Number(from) <= HTTPS && Number(to) >= HTTPS;
}
