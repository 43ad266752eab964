import { citationFaults, factsFaults } from '../../../lib/convocatorias/facts-faults.js';
import { sampleClauses, sampleFacts, text } from './sample-call.js';

const named = (faults: ReturnType<typeof factsFaults>) =>
  faults.map(({ id, path }) => [id.replace('problem.convocatoria.', ''), path.join('.')]);

const reading = (id: string, clauses = ['I.a']) => ({
  id,
  kind: 'silence',
  clauses,
  finding: text('Calla'),
  reading: text('Se lee así'),
});

describe('factsFaults', () => {
  const faultsOf = (changes: Record<string, unknown>) => named(factsFaults(sampleFacts(changes)));

  it('finds none in a sound call', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('finds minutes that are not the periods, unless a reading says so', () => {
    const takeDown = { minutes: 60, periods: 3, clause: 'I.b' };
    expect(faultsOf({ takeDown })).toEqual([['take-down', 'takeDown.minutes']]);
    expect(faultsOf({ takeDown: { ...takeDown, reading: 'last-cut' } })).toEqual([]);
  });

  it('compares no periods where the call is silent on the cadence or the limit', () => {
    expect(faultsOf({ cadence: null })).toEqual([]);
    expect(faultsOf({ takeDown: null })).toEqual([]);
  });

  it('finds a reading that is named and not there', () => {
    expect(faultsOf({ readings: [] })).toEqual([['reading-unknown', 'closing.reading']]);
    expect(faultsOf({ delivery: [{ method: 'pull', clause: 'II.a', reading: 'none' }] })).toEqual([
      ['reading-unknown', 'delivery.0.reading'],
    ]);
  });

  it('finds two readings or two deadlines of one id', () => {
    const deadline = { id: 'd', date: '2027-05-20', what: text('Algo'), clause: 'I.b' };
    expect(faultsOf({ readings: [reading('last-cut'), reading('last-cut')] })).toEqual([
      ['id-twice', 'readings.1.id'],
    ]);
    expect(faultsOf({ deadlines: [deadline, deadline] })).toEqual([['id-twice', 'deadlines.1.id']]);
  });

  it('finds a deadline that ends before it begins', () => {
    const deadline = { id: 'd', from: '2027-05-21', date: '2027-05-20', what: text('Algo'), clause: 'I.b' };
    expect(faultsOf({ deadlines: [deadline] })).toEqual([['order', 'deadlines.0.date']]);
  });

  it('finds the faults of the dates too', () => {
    expect(faultsOf({ opening: { at: '2027-06-06T20:00:00Z', clause: 'I.a' } })).toContainEqual([
      'offset',
      'opening.at',
    ]);
  });
});

describe('citationFaults', () => {
  const faultsOf = (changes: Record<string, unknown>) =>
    named(citationFaults(sampleFacts(changes), sampleClauses()));

  it('takes a clause, and the clause that holds several duties', () => {
    expect(faultsOf({ cadence: { minutes: 15, clause: 'I.b' } })).toEqual([]);
    expect(faultsOf({ cadence: { minutes: 15, clause: 'I.b.2' } })).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a value', { cadence: { minutes: 15, clause: 'IX' } }, 'cadence.clause'],
    ['a part of a clause id', { cadence: { minutes: 15, clause: 'I.b.3' } }, 'cadence.clause'],
    ['an item of a list', { rehearsals: [{ date: '2027-05-23', clause: 'IX' }] }, 'rehearsals.0.clause'],
    ['a value deep inside', { server: { disk: disk('IX') } }, 'server.disk.clause'],
    ['the rehearsals without dates', { rehearsalsClause: 'IX' }, 'rehearsalsClause'],
    ['a reading', { readings: [reading('last-cut', ['I.a', 'IX'])] }, 'readings.0.clauses.1'],
  ])('finds a citation of no clause in %s', (_name, changes, key) => {
    expect(faultsOf(changes)).toEqual([['clause-unknown', key]]);
  });
});

function disk(clause: string) {
  return { gigabytes: 20, solidState: false, free: true, clause };
}
