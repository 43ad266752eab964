import type { Clause } from '../convocatorias/index.js';
import type { Evidence } from './rule.js';

export const VERDICT_STATUSES = [
  'met',
  'breached',
  'waived',
  'manual',
  'not-applicable',
  'undetermined',
] as const;
export type VerdictStatus = (typeof VERDICT_STATUSES)[number];

/** A clause that the difusor does not meet, with the institute's consent. */
export interface WaiverOfClause {
  /** Id of one duty, e.g. `II.f.1`; a waiver never covers more than that. */
  readonly clause: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it counts, in the call's zone. */
  readonly expires: string;
}

/** What the judge says of one clause, and why. */
export interface Verdict {
  readonly clause: Clause;
  readonly status: VerdictStatus;
  readonly evidence: readonly Evidence[];
  /** The waiver that stands in for the clause; `undefined` unless the status is `waived`. */
  readonly waiver?: WaiverOfClause;
}
