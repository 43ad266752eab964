import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type BucketFact, type Facts, type OriginFact, type ReaderFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution, s3Origins } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** The only way to the bucket leads through the distribution, and so through Shield and WAF. */
export const originAccessControl: Rule<NoParams> = {
  id: 'origin-access-control',
  how: 'rule.origin-access-control.how',
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

function judge(origin: OriginFact, distribution: string, { buckets }: Facts): Finding {
  const { bucket, originAccessControl: signed, kind } = origin;
  if (isUnresolved(bucket)) return unread(bucket, distribution);
  const found = buckets.find(({ resource }) => resource === bucket);
  if (found === undefined)
    return breached({ text: 'rule.no-bucket', params: { bucket: bucket ?? '' }, resource: distribution });
  return unless(
    [
      ...(kind === 's3-website'
        ? [breached({ text: 'rule.origin-access-control.website', resource: distribution })]
        : []),
      ...judgeFlag(signed, 'rule.origin-access-control.unsigned', distribution),
      ...judgeFlag(found.publicAccessBlocked, 'rule.origin-access-control.open', found.resource),
      ...judgeReaders(found, distribution),
      ...judgeWriters(found),
    ],
    met({ text: 'rule.origin-access-control.met', resource: found.resource }),
  );
}

function judgeFlag(
  flag: BucketFact['publicAccessBlocked'],
  text: 'rule.origin-access-control.unsigned' | 'rule.origin-access-control.open',
  resource: string,
): Finding[] {
  if (isUnresolved(flag)) return [unread(flag, resource)];
  return flag ? [] : [breached({ text, resource })];
}

function judgeReaders({ readers, resource }: BucketFact, distribution: string): Finding[] {
  const wrong = readers.flatMap((reader) => judgeReader(reader, distribution));
  const letIn = readers.some(
    (reader) => reader.kind === 'cloudfront' && reader.distribution === distribution,
  );
  return letIn || wrong.length > 0
    ? wrong
    : [breached({ text: 'rule.origin-access-control.no-reader', resource })];
}

/** Whoever else writes puts content before readers that never came from the institute. */
function judgeWriters({ writers }: BucketFact): Finding[] {
  return writers
    .filter(({ kind }) => kind !== 'worker' && kind !== 'log-delivery')
    .map(({ kind, resource }) =>
      breached({ text: 'rule.origin-access-control.other-writer', params: { kind }, resource }),
    );
}

function judgeReader(reader: ReaderFact, distribution: string): Finding[] {
  const { kind, resource } = reader;
  if (kind === 'worker') return [];
  if (kind !== 'cloudfront')
    return [breached({ text: 'rule.origin-access-control.other-reader', params: { kind }, resource })];
  if (isUnresolved(reader.distribution)) return [unread(reader.distribution, resource)];
  if (reader.distribution === distribution) return [];
  return [breached({ text: 'rule.origin-access-control.any-distribution', resource })];
}
