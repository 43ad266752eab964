import { isUnresolved, type Fact, type GrantFact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import { bucketOf } from './buckets.js';
import type { TemplateValue } from './template-value.js';

/** What AWS's own policies for functions allow, on any target; other managed policies are not read. */
const MANAGED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
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
    AWSShieldDRTAccessPolicy: [
      'shield:*',
      'waf:*',
      'waf-regional:*',
      'wafv2:*',
      'cloudfront:List*',
      'cloudfront:GetDistribution*',
      'elasticloadbalancing:Describe*',
      'globalaccelerator:Describe*',
      'route53:List*',
    ],
    AWSLambdaENIManagementAccess: [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
    AWSXRayDaemonWriteAccess: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  }),
);

const ATTACHED = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** All that a function's role allows; unresolved where the role lies outside the templates. */
export function readGrants(worker: Resource, assembly: Assembly): Fact<readonly GrantFact[]> {
  const reference = worker.properties.get('Role').reference();
  const role = assembly.find(reference, 'AWS::IAM::Role');
  if (role === undefined) {
    const missing = typeof reference === 'string' && assembly.owns(reference);
    return missing ? [] : { unresolved: `Role: ${worker.properties.get('Role').pattern()}` };
  }
  return grantsOfRole(role, assembly);
}

/** All that a role of the templates allows and denies. */
export function grantsOfRole(role: Resource, assembly: Assembly): readonly GrantFact[] {
  const inline = role.properties.get('Policies').items();
  return [
    ...boundary(role),
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

/** A boundary may take any action away. */
function boundary({ id, properties }: Resource): GrantFact[] {
  const arn = properties.get('PermissionsBoundary');
  const unread = { unresolved: `PermissionsBoundary: ${arn.pattern()}` };
  return arn.isAbsent ? [] : [{ resource: id, action: unread, target: unread, denies: true }];
}

function attachedTo(role: Resource, assembly: Assembly): readonly Resource[] {
  const name = role.properties.get('RoleName').text();
  const attached = policiesByRole(assembly);
  const named = typeof name === 'string' ? (attached.get(name) ?? []) : [];
  return [...new Set([...(attached.get(role.id) ?? []), ...named])];
}

const POLICIES = new WeakMap<Assembly, ReadonlyMap<string, readonly Resource[]>>();

/** Policies by the id or name of the role that they are attached to, read once for each assembly. */
function policiesByRole(assembly: Assembly): ReadonlyMap<string, readonly Resource[]> {
  const known = POLICIES.get(assembly);
  if (known !== undefined) return known;
  const policies = new Map<string, Resource[]>();
  for (const policy of ATTACHED.flatMap((type) => assembly.ofType(type))) {
    const { id, properties } = policy;
    for (const value of [properties.get('RoleName'), ...properties.get('Roles').items()]) {
      const role = value.reference();
      if (isUnresolved(role)) {
        // A policy that may be any role's may be this one's.
        assembly.addGap({ area: 'grants', resource: id, reason: role.unresolved });
      } else if (role !== undefined) {
        policies.set(role, [...(policies.get(role) ?? []), policy]);
      }
    }
  }
  POLICIES.set(assembly, policies);
  return policies;
}

/** What the statements of a policy document allow and deny. */
export function grantsIn(resource: string, document: TemplateValue, assembly: Assembly): GrantFact[] {
  return document
    .get('Statement')
    .items()
    .flatMap((statement) => {
      const manner = mannerOf(statement);
      const targets = targetsOf(statement, assembly);
      return actionsOf(statement).flatMap((action) =>
        targets.map((target) => ({ resource, action, target, ...manner })),
      );
    });
}

/** An effect or a condition that can't be weighed leaves open whether the statement counts. */
function mannerOf(statement: TemplateValue): Pick<GrantFact, 'denies' | 'unsure'> {
  const effect = statement.get('Effect').text();
  const condition = statement.get('Condition').isAbsent ? {} : { unsure: 'Condition' };
  if (effect === 'Allow') return condition;
  return effect === 'Deny' ? { denies: true, ...condition } : { unsure: 'Effect' };
}

function targetsOf(statement: TemplateValue, assembly: Assembly): Fact<string>[] {
  const targets = statement.get('Resource').items();
  if (targets.length === 0) return [{ unresolved: 'NotResource' }];
  return targets.map((target) => bucketOf(target, assembly) ?? '*');
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
  const actions = MANAGED.get(name);
  if (actions === undefined) {
    return [{ resource: role, action: { unresolved: `ManagedPolicyArns: ${arn.pattern()}` }, target: '*' }];
  }
  return actions.map((action) => ({ resource: role, action, target: '*' }));
}
