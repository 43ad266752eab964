import type { Account } from './account.js';
import { AwsRefusal } from './aws-refusal.js';
import type { ExistingResource } from './inventory.js';
import type { Stack } from './stack.js';
import type { DeletionPolicy } from './template.js';

/** Whether a resource outlives its stack; of a snapshot, the stand-in keeps nothing. */
export function isRetained(policy: DeletionPolicy): boolean {
  return policy === 'Retain' || policy === 'RetainExceptOnCreate';
}

/**
 * Removes a resource from the account, or leaves it there without a stack where its policy retains it.
 * @returns whether the stack is rid of it; a resource that cannot be removed stays with the stack
 */
export function removeResource(
  account: Account,
  stack: Stack,
  resource: ExistingResource,
  retain: boolean,
): boolean {
  if (retain) {
    account.inventory.orphan(resource);
    stack.record(resource, 'DELETE_SKIPPED');
    return true;
  }
  stack.record(resource, 'DELETE_IN_PROGRESS');
  try {
    account.provider.delete(resource);
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    stack.record(resource, 'DELETE_FAILED', error.message);
    return false;
  }
  stack.record(resource, 'DELETE_COMPLETE');
  return true;
}
