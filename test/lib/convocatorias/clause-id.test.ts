import fc from 'fast-check';
import { CLAUSE_ID, compareClauseIds, isWithin } from '../../../lib/convocatorias/clause-id.js';

const IN_ORDER = [
  ['the text before the first section', '0', 'I'],
  ['roman sections by value, not by letter', 'V.b', 'IX.a'],
  ['a section and the next', 'IV.z', 'V.a'],
  ['the two sections IV', 'IV-1.e', 'IV-2.a'],
  ['the second section IV and section V', 'IV-2.b', 'V'],
  ['arabic sections as numbers', '2.a', '10.a'],
  ['numbered items as numbers', '1.2', '1.10'],
  ['a section and what stands below it', 'II', 'II.a'],
  ['the text before the first item', 'IV-2.0.1', 'IV-2.a'],
  ['the items and the text after the last one', 'IV-1.e', 'IV-1.1'],
  ['duties of one clause', 'I.c.2', 'I.c.10'],
  ['items within two methods', 'II.a.m1.6', 'II.a.m2.1'],
  ['the sections and the annexes', 'LXXX.a', 'Anexo-1.1'],
  ['the annexes as numbers', 'Anexo-2', 'Anexo-10'],
] as const;

describe('compareClauseIds', () => {
  test.each(IN_ORDER)('orders %s', (_name, first, second) => {
    expect(compareClauseIds(first, second)).toBeLessThan(0);
    expect(compareClauseIds(second, first)).toBeGreaterThan(0);
  });

  it('takes an id as equal to itself only', () => {
    const ids = [...new Set(IN_ORDER.flatMap(([, first, second]) => [first, second]))];
    const equal = ids.flatMap((a) => ids.filter((b) => compareClauseIds(a, b) === 0).map((b) => [a, b]));
    expect(equal).toEqual(ids.map((id) => [id, id]));
  });

  it('sorts any shuffling of ids into one and the same order', () => {
    const ids = [
      '0',
      'I.a',
      'I.b.1',
      'I.b.2',
      'II',
      'II.a',
      'IV-1.a',
      'IV-2.0.1',
      'IV-2.b.4.1',
      'V.a',
      'Anexo-1.1',
    ];
    const shuffled = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(shuffled, (some) => {
        expect([...some].sort(compareClauseIds)).toEqual(ids);
      }),
      { seed: 20240602 },
    );
  });
});

describe('CLAUSE_ID', () => {
  test.each(['0', 'I.c.1', 'IV-2.b.4.2', '1.10', '2.e', 'II.a.m1.6', 'Anexo-1.6', 'I.A'])(
    'takes %s',
    (id) => {
      expect(id).toMatch(CLAUSE_ID);
    },
  );

  test.each(['', 'i.a', 'I.', '.I', 'I a', 'I.ab', '../I', 'IV-', 'Anexo', 'Anexo-1-2', 'I\n', 'I.a '])(
    'refuses %j',
    (id) => {
      expect(id).not.toMatch(CLAUSE_ID);
    },
  );
});

describe('isWithin', () => {
  test.each([
    ['II.f', 'II.f', true],
    ['II.f.2', 'II.f', true],
    ['II.f.2', 'II', true],
    ['II', 'II.f', false],
    ['III.a', 'II', false],
    ['IV-2.a', 'IV', false],
    ['1.10', '1.1', false],
  ])('%s within %s: %s', (id, clause, expected) => {
    expect(isWithin(id, clause)).toBe(expected);
  });
});
