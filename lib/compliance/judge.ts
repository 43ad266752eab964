import type { Clause, Convocatoria, DeliveryMethod } from '../convocatorias/index.js';
import type { Facts } from './facts.js';
import { notApplicable, undetermined, type Evidence, type Finding, type Rule } from './rule.js';
import { RULES } from './rules/index.js';
import type { Verdict, WaiverOfClause } from './verdict.js';

export interface JudgeInput {
  readonly convocatoria: Convocatoria;
  readonly facts: Facts;
  /** Public name of the site. */
  readonly domain: string;
  readonly waivers: readonly WaiverOfClause[];
  /** What is judged; duties of another way of delivery do not apply to it. */
  readonly scope: { readonly delivery: DeliveryMethod };
  /** Calendar day in the call's zone, `2024-06-02`, by which a waiver counts or has expired. */
  readonly today: string;
  /**
   * Digests, by `edgeFunctionDigest`, of the edge functions that the toolkit ships.
   * @default the code is not compared, and the evidence says so
   */
  readonly trustedEdgeDigests?: readonly string[];
  /** @default the toolkit's rules */
  readonly rules?: readonly Rule[];
}

/** One verdict for each clause of the call, in its order; a rule that throws gives `undetermined`, never an error. */
export function judge(input: JudgeInput): Verdict[] {
  return input.convocatoria.clauses.map((clause) => withWaiver(judgeClause(clause, input), input));
}

function judgeClause(clause: Clause, input: JudgeInput): Verdict {
  const beyond = outOfScope(clause, input);
  if (beyond !== undefined) return verdictOf(clause, beyond);
  const { kind } = clause;
  if (kind !== 'template' && kind !== 'worker') {
    return { clause, status: 'manual', evidence: [{ text: `verdict.${kind}` }] };
  }
  return verdictOf(clause, applyRule(clause, input));
}

function outOfScope({ bearer, appliesTo }: Clause, { scope }: JudgeInput): Finding | undefined {
  if (bearer === 'institute') return notApplicable({ text: 'verdict.institute' });
  if (appliesTo === undefined || appliesTo.includes(scope.delivery)) return undefined;
  return notApplicable({ text: 'verdict.other-delivery', params: { delivery: scope.delivery } });
}

function applyRule(clause: Clause, input: JudgeInput): Finding {
  const { facts, convocatoria, domain, trustedEdgeDigests, rules = RULES } = input;
  const compared = trustedEdgeDigests === undefined ? {} : { trustedEdgeDigests };
  const context = { convocatoria, domain, ...compared };
  if (clause.rule === undefined) return undetermined({ text: 'verdict.no-rule' });
  const rule = rules.find(({ id }) => id === clause.rule);
  if (rule === undefined)
    return undetermined({ text: 'verdict.unknown-rule', params: { rule: clause.rule } });
  const params = rule.params.safeParse(clause.params ?? {});
  if (!params.success) {
    const reason = params.error.issues
      .map(({ path, message }) => `${path.join('.')} ${message}`.trim())
      .join('; ');
    return undetermined({ text: 'verdict.params', params: { rule: rule.id, reason } });
  }
  try {
    return withGaps(rule.evaluate(facts, context, params.data), rule, facts);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return undetermined({ text: 'verdict.threw', params: { rule: rule.id, reason } });
  }
}

/** What the collector could not see might overturn any finding that rests on it. */
function withGaps(finding: Finding, rule: Rule, { gaps }: Facts): Finding {
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

function verdictOf(clause: Clause, { outcome, evidence }: Finding): Verdict {
  return { clause, status: outcome, evidence };
}

/** A waiver stands in only for what is not met; one that has expired does not count, and is told. */
function withWaiver(verdict: Verdict, { waivers, today }: JudgeInput): Verdict {
  const { clause, status, evidence } = verdict;
  if (status === 'met' || status === 'not-applicable') return verdict;
  const own = waivers.filter((waiver) => waiver.clause === clause.id);
  const waiver = own.find(({ expires }) => today <= expires);
  if (waiver === undefined) {
    return {
      ...verdict,
      evidence: [...evidence, ...own.map((expired) => told('verdict.waiver-expired', expired))],
    };
  }
  return { clause, status: 'waived', evidence: [told('verdict.waived', waiver), ...evidence], waiver };
}

function told(
  text: 'verdict.waived' | 'verdict.waiver-expired',
  { owner, expires, reason }: WaiverOfClause,
): Evidence {
  return { text, params: { owner, expires, reason } };
}
