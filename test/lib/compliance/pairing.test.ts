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
    expect(['template', 'worker', 'live']).toContain(kind);
    expect(bearer).toBe('difusor');
  });

  test.each(RULED)('$name is judged by what its kind can be proven with', ({ kind, rule }) => {
    const reads = RULES.find(({ id }) => id === rule)?.reads ?? [];
    expect(reads.includes('live')).toBe(kind === 'live');
  });

  test.each(RULES)('rule $id is named by a clause, or confirms one that is', ({ id, confirms = [] }) => {
    const named = RULED.map(({ rule }) => rule);
    expect(named.some((rule) => rule === id || confirms.includes(rule))).toBe(true);
  });

  test.each(RULES.flatMap(({ id, confirms = [] }) => confirms.map((confirmed) => ({ id, confirmed }))))(
    'rule $id takes the params of each clause that $confirmed judges',
    ({ id, confirmed }) => {
      const rule = RULES.find((candidate) => candidate.id === id);
      for (const { params } of RULED.filter((clause) => clause.rule === confirmed)) {
        expect(rule?.params.safeParse(params ?? {})).toMatchObject({ success: true });
      }
    },
  );

  test('no rule is confirmed twice', () => {
    const confirmed = RULES.flatMap(({ confirms = [] }) => confirms);
    expect(confirmed).toEqual([...new Set(confirmed)]);
  });

  test('every technical clause of bcs-2024 names a rule', () => {
    const technical = loadConvocatoria('bcs-2024').clauses.filter(
      ({ kind }) => kind === 'template' || kind === 'worker',
    );
    expect(technical.filter(({ rule }) => rule === undefined)).toEqual([]);
    expect(technical.length).toBeGreaterThanOrEqual(18);
  });
});
