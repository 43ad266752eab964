import type { Account } from './account.js';
import { validationError } from './aws-refusal.js';
import { findImporter } from './outputs.js';
import { isRetained, removeResource } from './resource-removal.js';
import type { Stack } from './stack.js';

/**
 * Deletes a stack with its resources, last made first; what a policy retains stays in the account.
 * @throws AwsRefusal `ValidationError` when the stack is protected against termination
 */
export function deleteStack(account: Account, stack: Stack, token: string | undefined): void {
  if (stack.terminationProtection) {
    throw validationError(`Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`);
  }
  stack.token = token;
  stack.enter('DELETE_IN_PROGRESS', 'User Initiated');
  const lost = findImporter(account, stack, []);
  if (lost !== undefined) {
    stack.enter(
      'DELETE_FAILED',
      `Cannot delete export ${lost.name} as it is in use by ${lost.importer.name}.`,
    );
    return;
  }
  const stuck = removeResources(account, stack);
  if (stuck.length > 0) {
    stack.enter('DELETE_FAILED', `The following resource(s) failed to delete: [${stuck.join(', ')}].`);
  } else {
    stack.enter('DELETE_COMPLETE');
  }
}

function removeResources(account: Account, stack: Stack): string[] {
  const stuck: string[] = [];
  for (const resource of [...stack.resources.values()].reverse()) {
    const retain = isRetained(resource.deletionPolicy);
    if (removeResource(account, stack, resource, retain)) stack.resources.delete(resource.logicalId);
    else stuck.push(resource.logicalId);
  }
  return stuck;
}
