import { all, unless, unread } from '../conclude.js';
import { isUnresolved, type DistributionFact, type WorkerFact } from '../facts.js';
import { breached, met, type Finding, type Rule, type RuleContext } from '../rule.js';
import { eachDistribution, eachWorker, pointerStores } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Nothing is shown before the call's opening, and nothing is held back after it. */
export const openingGate: Rule<NoParams> = {
  id: 'opening-gate',
  how: 'rule.opening-gate.how',
  reads: ['workers', 'distributions'],
  params: noParams,
  evaluate: (facts, context) =>
    all([
      eachWorker(facts, (worker) => judgeWorker(worker, context)),
      eachDistribution(facts, context, judgeGate),
    ]),
};

function judgeWorker({ settings, resource }: WorkerFact, { convocatoria }: RuleContext): Finding {
  if (settings === undefined) return breached({ text: 'rule.opening-gate.no-settings', resource });
  if (isUnresolved(settings)) return unread(settings, resource);
  const opening = convocatoria.opening.at;
  const openings = settings.windows.filter(({ kind }) => kind === 'election').map(({ opensAt }) => opensAt);
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

function judgeGate({ resource, behaviors }: DistributionFact): Finding {
  const stores = behaviors.map(pointerStores);
  if (stores.some((list) => !isUnresolved(list) && list.length > 0)) return met();
  const hole = stores.find(isUnresolved);
  return hole === undefined
    ? breached({ text: 'rule.opening-gate.no-gate', resource })
    : unread(hole, resource);
}
