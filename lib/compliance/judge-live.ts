import type { Clause } from '../convocatorias/index.js';
import { confirmingRule } from './apply-rule.js';
import type { Facts } from './facts.js';
import { judge, type JudgeInput } from './judge.js';
import type { LiveFacts } from './live-facts.js';
import type { Verdict } from './verdict.js';

/** No template: what is judged is the running system alone. */
const NOTHING: Facts = {
  buckets: [],
  distributions: [],
  firewalls: [],
  shield: { stated: [], protections: [] },
  certificates: [],
  workers: [],
  schedules: [],
  secrets: [],
  alarms: [],
  hosts: [],
  webServers: [],
  ingests: [],
  containers: [],
  frames: [],
  literalSecrets: [],
  gaps: [],
};

export interface JudgeLiveInput extends Omit<JudgeInput, 'facts' | 'trustedEdgeDigests'> {
  readonly live: LiveFacts;
}

/**
 * Verdicts on the clauses of which the running system shows something: those that only it can prove, and those that a
 * template promises, each by the rule that looks at the system. All others are left out.
 */
export function judgeLive({ live, convocatoria, ...rest }: JudgeLiveInput): Verdict[] {
  const clauses = convocatoria.clauses.flatMap((clause) => seenOn(clause, rest.rules));
  return judge({ ...rest, convocatoria: { ...convocatoria, clauses }, facts: { ...NOTHING, live } });
}

function seenOn(clause: Clause, rules: JudgeLiveInput['rules']): Clause[] {
  if (clause.kind === 'live') return clause.rule === undefined ? [] : [clause];
  const rule = confirmingRule(clause.rule, rules);
  return rule === undefined ? [] : [{ ...clause, rule: rule.id }];
}
