import type { Clause, Convocatoria } from '../convocatorias/index.js';
import { withExpected, type ExpectedSite } from './expected-site.js';
import type { Facts } from './facts.js';
import { undetermined, type Evidence, type Finding, type Rule } from './rule.js';
import { RULES } from './rules/index.js';

/** What a rule is asked with. */
export interface RuleInput {
  readonly convocatoria: Convocatoria;
  readonly facts: Facts;
  readonly domain: string;
  readonly trustedEdgeDigests?: readonly string[];
  /** @default the stack is taken by its own word */
  readonly expected?: ExpectedSite;
  /** @default the toolkit's rules */
  readonly rules?: readonly Rule[];
}

/** The rule that looks, on the running system, at what a rule of templates judges. */
export function confirmingRule(id: string | undefined, rules: readonly Rule[] = RULES): Rule | undefined {
  return id === undefined ? undefined : rules.find(({ confirms }) => confirms?.includes(id));
}

/** What the rule of an id says of a clause; `undetermined` where it is missing, does not take the params, or throws. */
export function applyRule(clause: Clause, id: string | undefined, input: RuleInput): Finding {
  const { facts, convocatoria, domain, trustedEdgeDigests, rules = RULES } = input;
  const compared = trustedEdgeDigests === undefined ? {} : { trustedEdgeDigests };
  const context = { convocatoria, domain, ...compared };
  if (id === undefined) return undetermined({ text: 'verdict.no-rule' });
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return undetermined({ text: 'verdict.unknown-rule', params: { rule: id } });
  const params = rule.params.safeParse(clause.params ?? {});
  if (!params.success) {
    const reason = params.error.issues
      .map(({ path, message }) => `${path.join('.')} ${message}`.trim())
      .join('; ');
    return undetermined({ text: 'verdict.params', params: { rule: rule.id, reason } });
  }
  try {
    const finding = withGaps(rule.evaluate(facts, context, params.data), rule, facts);
    return withExpected(finding, rule, facts, input.expected);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return undetermined({ text: 'verdict.threw', params: { rule: rule.id, reason } });
  }
}

/**
 * What the collector could not see might overturn any finding that rests on it; no template hides what was measured on
 * the running system.
 */
function withGaps(finding: Finding, rule: Rule, { gaps }: Facts): Finding {
  if (rule.reads.includes('live')) return finding;
  const hiding = gaps.filter(({ area }) => area === 'all' || rule.reads.includes(area));
  if (hiding.length === 0 || finding.outcome === 'not-applicable') return finding;
  const seen = finding.outcome === 'met' ? [] : finding.evidence;
  const hidden = hiding.map(({ resource, reason }): Evidence => ({
    text: 'rule.gap',
    params: { reason },
    resource,
  }));
  return undetermined(...hidden, ...seen);
}
