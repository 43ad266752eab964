import { withDates, type DateOverrides } from '../../../lib/convocatorias/dates.js';
import { loadConvocatoria } from '../../../lib/convocatorias/loader.js';
import { DifusorError } from '../../../lib/errors.js';
import { sampleClauses, sampleFacts } from './sample-call.js';

const CALL = { ...sampleFacts(), clauses: sampleClauses() };

const LATER: DateOverrides = {
  electionDay: '2030-06-02',
  opening: '2030-06-02T20:00:00-07:00',
  closing: '2030-06-03T20:00:00-07:00',
  holdUntil: '2030-06-12T23:59:00-07:00',
  rehearsals: ['2030-05-12', '2030-05-19'],
  statistics: { from: '2030-06-02', to: '2030-06-12' },
};

function problemsOf(dates: DateOverrides, call = CALL) {
  try {
    withDates(call, dates);
  } catch (error) {
    if (!(error instanceof DifusorError)) throw error;
    expect(error.code).toBe('CONVOCATORIA_INVALID');
    expect(error.params).toEqual({ id: call.id, count: error.problems.length });
    return error.problems.map(({ id, key }) => [id.replace('problem.convocatoria.', ''), key]);
  }
  return [];
}

describe('withDates', () => {
  it('replaces every date, keeps its clause and drops a reading that no longer applies', () => {
    expect(withDates(CALL, LATER)).toEqual({
      ...CALL,
      electionDay: '2030-06-02',
      opening: { at: LATER.opening, clause: 'I.a' },
      closing: { at: LATER.closing, clause: 'I.a' },
      holdUntil: { at: LATER.holdUntil, clause: 'I.a' },
      rehearsals: [
        { date: '2030-05-12', clause: 'II.b' },
        { date: '2030-05-19', clause: 'II.b' },
      ],
      statistics: { from: '2030-06-02', to: '2030-06-12', clause: 'II.b' },
    });
  });

  it('leaves the call that it was given as it was', () => {
    const before = structuredClone(CALL);
    withDates(CALL, LATER);
    expect(CALL).toEqual(before);
  });

  it('replaces the last day of the deadlines it is given, and drops their first day and reading', () => {
    const what = { es: 'Plazo', en: 'Deadline' };
    const before = {
      id: 'papers',
      from: '2027-05-01',
      date: '2027-05-10',
      what,
      clause: 'I.a',
      reading: 'last-cut',
    };
    const call = { ...CALL, deadlines: [...CALL.deadlines, before] };
    expect(withDates(call, { deadlines: { papers: '2030-05-12' } }).deadlines).toEqual([
      ...CALL.deadlines,
      { id: 'papers', date: '2030-05-12', what, clause: 'I.a' },
    ]);
  });

  it('refuses a deadline that the call does not have', () => {
    expect(
      problemsOf({ deadlines: { application: '2027-05-21', at: '2027-05-21', papers: '2027-05-21' } }),
    ).toEqual([
      ['deadline-unknown', 'dates.deadlines.at'],
      ['deadline-unknown', 'dates.deadlines.papers'],
    ]);
    expect(problemsOf({ deadlines: { application: 'mayo' } })).toEqual([
      ['wrong-format', 'dates.deadlines.application'],
    ]);
  });

  it('changes nothing but what is overridden', () => {
    expect(withDates(CALL, {})).toEqual(CALL);
    expect(withDates(CALL, { rehearsals: [] })).toEqual({ ...CALL, rehearsals: [] });
  });

  it('cites the duty to rehearse where the call gave no dates of its own', () => {
    const bcs = loadConvocatoria('bcs-2024');
    expect(bcs.rehearsals).toEqual([]);
    expect(withDates(bcs, { rehearsals: ['2024-05-19'] }).rehearsals).toEqual([
      { date: '2024-05-19', clause: 'I.n' },
    ]);
  });

  it('cites the opening for a date on which the call is silent altogether', () => {
    const silent = { ...CALL, closing: null, statistics: null, rehearsals: [] };
    const dated = withDates(silent, LATER);
    expect([dated.closing?.clause, dated.statistics?.clause, dated.rehearsals[0]?.clause]).toEqual([
      'I.a',
      'I.a',
      'I.a',
    ]);
  });

  test.each<[string, DateOverrides, string, string]>([
    ['an offset that is not the zone’s', { opening: '2027-06-06T20:00:00-06:00' }, 'offset', 'dates.opening'],
    ['an order that cannot be', { closing: '2027-06-06T19:00:00-07:00' }, 'order', 'dates.closing'],
    ['a hold that ends too early', { holdUntil: '2027-06-07T10:00:00-07:00' }, 'order', 'dates.holdUntil'],
    ['an election after the opening', { electionDay: '2027-06-08' }, 'order', 'dates.opening'],
    [
      'a rehearsal after the election',
      { rehearsals: ['2027-07-01'] },
      'rehearsal-late',
      'dates.rehearsals.0',
    ],
    [
      'statistics backwards',
      { statistics: { from: '2027-06-09', to: '2027-06-08' } },
      'order',
      'dates.statistics.to',
    ],
    ['an instant without offset', { opening: '2027-06-06T20:00:00' }, 'wrong-format', 'dates.opening'],
    ['a word for a day', { rehearsals: ['mañana'] }, 'wrong-format', 'dates.rehearsals.0'],
    ['half a period', { statistics: { from: '2027-06-09' } as never }, 'missing', 'dates.statistics.to'],
    ['a key that is not a date', { cadence: 5 } as never, 'unknown-key', 'dates.cadence'],
  ])('refuses %s', (_name, dates, problem, key) => {
    expect(problemsOf(dates)).toEqual([[problem, key]]);
  });

  it('tells every problem at once', () => {
    const dates = { opening: '2027-06-06T20:00:00Z', rehearsals: ['2027-07-01', '2027-07-02'] };
    expect(problemsOf(dates)).toEqual([
      ['offset', 'dates.opening'],
      ['rehearsal-late', 'dates.rehearsals.0'],
      ['rehearsal-late', 'dates.rehearsals.1'],
    ]);
  });

  it('refuses a later election whose opening was left behind', () => {
    expect(problemsOf({ electionDay: '2030-06-02' })).toEqual([['order', 'dates.opening']]);
  });
});
