import { ACCOUNT_ID, type Account } from './account.js';
import { validationError } from './aws-refusal.js';
import { holds } from './conditions.js';
import type { Scope } from './intrinsics.js';
import type { Json } from './json.js';
import type { Stack, StackContent } from './stack.js';

/** What a template may refer to beside its own resources and parameters. */
export const PSEUDO_PARAMETERS = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

export type ScopeContent = Pick<StackContent, 'template' | 'parameters'>;

/**
 * What the functions of a template see while it is deployed to a stack: its resources as they are now.
 * @param imports receives the name of each export that a function asks for
 */
export function stackScope(
  account: Account,
  stack: Stack,
  content: ScopeContent,
  imports = new Set<string>(),
): Scope {
  const pseudo: Readonly<Record<string, Json>> = {
    'AWS::AccountId': ACCOUNT_ID,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': stack.region,
    'AWS::StackId': stack.id,
    'AWS::StackName': stack.name,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const scope: Scope = {
    region: stack.region,
    ref: (name) => {
      if (name === 'AWS::NoValue') return undefined;
      const known = pseudo[name] ?? content.parameters[name]?.resolved;
      return known ?? existing(stack, name).physicalId;
    },
    attribute: (logicalId, name) => account.provider.attribute(existing(stack, logicalId), name),
    condition: (name) => {
      const expression = content.template.Conditions?.[name];
      if (expression === undefined)
        throw validationError(`Template error: unresolved condition dependency ${name}`);
      return holds(expression, scope);
    },
    mapping: (map, topKey, secondKey) => content.template.Mappings?.[map]?.[topKey]?.[secondKey],
    exported: (name) => {
      imports.add(name);
      const found = account.findExport(name, stack.region);
      if (found === undefined) throw validationError(`No export named ${name} found.`);
      return found.output.value;
    },
    stackOutput: (stackName, outputName, region) => {
      const outputs = account.tryFindStack(stackName, region)?.content.outputs ?? [];
      const found = outputs.find((output) => output.key === outputName);
      if (found === undefined)
        throw validationError(`Output ${outputName} of stack ${stackName} not found in ${region}.`);
      return found.value;
    },
  };
  return scope;
}

function existing(stack: Stack, logicalId: string) {
  const resource = stack.resources.get(logicalId);
  if (resource === undefined) {
    throw validationError(`Template format error: Unresolved resource dependencies [${logicalId}]`);
  }
  return resource;
}
