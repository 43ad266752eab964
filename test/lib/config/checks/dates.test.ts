import { datesFaults } from '../../../../lib/config/checks/dates.js';
import { loadConvocatoria, type DateOverrides } from '../../../../lib/convocatorias/index.js';

const LATER: DateOverrides = {
  electionDay: '2027-06-06',
  opening: '2027-06-06T20:00:00-07:00',
  closing: '2027-06-07T20:00:00-07:00',
  holdUntil: '2027-06-16T23:59:59-07:00',
  statistics: { from: '2027-06-06', to: '2027-06-16' },
};

const faultsOf = (dates: DateOverrides, call = 'bcs-2024') =>
  datesFaults({ config: { dates }, convocatoria: loadConvocatoria(call) });
const found = (dates: DateOverrides, call?: string) =>
  faultsOf(dates, call).map(({ id, path }) => [id, path.join('.')]);

describe('datesFaults', () => {
  it('accepts the whole set of a later election, and a single date of the same one', () => {
    expect(faultsOf(LATER)).toEqual([]);
    expect(faultsOf({ closing: '2024-06-03T21:00:00-07:00' })).toEqual([]);
    expect(faultsOf({ rehearsals: ['2024-05-19'] })).toEqual([]);
  });

  it('asks for every date that the call sets once the day is another', () => {
    expect(found({ electionDay: '2027-06-06' })).toEqual([
      ['problem.dates-incomplete', 'dates.opening'],
      ['problem.dates-incomplete', 'dates.closing'],
      ['problem.dates-incomplete', 'dates.holdUntil'],
      ['problem.dates-incomplete', 'dates.statistics'],
    ]);
  });

  it('asks for rehearsals only where the call has their days', () => {
    expect(found({ electionDay: '2027-06-06' }, 'veracruz-2024')).toContainEqual([
      'problem.dates-incomplete',
      'dates.rehearsals',
    ]);
  });

  it('asks for nothing where the day is the call’s own', () => {
    expect(faultsOf({ electionDay: '2024-06-02' })).toEqual([]);
  });

  const year = (at: string, to: string) => at.replace('2027', to);
  test.each<[string, DateOverrides, string, string]>([
    ['an election before the call’s', { electionDay: '2023-06-04' }, 'dates-too-early', 'electionDay'],
    ['an election in another age', { electionDay: '9999-06-06' }, 'dates-too-far', 'electionDay'],
    [
      'a last cut a year late',
      { closing: year('2027-06-07T20:00:00-07:00', '2028') },
      'dates-too-far',
      'closing',
    ],
    [
      'a last cut a year early',
      { closing: year('2027-06-07T20:00:00-07:00', '2026') },
      'dates-too-early',
      'closing',
    ],
    ['an end a century late', { holdUntil: '2127-06-16T23:59:59-07:00' }, 'dates-too-far', 'holdUntil'],
    ['a rehearsal two years early', { rehearsals: ['2025-05-16'] }, 'dates-too-early', 'rehearsals.0'],
    ['a rehearsal two years late', { rehearsals: ['2029-05-16'] }, 'dates-too-far', 'rehearsals.0'],
    [
      'a deadline of the last election',
      { deadlines: { application: '2024-05-20' } },
      'dates-too-early',
      'deadlines.application',
    ],
    [
      'a deadline years late',
      { deadlines: { application: '2029-05-20' } },
      'dates-too-far',
      'deadlines.application',
    ],
    ['a rehearsal twice', { rehearsals: ['2027-05-16', '2027-05-16'] }, 'duplicate-item', 'rehearsals.1'],
    [
      'statistics of the last election',
      { statistics: { from: '2024-06-02', to: '2027-06-16' } },
      'dates-too-early',
      'statistics.from',
    ],
    [
      'statistics of years',
      { statistics: { from: '2027-06-06', to: '2029-06-16' } },
      'dates-too-far',
      'statistics.to',
    ],
  ])('refuses %s', (_name, change, id, key) => {
    expect(found({ ...LATER, ...change })).toContainEqual([`problem.${id}`, `dates.${key}`]);
  });

  it('accepts a day for each deadline of the call, within a year of the election', () => {
    const deadlines = { application: '2027-05-20', 'memoria-tecnica': '2027-06-21' };
    expect(faultsOf({ ...LATER, deadlines })).toEqual([]);
  });

  it('refuses a deadline that the call does not have, and names the nearest that it has', () => {
    expect(faultsOf({ deadlines: { memoria_tecnicas: '2024-06-17' } })).toEqual([
      {
        id: 'problem.deadline-unknown',
        path: ['dates', 'deadlines', 'memoria_tecnicas'],
        params: {
          got: '"memoria_tecnicas"',
          allowed: 'call, application, requirements, amendments, list, memoria-tecnica',
          suggestion: 'memoria-tecnica',
        },
        at: 'key',
      },
    ]);
  });

  it('tells an unknown deadline beside the dates that a new election lacks', () => {
    const dates = { electionDay: '2027-06-06', deadlines: { papers: '2027-05-20' } };
    expect(found(dates)).toContainEqual(['problem.deadline-unknown', 'dates.deadlines.papers']);
    expect(found(dates)).toContainEqual(['problem.dates-incomplete', 'dates.opening']);
  });

  it('refuses an opening on another day, in the zone of the call', () => {
    const params = { got: '2027-06-13', day: '2027-06-06', zone: 'America/Mazatlan' };
    const path = ['dates', 'opening'];
    expect(
      faultsOf({ ...LATER, opening: '2027-06-14T06:00:00Z', closing: '2027-06-14T20:00:00-07:00' }),
    ).toEqual([{ id: 'problem.opening-not-on-election-day', path, params }]);
  });

  it('accepts an opening after midnight', () => {
    expect(faultsOf({ ...LATER, opening: '2027-06-07T00:30:00-07:00' })).toEqual([]);
  });

  it('refuses more rehearsals than schedules are made for', () => {
    const rehearsals = Array.from(
      { length: 21 },
      (_, index) => `2027-05-${String(index + 1).padStart(2, '0')}`,
    );
    expect(found({ ...LATER, rehearsals })).toEqual([['problem.too-long', 'dates.rehearsals']]);
  });

  it('says nothing without dates or without a call', () => {
    expect(datesFaults({ config: {}, convocatoria: loadConvocatoria('bcs-2024') })).toEqual([]);
    expect(datesFaults({ config: { dates: LATER } })).toEqual([]);
  });
});
