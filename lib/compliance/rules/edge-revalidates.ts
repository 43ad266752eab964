import { unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type DistributionFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution, pointerStores } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Errors that an origin or a missing file gives; CloudFront keeps each for 10 seconds unless told otherwise. */
const ERRORS = [403, 404, 500, 502, 503, 504];

/** The edge never serves a stale copy: it asks the origin every time, or keeps an object for its cut's life only. */
export const edgeRevalidates: Rule<NoParams> = {
  id: 'edge-revalidates',
  how: 'rule.edge-revalidates.how',
  reads: ['distributions'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, (distribution) => {
      const { resource, declaredEdgeCache, behaviors } = distribution;
      if (isUnresolved(declaredEdgeCache)) return unread(declaredEdgeCache, resource);
      const perCut = declaredEdgeCache === 'per-cut';
      return unless(
        [...behaviors.flatMap((behavior) => judge(behavior, perCut, resource)), ...keptErrors(distribution)],
        met({ text: `rule.edge-revalidates.met-${perCut ? 'per-cut' : 'revalidate'}`, resource }),
      );
    }),
};

function judge(behavior: BehaviorFact, perCut: boolean, resource: string): Finding[] {
  const { ttl, path } = behavior;
  if (ttl === undefined)
    return [breached({ text: 'rule.edge-revalidates.no-policy', params: { path }, resource })];
  if (isUnresolved(ttl)) return [unread(ttl, resource)];
  if (ttl.min === 0 && ttl.default === 0) return [];
  const params = { path, min: ttl.min, default: ttl.default };
  if (!perCut) return [breached({ text: 'rule.edge-revalidates.kept', params, resource })];
  const stores = pointerStores(behavior);
  if (isUnresolved(stores)) return [unread(stores, resource)];
  return stores.length > 0
    ? []
    : [breached({ text: 'rule.edge-revalidates.no-cut-in-key', params, resource })];
}

function keptErrors({ errorTtls, resource }: DistributionFact): Finding[] {
  const unreadable = errorTtls.flatMap(({ status, seconds }) => [status, seconds]).filter(isUnresolved);
  const kept = errorTtls.filter(({ seconds }) => typeof seconds === 'number' && seconds > 0);
  const named = errorTtls.map(({ status }) => status);
  const silent = unreadable.length > 0 ? [] : ERRORS.filter((status) => !named.includes(status));
  return [
    ...unreadable.map((hole) => unread(hole, resource)),
    ...kept.map(({ status, seconds }) =>
      breached({
        text: 'rule.edge-revalidates.error-kept',
        params: { status: String(status), seconds: Number(seconds) },
        resource,
      }),
    ),
    ...silent.map((status) =>
      breached({
        text: 'rule.edge-revalidates.error-kept',
        params: { status: String(status), seconds: 10 },
        resource,
      }),
    ),
  ];
}
