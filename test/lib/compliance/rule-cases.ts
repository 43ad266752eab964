import type { Facts } from '../../../lib/compliance/facts.js';
import type { Rule } from '../../../lib/compliance/rule.js';
import type { Convocatoria } from '../../../lib/convocatorias/index.js';
import { evaluate, texts } from './evaluate.js';

/** What a rule must say of weakened facts: the outcome, and the text that must be among its evidence. */
export type RuleCase = readonly [
  what: string,
  weakened: Partial<Facts>,
  outcome: ReturnType<Rule['evaluate']>['outcome'],
  text: string,
];

/** One test for each case of a rule; its text stands without the shared start. */
export function testRule<P>(
  rule: Rule<P>,
  cases: readonly RuleCase[],
  call: Partial<Convocatoria> = {},
): void {
  describe(rule.id, () => {
    test.each(cases)('with %s', (_, weakened, outcome, text) => {
      const finding = evaluate(rule, weakened, call);
      expect(finding.outcome).toBe(outcome);
      expect(texts(finding)).toContain(text);
    });
  });
}
