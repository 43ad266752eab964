import type { PathHeader } from '../../convocatorias/index.js';
import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type DistributionFact, type WebServerFact } from '../facts.js';
import { patternCovers, patternsOverlap } from '../path-pattern.js';
import { decidingPattern } from '../web-paths.js';
import { breached, met, notApplicable, undetermined, type Finding, type Rule } from '../rule.js';
import { eachSite } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Each header that the call demands is set, with its exact value, wherever its path is served. */
export const pathHeader: Rule<NoParams> = {
  id: 'path-header',
  how: 'rule.path-header.how',
  reads: ['distributions', 'webServers', 'webServers.headers'],
  params: noParams,
  evaluate(facts, context) {
    const { headers } = context.convocatoria;
    if (headers.length === 0) return notApplicable({ text: 'rule.path-header.silent' });
    return eachSite(facts, context, {
      distribution: (distribution) => all(headers.map((header) => judge(header, distribution, headers))),
      webServer: (webServer) => all(headers.map((header) => judgeServer(header, webServer))),
    });
  },
};

function judge(header: PathHeader, distribution: DistributionFact, headers: readonly PathHeader[]): Finding {
  const { path, name, value } = header;
  const { resource } = distribution;
  return unless(
    servingBehaviors(header, distribution, headers).flatMap((behavior) =>
      missing(header, behavior, resource),
    ),
    met({ text: 'rule.path-header.met', params: { path, name, value }, resource }),
  );
}

/** The location that decides for the path sets the header once, with its value. */
function judgeServer(
  { path, name, value }: PathHeader,
  { paths, headers, resource }: WebServerFact,
): Finding {
  const asked = path === '/*' ? '/index.html' : path;
  const behavior = decidingPattern(paths, asked);
  if (behavior === undefined)
    return undetermined({ text: 'rule.path-header.no-location', params: { path }, resource });
  const params = { path, name, value, behavior };
  const here = headers.filter((header) => header.path === behavior);
  const hole = here.flatMap((header) => [header.name, header.value].filter(isUnresolved))[0];
  const set = here.filter((header) => typeof header.name === 'string' && sameName(header.name, name));
  const got = set.map((header) => (isUnresolved(header.value) ? '?' : header.value)).join(', ');
  const strange = here.map((header) => header.name).find(isUnresolved);
  if (strange !== undefined) return unread(strange, resource);
  if (set.length === 1 && got === value) return met({ text: 'rule.path-header.met', params, resource });
  const unreadable =
    set.find((header) => isUnresolved(header.value)) ?? here.find((header) => isUnresolved(header.name));
  if (hole !== undefined && unreadable !== undefined) return unread(hole, resource);
  return set.length === 0
    ? breached({ text: 'rule.path-header.missing', params, resource })
    : breached({ text: 'rule.path-header.other-value', params: { ...params, got }, resource });
}

/** The behaviors that may serve the path, in CloudFront's order, but those that a nearer header of the call rules. */
function servingBehaviors(
  header: PathHeader,
  { behaviors }: DistributionFact,
  headers: readonly PathHeader[],
): BehaviorFact[] {
  const last = behaviors.findIndex(({ path }) => patternCovers(path, header.path));
  const reached = last < 0 ? behaviors : behaviors.slice(0, last + 1);
  const nearer = headers.filter((other) => other !== header && sameName(other.name, header.name));
  return reached
    .filter(({ path }) => patternsOverlap(path, header.path))
    .filter(({ path }) => !nearer.some((other) => other.path === path && other.path !== header.path));
}

function missing({ path, name, value }: PathHeader, behavior: BehaviorFact, resource: string): Finding[] {
  const { responseHeaders } = behavior;
  if (isUnresolved(responseHeaders)) return [unread(responseHeaders, resource)];
  const params = { path, name, value, behavior: behavior.path };
  const set = responseHeaders.find((header) => isUnresolved(header.name) || sameName(header.name, name));
  if (set === undefined) return [breached({ text: 'rule.path-header.missing', params, resource })];
  const hole = [set.name, set.override].find(isUnresolved);
  if (hole !== undefined) return [unread(hole, resource)];
  if (isUnresolved(set.value)) return [unread(set.value, resource)];
  const got = { ...params, got: set.value };
  if (set.value !== value) return [breached({ text: 'rule.path-header.other-value', params: got, resource })];
  return set.override === true ? [] : [breached({ text: 'rule.path-header.no-override', params, resource })];
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
