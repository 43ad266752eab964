import { unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution, pointerStores } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** One change of the pointer puts the notice in the place of every page. */
export const takeDownNotice: Rule<NoParams> = {
  id: 'take-down-notice',
  how: 'rule.take-down-notice.how',
  reads: ['distributions'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, ({ behaviors, resource }) =>
      unless(
        behaviors.flatMap((behavior) => judge(behavior, resource)),
        met({ text: 'rule.take-down-notice.met', params: { count: behaviors.length }, resource }),
      ),
    ),
};

function judge(behavior: BehaviorFact, resource: string): Finding[] {
  const stores = pointerStores(behavior);
  if (isUnresolved(stores)) return [unread(stores, resource)];
  if (stores.length > 0) return [];
  return [breached({ text: 'rule.take-down-notice.no-function', params: { path: behavior.path }, resource })];
}
