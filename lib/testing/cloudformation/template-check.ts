import { ACCOUNT_ID, type Account } from './account.js';
import { AwsRefusal, validationError } from './aws-refusal.js';
import { holds } from './conditions.js';
import { decideConditions } from './decided-template.js';
import { dependencyOrder } from './dependency-order.js';
import type { Scope } from './intrinsics.js';
import type { ParameterValues } from './parameters.js';
import { referencesIn } from './references.js';
import type { Stack } from './stack.js';
import { PSEUDO_PARAMETERS, stackScope } from './stack-scope.js';
import type { Template } from './template.js';

const IAM_NAMES: Readonly<Record<string, string>> = {
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
};

export interface CheckedTemplate {
  readonly template: Template;
  readonly parameters: ParameterValues;
  /** What the caller allows the template to make. */
  readonly capabilities: readonly string[];
}

/**
 * What CloudFormation checks of a template before it makes a change set: types, references, order, capabilities,
 * the template's own rules and the published schemas.
 * @throws AwsRefusal `ValidationError` or `InsufficientCapabilitiesException`
 */
export function checkTemplate(account: Account, stack: Stack, checked: CheckedTemplate): void {
  checkTypes(account, stack, checked.template);
  checkReferences(checked.template);
  dependencyOrder(checked.template.Resources);
  checkCapabilities(checked);
  const scope = stackScope(account, stack, checked);
  checkRules(checked.template, scope);
  const given = Object.entries(checked.parameters).map(([name, value]): [string, string] => [
    name,
    value.given,
  ]);
  const errors = account.validator.errorsOf(decideConditions(checked.template, scope), {
    account: ACCOUNT_ID,
    region: stack.region,
    parameters: Object.fromEntries(given),
  });
  if (errors.length > 0) throw validationError(errors.join('; '));
}

function checkTypes(account: Account, stack: Stack, template: Template): void {
  const resources = Object.entries(template.Resources);
  const unknown = resources.map(([, { Type: type }]) => type).filter((type) => !account.provider.knows(type));
  if (unknown.length > 0) {
    throw validationError(
      `Template format error: Unrecognized resource types: [${[...new Set(unknown)].join(', ')}]`,
    );
  }
  const changed = resources.filter(
    ([id, { Type: type }]) => (stack.resources.get(id)?.type ?? type) !== type,
  );
  if (changed.length > 0) {
    throw validationError(
      'Update of resource type is not permitted. The new template modifies resource type of the following resources:' +
        ` [${changed.map(([id]) => id).join(', ')}]`,
    );
  }
}

function checkReferences(template: Template): void {
  const known = new Set([
    ...Object.keys(template.Resources),
    ...Object.keys(template.Parameters ?? {}),
    ...PSEUDO_PARAMETERS,
  ]);
  const dependencies = Object.values(template.Resources).flatMap((resource) => [
    ...referencesIn(resource.Properties),
    ...[resource.DependsOn ?? []].flat(),
  ]);
  refuseUnknown(dependencies, known, 'Resources');
  refuseUnknown(
    referencesIn(Object.values(template.Outputs ?? {}).map((output) => output.Value)),
    known,
    'Outputs',
  );
}

function refuseUnknown(names: Iterable<string>, known: ReadonlySet<string>, section: string): void {
  const unknown = [...new Set(names)].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw validationError(
      `Template format error: Unresolved resource dependencies [${unknown.join(', ')}] in the ${section} block of the template`,
    );
  }
}

function checkCapabilities({ template, capabilities }: CheckedTemplate): void {
  const resources = Object.values(template.Resources).filter(({ Type: type }) =>
    type.startsWith('AWS::IAM::'),
  );
  const named = resources.some(
    ({ Type: type, Properties: properties }) => properties?.[IAM_NAMES[type] ?? ''] !== undefined,
  );
  const enough = named ? ['CAPABILITY_NAMED_IAM'] : ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'];
  if (resources.length > 0 && !enough.some((capability) => capabilities.includes(capability))) {
    throw new AwsRefusal('InsufficientCapabilitiesException', `Requires capabilities : [${enough[0] ?? ''}]`);
  }
}

function checkRules(template: Template, scope: Scope): void {
  for (const [name, rule] of Object.entries(template.Rules ?? {})) {
    if (rule.RuleCondition !== undefined && !holds(rule.RuleCondition, scope)) continue;
    const failed = rule.Assertions.find((assertion) => !holds(assertion.Assert, scope));
    if (failed !== undefined) {
      throw validationError(
        `Template validation error: Rule ${name}: ${failed.AssertDescription ?? 'assertion failed'}`,
      );
    }
  }
}
