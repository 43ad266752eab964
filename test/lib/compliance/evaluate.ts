import type { Facts } from '../../../lib/compliance/facts.js';
import type { Finding, Rule } from '../../../lib/compliance/rule.js';
import type { Convocatoria } from '../../../lib/convocatorias/index.js';
import { call } from './call-builder.js';
import { facts } from './facts-builder.js';

/** What a rule without params says of facts, for the made-up call. */
export function evaluate<P>(
  rule: Rule<P>,
  weakened: Partial<Facts> = {},
  convocatoria: Partial<Convocatoria> = {},
): Finding {
  return rule.evaluate(
    facts(weakened),
    { convocatoria: call(convocatoria), domain: 'prep.example.org' },
    rule.params.parse({}),
  );
}

/** The ids of the texts that a finding gives, without the shared start. */
export function texts({ evidence }: Finding): string[] {
  return evidence.map(({ text }) => text.replace(/^rule\./, ''));
}
