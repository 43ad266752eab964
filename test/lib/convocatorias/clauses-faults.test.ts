import { clauseRefFaults, clausesFaults } from '../../../lib/convocatorias/clauses-faults.js';
import { sampleClauses, sampleFacts } from './sample-call.js';

const named = (faults: ReturnType<typeof clausesFaults>) =>
  faults.map(({ id, path }) => [id.replace('problem.convocatoria.', ''), path.join('.')]);

describe('clausesFaults', () => {
  it('finds none in clauses that are unique, sorted and within their clause', () => {
    expect(clausesFaults(sampleClauses())).toEqual([]);
  });

  it('finds an id that stands there twice, also far apart', () => {
    const twice = sampleClauses(4, { id: 'I.a', clause: 'I.a' });
    expect(named(clausesFaults(twice))).toEqual([['id-twice', '4.id']]);
  });

  it('finds a clause before the one that the call has first', () => {
    const swapped = sampleClauses(2, { id: 'I.b.0', clause: 'I.b' });
    expect(named(clausesFaults(swapped))).toEqual([['clauses-unsorted', '2.id']]);
  });

  it('finds an id that is not within its clause', () => {
    expect(named(clausesFaults(sampleClauses(4, { clause: 'II.a' })))).toEqual([
      ['clause-not-its-own', '4.id'],
    ]);
  });
});

describe('clauseRefFaults', () => {
  const faultsOf = (changes: Record<string, unknown>) =>
    clauseRefFaults(sampleFacts(), sampleClauses(1, changes));

  it('finds none where deadlines and methods exist', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('finds a deadline that the call does not have, and tells those it has', () => {
    expect(faultsOf({ deadline: 'logo' })).toEqual([
      {
        id: 'problem.convocatoria.deadline-unknown',
        path: [1, 'deadline'],
        params: { value: 'logo', known: 'application' },
      },
    ]);
  });

  it('finds a method that the call does not offer', () => {
    expect(faultsOf({ appliesTo: ['pull', 'frame'] })).toEqual([
      {
        id: 'problem.convocatoria.method-unknown',
        path: [1, 'appliesTo', 1],
        params: { value: 'frame', known: 'pull' },
      },
    ]);
  });
});
