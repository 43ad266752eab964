import { unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type DistributionFact, type Facts } from '../facts.js';
import { breached, met, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachDistribution, pointerStores } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Errors that an origin or a missing file gives. */
const ERRORS = [403, 404, 500, 502, 503, 504];

/** CloudFront keeps an error this long unless told otherwise. */
const DEFAULT_SECONDS = 10;

/** The longest life of a cut; an origin's own header can keep an object as long as the maximum TTL says. */
const LONGEST_SECONDS = 86_400;

/** An age above 0 in a Cache-Control. */
const AGE = /\b(?:s-maxage|max-age)\s*=\s*"?0*[1-9]/i;

/** The edge never serves a stale copy: it asks the origin every time, or keeps an object for its cut's life only. */
export const edgeRevalidates: Rule<NoParams> = {
  id: 'edge-revalidates',
  how: 'rule.edge-revalidates.how',
  reads: ['distributions', 'workers'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, (distribution) => {
      const { resource, declaredEdgeCache, behaviors } = distribution;
      if (isUnresolved(declaredEdgeCache)) return unread(declaredEdgeCache, resource);
      const perCut = declaredEdgeCache === 'per-cut';
      return unless(
        [
          ...behaviors.flatMap((behavior) => judge(behavior, perCut, resource)),
          ...keptErrors(distribution),
          ...storedAges(facts, context),
        ],
        met({ text: `rule.edge-revalidates.met-${perCut ? 'per-cut' : 'revalidate'}`, resource }),
      );
    }),
};

function judge(behavior: BehaviorFact, perCut: boolean, resource: string): Finding[] {
  const { ttl, path } = behavior;
  if (ttl === undefined)
    return [breached({ text: 'rule.edge-revalidates.no-policy', params: { path }, resource })];
  if (isUnresolved(ttl)) return [unread(ttl, resource)];
  if (ttl.min === 0 && ttl.default === 0) {
    if (perCut || ttl.max <= LONGEST_SECONDS) return [];
    return [breached({ text: 'rule.edge-revalidates.open-end', params: { path, max: ttl.max }, resource })];
  }
  const params = { path, min: ttl.min, default: ttl.default };
  if (!perCut) return [breached({ text: 'rule.edge-revalidates.kept', params, resource })];
  const stores = pointerStores(behavior);
  if (isUnresolved(stores)) return [unread(stores, resource)];
  return stores.length > 0
    ? []
    : [breached({ text: 'rule.edge-revalidates.no-cut-in-key', params, resource })];
}

/** What the worker stores with an object rules the edge and browsers up to the longest TTL. */
function storedAges({ workers }: Facts, { convocatoria }: RuleContext): Finding[] {
  const demanded = convocatoria.headers.map(({ path, value }) => `${path} ${value}`);
  return workers.flatMap(({ settings, resource }) => {
    if (settings === undefined) return [];
    if (isUnresolved(settings)) return [unread(settings, resource)];
    return settings.cacheControl
      .filter(({ path, value }) => AGE.test(value) && !demanded.includes(`${path} ${value}`))
      .map(({ path, value }) =>
        breached({ text: 'rule.edge-revalidates.stored-age', params: { path, value }, resource }),
      );
  });
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
