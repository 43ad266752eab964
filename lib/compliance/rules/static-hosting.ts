import { all, unread } from '../conclude.js';
import { isUnresolved, type Facts, type OriginFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution, s3Origins } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Static website hosting is on in the bucket from which the distribution serves. */
export const staticHosting: Rule<NoParams> = {
  id: 'static-hosting',
  how: 'rule.static-hosting.how',
  reads: ['distributions', 'buckets'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, (distribution) => {
      const origins = s3Origins(distribution);
      if (origins.length === 0)
        return breached({ text: 'rule.no-s3-origin', resource: distribution.resource });
      return all(origins.map((origin) => judge(origin, distribution.resource, facts)));
    }),
};

function judge({ bucket }: OriginFact, distribution: string, { buckets }: Facts): Finding {
  if (isUnresolved(bucket)) return unread(bucket, distribution);
  const found = buckets.find(({ resource }) => resource === bucket);
  if (found === undefined)
    return breached({ text: 'rule.no-bucket', params: { bucket: bucket ?? '' }, resource: distribution });
  const { resource, website } = found;
  if (website === undefined) return breached({ text: 'rule.static-hosting.off', resource });
  const { indexDocument } = website;
  if (isUnresolved(indexDocument)) return unread(indexDocument, resource);
  return indexDocument === undefined
    ? breached({ text: 'rule.static-hosting.no-index', resource })
    : met({ text: 'rule.static-hosting.met', params: { index: indexDocument }, resource });
}
