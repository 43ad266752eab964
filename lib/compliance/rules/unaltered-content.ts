import { unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type DistributionFact, type EdgeFunctionFact } from '../facts.js';
import { breached, met, undetermined, type Finding, type Rule } from '../rule.js';
import { eachSite, siteBucketOf } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Every file comes from the site's bucket, and nothing between it and the reader could change a body. */
export const unalteredContent: Rule<NoParams> = {
  id: 'unaltered-content',
  how: 'rule.unaltered-content.how',
  reads: ['distributions', 'webServers', 'webServers.files', 'webServers.bodies'],
  params: noParams,
  evaluate: (facts, context) =>
    eachSite(facts, context, {
      distribution: judgeDistribution,
      webServer: ({ alters, resource }) =>
        unless(
          alters.map((params) => breached({ text: 'rule.unaltered-content.alters', params, resource })),
          met({ text: 'rule.unaltered-content.met-server', resource }),
        ),
    }),
};

function judgeDistribution(distribution: DistributionFact): Finding {
  const { resource, behaviors } = distribution;
  return unless(
    [
      ...behaviors.flatMap((behavior) => [
        ...behavior.functions.flatMap((edge) => judge(edge, behavior, resource)),
        ...judgeOrigins(behavior, distribution),
      ]),
      ...replacedErrors(distribution),
      ...otherEdge(distribution),
    ],
    met({ text: 'rule.unaltered-content.met', params: { count: behaviors.length }, resource }),
  );
}

/** Every file comes from the one bucket of the default behavior, and from its root. */
function judgeOrigins({ originIds, path }: BehaviorFact, distribution: DistributionFact): Finding[] {
  const { origins, resource } = distribution;
  const own = siteBucketOf(distribution);
  return originIds.flatMap((id) => {
    const origin = origins.find((candidate) => candidate.id === id);
    const elsewhere = breached({ text: 'rule.unaltered-content.elsewhere', params: { path, id }, resource });
    if (origin === undefined || origin.kind === 'other') return [elsewhere];
    if (isUnresolved(origin.bucket)) return [unread(origin.bucket, resource)];
    if (isUnresolved(origin.path)) return [unread(origin.path, resource)];
    if (origin.path !== undefined) {
      const params = { path, folder: origin.path };
      return [breached({ text: 'rule.unaltered-content.folder', params, resource })];
    }
    return isUnresolved(own) || own === origin.bucket ? [] : [elsewhere];
  });
}

/** A page that stands in for an error answers for a file that is not there. */
function replacedErrors({ errorTtls, resource }: DistributionFact): Finding[] {
  return errorTtls.flatMap(({ status, replacedBy }) => {
    if (replacedBy === undefined) return [];
    if (isUnresolved(replacedBy)) return [unread(replacedBy, resource)];
    const params = { status: isUnresolved(status) ? '?' : String(status), by: replacedBy };
    return [breached({ text: 'rule.unaltered-content.error-page', params, resource })];
  });
}

/** What a staging distribution serves to part of the readers is nowhere to be seen here. */
function otherEdge({ continuousDeployment, resource }: DistributionFact): Finding[] {
  return continuousDeployment === undefined
    ? []
    : [undetermined({ text: 'rule.unaltered-content.staging', resource })];
}

/** A function on the request only chooses what to serve; one on the response can rewrite it. */
function judge(
  { event, kind, resource }: EdgeFunctionFact,
  { path }: BehaviorFact,
  distribution: string,
): Finding[] {
  const where = isUnresolved(resource) ? distribution : resource;
  if (kind === 'lambda-edge') {
    return [breached({ text: 'rule.unaltered-content.lambda-edge', params: { path }, resource: where })];
  }
  if (isUnresolved(event)) return [unread(event, where)];
  if (event === 'viewer-request') return [];
  return [breached({ text: 'rule.unaltered-content.response', params: { path, event }, resource: where })];
}
