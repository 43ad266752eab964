import { any, unread } from '../conclude.js';
import { isUnresolved, type DistributionFact, type WorkerFact } from '../facts.js';
import { allows } from '../grants.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution, pointerStores } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

const WRITES = ['cloudfront-keyvaluestore:PutKey', 'cloudfront-keyvaluestore:UpdateKeys'];

/** The edge shows what the pointer says, and one worker at a time moves that same pointer. */
export const latestCut: Rule<NoParams> = {
  id: 'latest-cut',
  how: 'rule.latest-cut.how',
  reads: ['distributions', 'workers', 'grants'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, (distribution) => {
      const { stores, hole } = storesOf(distribution);
      const none = hole ?? breached({ text: 'rule.latest-cut.no-pointer', resource: distribution.resource });
      return any(
        stores.map((store) => writersOf(store, facts.workers)),
        none,
      );
    }),
};

function storesOf({ behaviors, resource }: DistributionFact) {
  const lists = behaviors.map(pointerStores);
  const hole = lists.find(isUnresolved);
  const stores = new Set(lists.flatMap((list) => (isUnresolved(list) ? [] : list)));
  return { stores: [...stores], hole: hole && unread(hole, resource) };
}

function writersOf(store: string, workers: readonly WorkerFact[]): Finding {
  return any(
    workers.map((worker) => judge(worker, store)),
    breached({ text: 'rule.latest-cut.no-writer', resource: store }),
  );
}

function judge(worker: WorkerFact, store: string): Finding {
  const { resource, keyValueStores, reservedConcurrency } = worker;
  const told = keyValueStores.includes(store) ? store : keyValueStores.find(isUnresolved);
  if (isUnresolved(told)) return unread(told, resource);
  const allowed = allows(worker, WRITES, store);
  if (isUnresolved(allowed)) return unread(allowed, resource);
  if (told === undefined || !allowed) return breached({ text: 'rule.latest-cut.no-writer', resource: store });
  if (isUnresolved(reservedConcurrency)) return unread(reservedConcurrency, resource);
  return reservedConcurrency === 1
    ? met({ text: 'rule.latest-cut.met', params: { store }, resource })
    : breached({ text: 'rule.latest-cut.concurrent', resource });
}
