import { all } from './conclude.js';
import { nameCovers } from './domain-name.js';
import type {
  BehaviorFact,
  DistributionFact,
  EdgeFunctionFact,
  Fact,
  Facts,
  HostFact,
  OriginFact,
  WebServerFact,
  WorkerFact,
} from './facts.js';
import { isUnresolved } from './facts.js';
import { breached, type Finding, type RuleContext } from './rule.js';

/** The distributions that serve the domain; where none says so, every one has to answer for it. */
export function siteDistributions(
  facts: Facts,
  { domain }: Pick<RuleContext, 'domain'>,
): readonly DistributionFact[] {
  const sites = facts.distributions.filter(({ staging }) => staging !== true);
  const named = sites.filter(({ aliases }) => aliases.some((alias) => nameCovers(alias, domain)));
  return named.length > 0 ? named : sites;
}

/** Judges every distribution that serves the site; without any, the clause is breached. */
export function eachDistribution(
  facts: Facts,
  context: Pick<RuleContext, 'domain'>,
  judge: (distribution: DistributionFact) => Finding,
): Finding {
  const distributions = siteDistributions(facts, context);
  if (distributions.length === 0) return breached({ text: 'rule.no-distribution' });
  return all(distributions.map(judge));
}

/** The web servers that answer for the domain; where none says so, every one has to. */
export function siteWebServers(
  { webServers }: Facts,
  { domain }: Pick<RuleContext, 'domain'>,
): readonly WebServerFact[] {
  const named = webServers.filter(({ domains }) => domains.some((name) => nameCovers(name, domain)));
  return named.length > 0 ? named : webServers;
}

/** Judges every distribution and every web server of the site; without any, the clause is breached. */
export function eachSite(
  facts: Facts,
  context: Pick<RuleContext, 'domain'>,
  judge: {
    readonly distribution: (distribution: DistributionFact) => Finding;
    readonly webServer: (webServer: WebServerFact) => Finding;
  },
): Finding {
  const findings = [
    ...siteDistributions(facts, context).map(judge.distribution),
    ...siteWebServers(facts, context).map(judge.webServer),
  ];
  return findings.length === 0 ? breached({ text: 'rule.no-site' }) : all(findings);
}

/** Judges every host; without any, the clause is breached. */
export function eachHost({ hosts }: Facts, judge: (host: HostFact) => Finding): Finding {
  return hosts.length === 0 ? breached({ text: 'rule.no-host' }) : all(hosts.map(judge));
}

/** Whether the difusor only shows the official site in a frame, and keeps no copy of its own. */
export function isFramed({ frames, workers }: Pick<Facts, 'frames' | 'workers'>): boolean {
  return frames.length > 0 && workers.length === 0;
}

/** Judges every worker; without any, the clause is breached. */
export function eachWorker(facts: Facts, judge: (worker: WorkerFact) => Finding): Finding {
  if (facts.workers.length === 0) return breached({ text: 'rule.no-worker' });
  return all(facts.workers.map(judge));
}

/** S3 origins from which some behavior serves. */
export function s3Origins({ origins, behaviors }: DistributionFact): readonly OriginFact[] {
  const used = new Set(behaviors.flatMap(({ originIds }) => originIds));
  return origins.filter(({ id, kind }) => kind !== 'other' && used.has(id));
}

/** The bucket behind the default behavior; absent: it is served from no bucket. */
export function siteBucketOf({ origins, behaviors }: DistributionFact): Fact<string> | undefined {
  const ids = behaviors.at(-1)?.originIds ?? [];
  return origins.find(({ id, kind }) => kind !== 'other' && ids.includes(id))?.bucket;
}

/** Functions that decide, before anything is looked up, what a behavior serves. */
export function requestFunctions({ functions }: BehaviorFact): readonly EdgeFunctionFact[] {
  return functions.filter(({ kind, event }) => kind === 'cloudfront-function' && event === 'viewer-request');
}

/** Key-value stores that decide what a behavior serves, read before anything is looked up. */
export function pointerStores(behavior: BehaviorFact): Fact<readonly string[]> {
  const stores = requestFunctions(behavior).map(({ keyValueStores }) => keyValueStores);
  const known = stores.flatMap((list) => (isUnresolved(list) ? [] : list));
  return known.length > 0 ? known : (stores.find(isUnresolved) ?? []);
}
