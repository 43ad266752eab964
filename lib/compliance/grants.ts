import { isUnresolved, type Fact, type GrantFact, type WorkerFact } from './facts.js';
import { globsOverlap } from './glob.js';

/**
 * Whether a worker's role allows one of the actions on a target; unresolved where only an unread grant might, or where
 * a denial or a condition that can't be weighed might take it away.
 */
export function allows({ grants }: WorkerFact, actions: readonly string[], target: string): Fact<boolean> {
  return isUnresolved(grants) ? grants : grantsAllow(grants, actions, target);
}

/** What `allows` says, of a plain list of grants. */
export function grantsAllow(
  grants: readonly GrantFact[],
  actions: readonly string[],
  target: string,
): Fact<boolean> {
  const candidates = grants.filter(({ action }) => {
    return isUnresolved(action) || actions.some((wanted) => matchesAction(action, wanted));
  });
  const possible = candidates
    .filter(({ denies }) => denies !== true)
    .filter((grant) => mayHit(grant, target));
  if (possible.length === 0) return false;
  const denial = candidates.find((grant) => grant.denies === true && mayHit(grant, target));
  if (denial !== undefined) return isSure(denial) ? false : { unresolved: denial.resource };
  return possible.some(isSure) || { unresolved: possible[0]?.resource ?? target };
}

/** IAM's matching: case does not count, `*` and `?` are wildcards, on either side. */
export function matchesAction(pattern: string, action: string): boolean {
  return globsOverlap(pattern.toLowerCase(), action.toLowerCase());
}

/** An unread action says something of a target only where it names the target, or all. */
function mayHit({ target: on }: GrantFact, target: string): boolean {
  return isUnresolved(on) || on === target || on === '*';
}

function isSure({ action, target, unsure }: GrantFact): boolean {
  return !isUnresolved(action) && !isUnresolved(target) && unsure === undefined;
}
