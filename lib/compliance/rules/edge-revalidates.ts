import { unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type DistributionFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution, pointerStores } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Errors that an origin or a missing file gives. */
const ERRORS = [403, 404, 500, 502, 503, 504];

/** CloudFront keeps an error this long unless told otherwise. */
const DEFAULT_SECONDS = 10;

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
  const holes = errorTtls.flatMap(({ status, seconds }) => [status, seconds]).filter(isUnresolved);
  if (holes.length > 0) return holes.map((hole) => unread(hole, resource));
  const seconds = new Map([
    ...ERRORS.map((status) => [status, DEFAULT_SECONDS] as const),
    ...errorTtls.map((error) => [Number(error.status), Number(error.seconds)] as const),
  ]);
  return [...seconds]
    .filter(([, kept]) => kept > 0)
    .map(([status, kept]) => {
      const params = { status: String(status), seconds: kept };
      return breached({ text: 'rule.edge-revalidates.error-kept', params, resource });
    });
}
