import { DateTime } from 'luxon';
import { unless, unread } from '../conclude.js';
import {
  isUnresolved,
  type DistributionFact,
  type ExpirationFact,
  type Facts,
  type WebServerFact,
} from '../facts.js';
import { isHostFolder, liveFolderProblems, workersBehind } from '../live-folder.js';
import { breached, met, notApplicable, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachSite, isFramed, siteBucketOf } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Days before the opening in which the first cut may already be laid down. */
const AHEAD_DAYS = 1;

/** No rule of the site's bucket takes files away while the call wants results in view, not even the oldest of them. */
export const resultsKept: Rule<NoParams> = {
  id: 'results-kept',
  how: 'rule.results-kept.how',
  reads: ['distributions', 'buckets', 'webServers', 'webServers.files', 'workers', 'containers', 'frames'],
  params: noParams,
  evaluate(facts, context) {
    const needed = neededDays(context.convocatoria);
    if (needed === undefined) return notApplicable({ text: 'rule.results-kept.silent' });
    if (isFramed(facts)) return met({ text: 'rule.framed' });
    return eachSite(facts, context, {
      distribution: (distribution) => judge(distribution, facts, needed),
      webServer: (webServer) => judgeServer(webServer, facts),
    });
  },
};

/** The last cut may be the first one: it must last from before the opening to the end. */
function neededDays({ holdUntil, closing, opening }: RuleContext['convocatoria']): number | undefined {
  const end = holdUntil ?? closing;
  if (end === null) return undefined;
  const { days } = DateTime.fromISO(end.at).diff(DateTime.fromISO(opening.at), 'days');
  return Math.ceil(days) + AHEAD_DAYS;
}

/** The worker never deletes the live cut; a folder of the host outlives the containers. */
function judgeServer(webServer: WebServerFact, facts: Facts): Finding {
  const { resource } = webServer;
  const lost = workersBehind(webServer, facts).filter(({ siteBucket }) => !isHostFolder(siteBucket));
  return unless(
    [
      ...liveFolderProblems(webServer, facts),
      ...lost.map((worker) => breached({ text: 'rule.results-kept.lost', resource: worker.resource })),
    ],
    met({ text: 'rule.results-kept.for-good-server', resource }),
  );
}

function judge(distribution: DistributionFact, { buckets }: Facts, needed: number): Finding {
  const own = siteBucketOf(distribution);
  if (isUnresolved(own)) return unread(own, distribution.resource);
  const bucket = buckets.find(({ resource }) => resource === own);
  if (bucket === undefined) {
    return breached({
      text: 'rule.no-bucket',
      params: { bucket: own ?? '' },
      resource: distribution.resource,
    });
  }
  const { resource, expiration } = bucket;
  return unless(
    expiration.flatMap((rule) => tooSoon(rule, resource, needed)),
    expiration.length === 0
      ? met({ text: 'rule.results-kept.for-good', resource })
      : met({ text: 'rule.results-kept.met', params: { needed }, resource }),
  );
}

function tooSoon({ prefix, days }: ExpirationFact, resource: string, needed: number): Finding[] {
  if (isUnresolved(days)) return [unread(days, resource)];
  if (days >= needed) return [];
  const folder = isUnresolved(prefix) ? '?' : prefix;
  return [breached({ text: 'rule.results-kept.expires', params: { days, needed, folder }, resource })];
}
