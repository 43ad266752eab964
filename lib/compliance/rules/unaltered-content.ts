import { unless, unread } from '../conclude.js';
import { isUnresolved, type BehaviorFact, type EdgeFunctionFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachDistribution } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** Nothing stands between the files and the reader that could change a body. */
export const unalteredContent: Rule<NoParams> = {
  id: 'unaltered-content',
  how: 'rule.unaltered-content.how',
  reads: ['distributions'],
  params: noParams,
  evaluate: (facts, context) =>
    eachDistribution(facts, context, ({ resource, behaviors }) =>
      unless(
        behaviors.flatMap((behavior) =>
          behavior.functions.flatMap((edge) => judge(edge, behavior, resource)),
        ),
        met({ text: 'rule.unaltered-content.met', params: { count: behaviors.length }, resource }),
      ),
    ),
};

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
