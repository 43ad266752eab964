import { isUnresolved, type Fact, type GrantFact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import { bucketOf } from './buckets.js';
import type { TemplateValue } from './template-value.js';

/** What AWS's own policies for functions allow, on any target; other managed policies are not read. */
const MANAGED: Readonly<Record<string, readonly string[]>> = {
  AWSLambdaBasicExecutionRole: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSLambdaVPCAccessExecutionRole: [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  AWSLambdaENIManagementAccess: [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  AWSXRayDaemonWriteAccess: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
};

const ATTACHED = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** All that a function's role allows; unresolved where the role lies outside the templates. */
export function readGrants(worker: Resource, assembly: Assembly): Fact<readonly GrantFact[]> {
  const reference = worker.properties.get('Role').reference();
  const role = assembly.find(reference, 'AWS::IAM::Role');
  if (role === undefined) {
    const missing = typeof reference === 'string' && assembly.owns(reference);
    return missing ? [] : { unresolved: `Role: ${worker.properties.get('Role').pattern()}` };
  }
  const inline = role.properties.get('Policies').items();
  return [
    ...inline.flatMap((policy) => grantsIn(role.id, policy.get('PolicyDocument'), assembly)),
    ...attachedTo(role, assembly).flatMap(({ id, properties }) => {
      return grantsIn(id, properties.get('PolicyDocument'), assembly);
    }),
    ...role.properties
      .get('ManagedPolicyArns')
      .items()
      .flatMap((arn) => managedGrants(role.id, arn, assembly)),
  ];
}

function attachedTo(role: Resource, assembly: Assembly): Resource[] {
  const name = role.properties.get('RoleName').text();
  return ATTACHED.flatMap((type) => assembly.ofType(type)).filter(({ id, properties }) => {
    const roles = [properties.get('RoleName'), ...properties.get('Roles').items()].map((value) =>
      value.reference(),
    );
    const hole = roles.find(isUnresolved);
    // A policy that may be any role's may be this one's.
    if (hole !== undefined) assembly.addGap({ area: 'grants', resource: id, reason: hole.unresolved });
    return roles.some(
      (reference) => reference === role.id || (reference !== undefined && reference === name),
    );
  });
}

function grantsIn(resource: string, document: TemplateValue, assembly: Assembly): GrantFact[] {
  return document
    .get('Statement')
    .items()
    .filter((statement) => statement.get('Effect').text() === 'Allow')
    .flatMap((statement) => {
      const targets = statement.get('Resource').items();
      return actionsOf(statement).flatMap((action) =>
        targets.length === 0
          ? [{ resource, action, target: { unresolved: 'NotResource' } }]
          : targets.map((target) => ({ resource, action, target: bucketOf(target, assembly) ?? '*' })),
      );
    });
}

function actionsOf(statement: TemplateValue): Fact<string>[] {
  if (!statement.get('NotAction').isAbsent) return [{ unresolved: 'NotAction' }];
  return statement
    .get('Action')
    .items()
    .map((action) => action.text() ?? { unresolved: 'Action' });
}

function managedGrants(role: string, arn: TemplateValue, assembly: Assembly): GrantFact[] {
  const reference = arn.reference();
  const own = assembly.find(reference, 'AWS::IAM::ManagedPolicy');
  if (own !== undefined) return grantsIn(own.id, own.properties.get('PolicyDocument'), assembly);
  const name = /:iam::aws:policy\/(?:[\w-]+\/)*(\w+)$/.exec(arn.pattern())?.[1] ?? '';
  const actions = MANAGED[name];
  if (actions === undefined) {
    return [{ resource: role, action: { unresolved: `ManagedPolicyArns: ${arn.pattern()}` }, target: '*' }];
  }
  return actions.map((action) => ({ resource: role, action, target: '*' }));
}
