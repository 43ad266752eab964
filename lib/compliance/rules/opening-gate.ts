import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type DistributionFact, type WorkerFact } from '../facts.js';
import { liveFolderProblems } from '../live-folder.js';
import { breached, met, undetermined, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachSite, eachWorker, isFramed, pointerStores, requestFunctions } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Nothing is shown before the call's opening, and nothing is held back after it. */
export const openingGate: Rule<NoParams> = {
  id: 'opening-gate',
  how: 'rule.opening-gate.how',
  reads: ['workers', 'distributions', 'webServers', 'webServers.files', 'frames'],
  params: noParams,
  evaluate(facts, context) {
    if (isFramed(facts)) return met({ text: 'rule.framed' });
    return all([
      eachWorker(facts, (worker) => judgeWorker(worker, context)),
      eachSite(facts, context, {
        distribution: (distribution) => judgeGate(distribution, context),
        webServer: (webServer) =>
          unless(
            liveFolderProblems(webServer, facts),
            met({ text: 'rule.live-folder.met', resource: webServer.resource }),
          ),
      }),
    ]);
  },
};

function judgeWorker({ settings, resource }: WorkerFact, { convocatoria }: RuleContext): Finding {
  if (settings === undefined) return breached({ text: 'rule.opening-gate.no-settings', resource });
  if (isUnresolved(settings)) return unread(settings, resource);
  const opening = convocatoria.opening.at;
  const openings = settings.windows.filter(({ kind }) => kind === 'election').map(({ opensAt }) => opensAt);
  if (settings.convocatoria !== convocatoria.id) {
    const params = { got: settings.convocatoria, call: convocatoria.id };
    return breached({ text: 'rule.opening-gate.other-call', params, resource });
  }
  if (openings.length === 0)
    return breached({ text: 'rule.opening-gate.no-window', params: { opening }, resource });
  const wrong = openings.filter((opensAt) => Date.parse(opensAt) !== Date.parse(opening));
  return unless(
    wrong.map((opensAt) =>
      breached({ text: 'rule.opening-gate.other-time', params: { opensAt, opening }, resource }),
    ),
    met({ text: 'rule.opening-gate.met', params: { opening }, resource }),
  );
}

/** A single behavior without the gate serves what is behind it at any time. */
function judgeGate({ resource, behaviors }: DistributionFact, context: RuleContext): Finding {
  const open = behaviors.flatMap((behavior) => {
    const stores = pointerStores(behavior);
    if (isUnresolved(stores)) return [unread(stores, resource)];
    if (stores.length > 0) return [];
    return [breached({ text: 'rule.opening-gate.no-gate', params: { path: behavior.path }, resource })];
  });
  return unless(open, judgeCode(behaviors, context, resource));
}

/** Whoever writes the function decides what is shown and when. */
function judgeCode(
  behaviors: readonly BehaviorFact[],
  { trustedEdgeDigests }: RuleContext,
  resource: string,
): Finding {
  if (trustedEdgeDigests === undefined) return met({ text: 'rule.opening-gate.code-not-compared', resource });
  const unknown = behaviors.flatMap(requestFunctions).filter(({ codeDigest }) => {
    return typeof codeDigest !== 'string' || !trustedEdgeDigests.includes(codeDigest);
  });
  const places = new Set(unknown.map((edge) => (isUnresolved(edge.resource) ? resource : edge.resource)));
  return unless(
    [...places].map((place) => undetermined({ text: 'rule.opening-gate.other-code', resource: place })),
    met(),
  );
}
