import type { Clause, Convocatoria, DeliveryMethod } from '../convocatorias/index.js';
import { applyRule, confirmingRule } from './apply-rule.js';
import type { ExpectedSite } from './expected-site.js';
import type { Facts } from './facts.js';
import { notApplicable, type Evidence, type Finding, type Rule } from './rule.js';
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
  /**
   * What the configuration from which the stack came says of it.
   * @default the stack is taken by its own word
   */
  readonly expected?: ExpectedSite;
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
  const { kind, rule } = clause;
  const unseen = kind === 'live' && (rule === undefined || input.facts.live === undefined);
  if (unseen || kind === 'document' || kind === 'human') {
    return { clause, status: 'manual', evidence: [{ text: `verdict.${kind}` }] };
  }
  const finding = confirmed(clause, applyRule(clause, rule, input), input);
  return verdictOf(clause, withObligation(clause, finding));
}

function outOfScope({ bearer, appliesTo }: Clause, { scope }: JudgeInput): Finding | undefined {
  if (bearer === 'institute') return notApplicable({ text: 'verdict.institute' });
  if (appliesTo === undefined || appliesTo.includes(scope.delivery)) return undefined;
  return notApplicable({ text: 'verdict.other-delivery', params: { delivery: scope.delivery } });
}

/** What a template promises and the running system does not keep is breached; what was seen never makes up for it. */
function confirmed(clause: Clause, finding: Finding, input: JudgeInput): Finding {
  const rule = confirmingRule(clause.rule, input.rules);
  if (input.facts.live === undefined || rule === undefined || finding.outcome === 'not-applicable') {
    return finding;
  }
  const { outcome, evidence } = applyRule(clause, rule.id, input);
  if (outcome === 'breached') return { outcome, evidence: [...evidence, ...finding.evidence] };
  return { ...finding, evidence: [...finding.evidence, ...evidence] };
}

/** What a call does not demand is never breached: where it is not provided, that is told. */
function withObligation({ obligation }: Clause, finding: Finding): Finding {
  if (obligation === undefined || finding.outcome !== 'breached') return finding;
  return notApplicable({ text: 'verdict.optional', params: { obligation } }, ...finding.evidence);
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
