import type { Unresolved } from './facts.js';
import { met, undetermined, type Evidence, type Finding } from './rule.js';

/**
 * One finding out of what stands against a clause: a breach outweighs what could not be read; where nothing stands
 * against it, `otherwise`.
 */
export function unless(problems: readonly Finding[], otherwise: Finding): Finding {
  return gather('breached', problems) ?? gather('undetermined', problems) ?? otherwise;
}

/** One finding of several that must all hold. */
export function all(findings: readonly Finding[]): Finding {
  return unless(findings, met(...findings.flatMap(({ evidence }) => evidence)));
}

/** One finding of several of which one is enough; `none` where there is not even one. */
export function any(findings: readonly Finding[], none: Finding): Finding {
  return gather('met', findings) ?? gather('undetermined', findings) ?? gather('breached', findings) ?? none;
}

/** A fact that a rule needs and no collector could read. */
export function unread(fact: Unresolved, resource?: string): Finding {
  const evidence: Evidence = { text: 'rule.unread', params: { reason: fact.unresolved } };
  return undetermined(resource === undefined ? evidence : { ...evidence, resource });
}

function gather(outcome: Finding['outcome'], findings: readonly Finding[]): Finding | undefined {
  const alike = findings.filter((finding) => finding.outcome === outcome);
  return alike.length === 0 ? undefined : { outcome, evidence: alike.flatMap(({ evidence }) => evidence) };
}
