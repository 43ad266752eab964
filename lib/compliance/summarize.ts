import { CLAUSE_KINDS, type ClauseKind } from '../convocatorias/index.js';
import { VERDICT_STATUSES, type Verdict, type VerdictStatus } from './verdict.js';

export type VerdictCounts = Readonly<Record<VerdictStatus, number>>;

export interface Summary {
  readonly counts: VerdictCounts;
  readonly byKind: Readonly<Record<ClauseKind, VerdictCounts>>;
  /** 0: nothing provable is open; 2: at least one clause is breached or undetermined. */
  readonly exitCode: 0 | 2;
}

/** Counts the verdicts; a clause that only a person or a running system can prove stays open without failing. */
export function summarize(verdicts: readonly Verdict[]): Summary {
  const counts = count(verdicts);
  const byKind = Object.fromEntries(
    CLAUSE_KINDS.map((kind) => [kind, count(verdicts.filter(({ clause }) => clause.kind === kind))]),
  ) as Record<ClauseKind, VerdictCounts>;
  return { counts, byKind, exitCode: counts.breached + counts.undetermined > 0 ? 2 : 0 };
}

function count(verdicts: readonly Verdict[]): VerdictCounts {
  const tally = VERDICT_STATUSES.map((status) => [
    status,
    verdicts.filter((verdict) => verdict.status === status).length,
  ]);
  return Object.fromEntries(tally) as Record<VerdictStatus, number>;
}
