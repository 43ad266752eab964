import { unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type Facts } from '../facts.js';
import { liveFolderProblems } from '../live-folder.js';
import { breached, manual, met, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachSite, isFramed, pointerStores } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** One change of the pointer puts the notice in the place of every page. */
export const takeDownNotice: Rule<NoParams> = {
  id: 'take-down-notice',
  how: 'rule.take-down-notice.how',
  reads: ['distributions', 'workers', 'webServers', 'webServers.files', 'webServers.freshness', 'frames'],
  params: noParams,
  evaluate(facts, context) {
    if (isFramed(facts)) return manual({ text: 'rule.take-down-notice.framed' });
    return eachSite(facts, context, {
      distribution: ({ behaviors, resource }) =>
        unless(
          [...behaviors.flatMap((behavior) => judge(behavior, resource)), ...otherLimits(facts, context)],
          met({ text: 'rule.take-down-notice.met', params: { count: behaviors.length }, resource }),
        ),
      webServer: (webServer) =>
        unless(
          [...liveFolderProblems(webServer, facts), ...otherLimits(facts, context)],
          met({ text: 'rule.take-down-notice.met-server', resource: webServer.resource }),
        ),
    });
  },
};

/** By its own limit the worker tells when the institute would interrupt. */
function otherLimits({ workers }: Facts, { convocatoria: { takeDown } }: RuleContext): Finding[] {
  if (takeDown === null) return [];
  return workers.flatMap(({ settings, resource }) => {
    if (settings === undefined) return [];
    if (isUnresolved(settings)) return [unread(settings, resource)];
    const params = { got: settings.takeDownMinutes, limit: takeDown.minutes };
    if (params.got === params.limit) return [];
    return [breached({ text: 'rule.take-down-notice.other-limit', params, resource })];
  });
}

function judge(behavior: BehaviorFact, resource: string): Finding[] {
  const stores = pointerStores(behavior);
  if (isUnresolved(stores)) return [unread(stores, resource)];
  if (stores.length > 0) return [];
  return [breached({ text: 'rule.take-down-notice.no-function', params: { path: behavior.path }, resource })];
}
