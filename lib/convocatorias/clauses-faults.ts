import { compareClauseIds, isWithin } from './clause-id.js';
import type { Fault } from './fault.js';
import type { Clause, ConvocatoriaFacts } from './schema.js';

/** Every fault of a call's clauses that their shape does not show: ids unique, sorted, each within its clause. */
export function clausesFaults(clauses: readonly Clause[]): Fault[] {
  const seen = new Set<string>();
  return clauses.flatMap(({ id, clause }, index): Fault[] => {
    const faults = orderFault(clauses[index - 1]?.id, id, index, seen.has(id));
    seen.add(id);
    if (isWithin(id, clause)) return faults;
    return [
      ...faults,
      { id: 'problem.convocatoria.clause-not-its-own', path: [index, 'id'], params: { id, clause } },
    ];
  });
}

function orderFault(previous: string | undefined, id: string, index: number, known: boolean): Fault[] {
  const path = [index, 'id'];
  if (known) return [{ id: 'problem.convocatoria.id-twice', path, params: { value: id } }];
  if (previous === undefined || compareClauseIds(previous, id) < 0) return [];
  return [{ id: 'problem.convocatoria.clauses-unsorted', path, params: { id, previous } }];
}

/** Deadlines and methods that the clauses name and the facts do not have. */
export function clauseRefFaults(facts: ConvocatoriaFacts, clauses: readonly Clause[]): Fault[] {
  const deadlines = facts.deadlines.map(({ id }) => id);
  const methods = facts.delivery.map(({ method }) => method);
  return clauses.flatMap(({ deadline, appliesTo = [] }, index): Fault[] => [
    ...missing(deadline === undefined ? [] : [deadline], deadlines).map(({ value }): Fault => ({
      id: 'problem.convocatoria.deadline-unknown',
      path: [index, 'deadline'],
      params: { value, known: deadlines.join(', ') },
    })),
    ...missing(appliesTo, methods).map(({ value, position }): Fault => ({
      id: 'problem.convocatoria.method-unknown',
      path: [index, 'appliesTo', position],
      params: { value, known: methods.join(', ') },
    })),
  ]);
}

function missing(values: readonly string[], known: readonly string[]) {
  return values.map((value, position) => ({ value, position })).filter(({ value }) => !known.includes(value));
}
