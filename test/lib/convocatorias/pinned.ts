import { CLAUSE_KINDS, type ClauseKind, type Convocatoria } from '../../../lib/convocatorias/index.js';

/** Names, interpretations, duties, and texts in two languages, which no table of legal values pins. */
const NOT_LEGAL_VALUES = ['id', 'title', 'institute', 'readings', 'clauses'];
const TEXTS = ['what', 'text'];

/**
 * Every legal value of a call with its clause and its reading, so that a table that holds them fails for a value
 * that is added, changed or dropped.
 */
export function pinned(call: Convocatoria): unknown {
  return withoutTexts(
    Object.fromEntries(Object.entries(call).filter(([key]) => !NOT_LEGAL_VALUES.includes(key))),
  );
}

function withoutTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !TEXTS.includes(key));
  return Object.fromEntries(entries.map(([key, inner]: [string, unknown]) => [key, withoutTexts(inner)]));
}

/** How many duties of each kind a call has. */
export function countByKind(call: Convocatoria): Record<ClauseKind, number> {
  const counts = CLAUSE_KINDS.map((kind) => [kind, call.clauses.filter((each) => each.kind === kind).length]);
  return Object.fromEntries(counts) as Record<ClauseKind, number>;
}

/** Id, clause, kind, rule and deadline of the duties of some ids, in that order. */
export function dutiesOf(call: Convocatoria, ids: readonly string[]): (string | undefined)[][] {
  return ids.map((id) => {
    const duty = call.clauses.find((each) => each.id === id);
    return [id, duty?.clause, duty?.kind, duty?.rule, duty?.deadline];
  });
}
