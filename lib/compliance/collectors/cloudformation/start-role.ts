import { matchesAction } from '../../grants.js';
import type { Fact } from '../../facts.js';
import type { Assembly, Resource } from './assembly.js';
import type { TemplateValue } from './template-value.js';

const START = 'lambda:InvokeFunction';
const ATTACHED = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** Whether a schedule's role lets it start its target; what cannot be read is taken to. */
export function mayStart(schedule: Resource, target: Fact<string> | undefined, assembly: Assembly): boolean {
  const reference = schedule.properties.get('Target', 'RoleArn').reference();
  const role = assembly.find(reference, 'AWS::IAM::Role');
  if (role === undefined) return typeof reference !== 'string' || !assembly.owns(reference);
  if (role.properties.get('ManagedPolicyArns').items().length > 0) return true;
  return [...role.properties.get('Policies').items(), ...attachedTo(role, assembly)]
    .flatMap((policy) => policy.get('PolicyDocument', 'Statement').items())
    .some((statement) => allowsStart(statement, target));
}

function attachedTo(role: Resource, assembly: Assembly): TemplateValue[] {
  const name = role.properties.get('RoleName').text();
  return ATTACHED.flatMap((type) => assembly.ofType(type))
    .filter(({ properties }) =>
      [properties.get('RoleName'), ...properties.get('Roles').items()]
        .map((value) => value.reference())
        .some((own) => typeof own === 'object' || (own !== undefined && (own === role.id || own === name))),
    )
    .map(({ properties }) => properties);
}

function allowsStart(statement: TemplateValue, target: Fact<string> | undefined): boolean {
  if (statement.get('Effect').text() !== 'Allow') return false;
  const actions = statement.get('Action').items();
  const targets = statement.get('Resource').items();
  return (
    actions.some((action) => {
      const text = action.text();
      return typeof text !== 'string' || matchesAction(text, START);
    }) &&
    targets.some((value) => {
      const reference = value.reference();
      return typeof reference !== 'string' || typeof target !== 'string' || ['*', target].includes(reference);
    })
  );
}
