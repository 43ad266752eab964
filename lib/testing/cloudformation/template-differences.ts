import type { Account } from './account.js';
import { AwsRefusal } from './aws-refusal.js';
import type { ExistingResource } from './inventory.js';
import { evaluateObject, type Scope } from './intrinsics.js';
import { sameJson } from './json.js';
import { changedKeys } from './resource-provider.js';
import type { Stack } from './stack.js';
import { stackScope, type ScopeContent } from './stack-scope.js';
import type { ResourceTemplate } from './template.js';

/** One resource that a change set would add, modify or remove. */
export interface ResourceChange {
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string | undefined;
  /** Whether the resource is made anew; absent where nothing is there to replace. */
  readonly replacement: 'True' | 'False' | undefined;
  readonly properties: readonly PropertyChange[];
}

export interface PropertyChange {
  readonly name: string;
  /** Whether this change alone makes the resource anew. */
  readonly replaces: boolean;
}

/** What deploying the content to the stack would change, resource by resource. */
export function resourceChanges(account: Account, stack: Stack, content: ScopeContent): ResourceChange[] {
  const scope = stackScope(account, stack, content);
  const wanted = Object.entries(content.template.Resources).filter(([, resource]) =>
    isWanted(resource, scope),
  );
  const added = wanted.flatMap(([logicalId, resource]) => {
    const current = stack.resources.get(logicalId);
    return current === undefined
      ? [addition(logicalId, resource)]
      : modification(account, stack, scope, current, resource);
  });
  const kept = new Set(wanted.map(([logicalId]) => logicalId));
  const removed = [...stack.resources.values()]
    .filter((resource) => !kept.has(resource.logicalId))
    .map(removal);
  return [...added, ...removed];
}

/** Whether the resource's condition holds. */
export function isWanted(resource: ResourceTemplate, scope: Scope): boolean {
  return resource.Condition === undefined || scope.condition(resource.Condition);
}

function modification(
  account: Account,
  stack: Stack,
  scope: Scope,
  current: ExistingResource,
  resource: ResourceTemplate,
): ResourceChange[] {
  const properties = changedProperties(stack, scope, current, resource);
  const before = stack.content.template.Resources[current.logicalId];
  if (properties.length === 0 && sameJson(aspects(before), aspects(resource))) return [];
  const changes = properties.map((name) => ({
    name,
    replaces: account.provider.replacedBy(current.type, name),
  }));
  return [
    {
      action: 'Modify',
      logicalId: current.logicalId,
      type: current.type,
      physicalId: current.physicalId,
      replacement: changes.some((change) => change.replaces) ? 'True' : 'False',
      properties: changes,
    },
  ];
}

/** By value where all that the properties refer to exists already, else by what the template says. */
function changedProperties(
  stack: Stack,
  scope: Scope,
  current: ExistingResource,
  resource: ResourceTemplate,
): string[] {
  const wanted = resource.Properties ?? {};
  try {
    return changedKeys(current.properties, evaluateObject(wanted, scope));
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    return changedKeys(stack.content.template.Resources[current.logicalId]?.Properties ?? {}, wanted);
  }
}

/** What else of a resource counts as a change. */
function aspects(resource: ResourceTemplate | undefined) {
  return {
    metadata: resource?.Metadata,
    deletionPolicy: resource?.DeletionPolicy,
    updateReplacePolicy: resource?.UpdateReplacePolicy,
  };
}

function addition(logicalId: string, { Type: type }: ResourceTemplate): ResourceChange {
  return { action: 'Add', logicalId, type, physicalId: undefined, replacement: undefined, properties: [] };
}

function removal({ logicalId, type, physicalId }: ExistingResource): ResourceChange {
  return { action: 'Remove', logicalId, type, physicalId, replacement: undefined, properties: [] };
}
