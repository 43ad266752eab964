import { unless, unread } from '../conclude.js';
import { isUnresolved, type EgressFact } from '../facts.js';
import { breached, met, type Finding, type Rule } from '../rule.js';
import { eachWorker } from '../site.js';
import { noParams, type NoParams } from './no-params.js';

/** All that the worker asks leaves by Elastic IPs that outlive the stack. */
export const fixedIp: Rule<NoParams> = {
  id: 'fixed-ip',
  how: 'rule.fixed-ip.how',
  reads: ['workers', 'network'],
  params: noParams,
  evaluate: (facts) =>
    eachWorker(facts, ({ resource, egress }) => {
      if (isUnresolved(egress)) return unread(egress, resource);
      if (egress.length === 0) return breached({ text: 'rule.fixed-ip.no-network', resource });
      return unless(
        egress.flatMap(judge),
        met(...egress.map((exit) => ({ text: 'rule.fixed-ip.met', resource: exit.resource }) as const)),
      );
    }),
};

function judge({ kind, resource, retainedOnDelete }: EgressFact): Finding[] {
  if (kind === 'open') return [breached({ text: 'rule.fixed-ip.open', resource })];
  if (kind === 'none') return [breached({ text: 'rule.fixed-ip.no-way-out', resource })];
  return retainedOnDelete ? [] : [breached({ text: 'rule.fixed-ip.not-retained', resource })];
}
