import { RULES } from '../../../lib/compliance/index.js';
import { listConvocatorias, loadConvocatoria } from '../../../lib/convocatorias/index.js';

const CLAUSES = listConvocatorias().flatMap((id) => {
  return loadConvocatoria(id).clauses.map((clause) => ({ ...clause, name: `${id}:${clause.id}` }));
});
const RULED = CLAUSES.flatMap((clause) =>
  clause.rule === undefined ? [] : [{ ...clause, rule: clause.rule }],
);

describe('rules and clauses', () => {
  test('ids of rules are unique and sorted', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('at least one clause of the built-in calls names a rule', () => {
    expect(RULED.length).toBeGreaterThan(0);
  });

  test.each(RULED)('$name names a rule that is there, with params that it takes', ({ rule, params }) => {
    const found = RULES.find(({ id }) => id === rule);
    expect(found?.params.safeParse(params ?? {})).toMatchObject({ success: true });
  });

  test.each(RULED)('$name, which names a rule, is one that a rule can prove', ({ kind, bearer }) => {
    expect(['template', 'worker']).toContain(kind);
    expect(bearer).toBe('difusor');
  });

  test.each(RULES)('rule $id is named by a clause', ({ id }) => {
    expect(RULED.map(({ rule }) => rule)).toContain(id);
  });

  test('every technical clause of bcs-2024 names a rule', () => {
    const technical = loadConvocatoria('bcs-2024').clauses.filter(
      ({ kind }) => kind === 'template' || kind === 'worker',
    );
    expect(technical.filter(({ rule }) => rule === undefined)).toEqual([]);
    expect(technical.length).toBeGreaterThanOrEqual(18);
  });
});
