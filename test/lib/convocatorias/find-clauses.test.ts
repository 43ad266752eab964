import { findClauses } from '../../../lib/convocatorias/find-clauses.js';
import { isDifusorError } from '../../../lib/errors.js';
import { sampleClauses, sampleFacts } from './sample-call.js';

const CALL = { ...sampleFacts(), clauses: sampleClauses() };

describe('findClauses', () => {
  test.each([
    ['a duty by its id', 'I.b.2', ['I.b.2']],
    ['all the duties of a clause', 'I.b', ['I.b.1', 'I.b.2']],
    ['all the duties of a section', 'II', ['II.a', 'II.b']],
  ])('gives %s', (_name, clause, ids) => {
    expect(findClauses(CALL, clause).map(({ id }) => id)).toEqual(ids);
  });

  test.each(['III', 'I.b.3', 'I.', 'i.a', ''])('refuses %j, naming call and clause', (clause) => {
    expect.assertions(2);
    try {
      findClauses(CALL, clause);
    } catch (error) {
      expect(isDifusorError(error, 'CLAUSE_NOT_FOUND')).toBe(true);
      expect(error).toMatchObject({ params: { convocatoria: 'mar-2027', clause } });
    }
  });
});
