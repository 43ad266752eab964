import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type ContainerFact, type Facts, type WorkerFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachWorker, isFramed } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Nobody but the worker can write what readers get. */
export const siteWriters: Rule<NoParams> = {
  id: 'site-writers',
  how: 'rule.site-writers.how',
  reads: ['workers', 'containers', 'buckets', 'frames'],
  params: noParams,
  evaluate(facts) {
    if (isFramed(facts)) return met({ text: 'rule.framed' });
    return eachWorker(facts, (worker) => judge(worker, facts));
  },
};

function judge({ siteBucket, container, resource }: WorkerFact, facts: Facts): Finding {
  if (siteBucket === undefined) return breached({ text: 'rule.site-writers.nowhere', resource });
  if (isUnresolved(siteBucket)) return unread(siteBucket, resource);
  const others = facts.containers.filter((other) => other.resource !== container);
  const bucket = facts.buckets.find((candidate) => candidate.resource === siteBucket);
  const strangers = (bucket?.writers ?? []).filter(({ kind }) => kind === 'public' || kind === 'other');
  return all([
    ...others.map((other) => judgeContainer(other, siteBucket)),
    unless(
      strangers.map((writer) => breached({ text: 'rule.site-writers.other', resource: writer.resource })),
      met({ text: 'rule.site-writers.met', params: { place: siteBucket }, resource }),
    ),
  ]);
}

/** A container that writes a folder above the site's, or one within it, writes the site. */
function judgeContainer({ writes, resource }: ContainerFact, site: string): Finding {
  const known = writes.filter((place) => typeof place === 'string');
  const inSite = known.some((place) => `${site}/`.startsWith(`${place}/`) || place.startsWith(`${site}/`));
  if (inSite) return breached({ text: 'rule.site-writers.other', resource });
  const hole = writes.find(isUnresolved);
  return hole === undefined ? met() : unread(hole, resource);
}
