import { isUnresolved, type Fact, type WorkerFact } from './facts.js';

/** Whether a worker's role allows one of the actions on a target; unresolved where only an unread grant might. */
export function allows({ grants }: WorkerFact, actions: readonly string[], target: string): Fact<boolean> {
  if (isUnresolved(grants)) return grants;
  const candidates = grants.filter(({ action }) => {
    return isUnresolved(action) || actions.some((wanted) => matchesAction(action, wanted));
  });
  const sure = candidates.some(
    ({ action, target: on }) => !isUnresolved(action) && (on === target || on === '*'),
  );
  if (sure) return true;
  const unsure = candidates.find(
    ({ action, target: on }) => isUnresolved(on) || (isUnresolved(action) && on === '*'),
  );
  return unsure === undefined ? false : { unresolved: unsure.resource };
}

/** IAM's matching: case does not count, `*` and `?` are wildcards. */
export function matchesAction(pattern: string, action: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(action);
}
