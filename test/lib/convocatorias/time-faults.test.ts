import { timeFaults } from '../../../lib/convocatorias/time-faults.js';
import { sampleFacts } from './sample-call.js';

const faultsOf = (changes: Record<string, unknown>) =>
  timeFaults(sampleFacts(changes)).map(({ id, path }) => [
    id.replace('problem.convocatoria.', ''),
    path.join('.'),
  ]);

const at = (value: string) => ({ at: value, clause: 'I.a' });

describe('timeFaults', () => {
  it('finds none in a sound call', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each([
    ['opening', '2027-06-06T20:00:00-06:00'],
    ['closing', '2027-06-07T20:00:00Z'],
    ['holdUntil', '2027-06-16T23:59:00-08:00'],
  ])('finds an offset of %s that is not that of the zone', (key, value) => {
    expect(faultsOf({ [key]: at(value) })).toEqual([['offset', `${key}.at`]]);
  });

  it('says which offset the zone has', () => {
    const [fault] = timeFaults(sampleFacts({ opening: at('2027-06-06T20:00:00Z') }));
    expect(fault?.params).toEqual({ got: '+00:00', expected: '-07:00', zone: 'America/Mazatlan' });
  });

  it('follows the summer time of a zone that has one', () => {
    const summer = {
      zone: 'America/Tijuana',
      opening: at('2027-06-06T20:00:00-07:00'),
      closing: at('2027-12-06T20:00:00-08:00'),
      holdUntil: null,
    };
    expect(faultsOf(summer)).toEqual([]);
    expect(faultsOf({ ...summer, closing: at('2027-12-06T20:00:00-07:00') })).toEqual([
      ['offset', 'closing.at'],
    ]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a closing at the opening', { closing: at('2027-06-06T20:00:00-07:00') }, 'closing.at'],
    ['a hold that ends before the closing', { holdUntil: at('2027-06-07T19:59:00-07:00') }, 'holdUntil.at'],
    [
      'a hold before the opening of a call that fixes no closing',
      { closing: null, holdUntil: at('2027-06-06T19:00:00-07:00') },
      'holdUntil.at',
    ],
    ['an opening before election day', { opening: at('2027-06-05T23:59:00-07:00') }, 'opening.at'],
    [
      'statistics that end before they begin',
      { statistics: days('2027-06-16', '2027-06-06') },
      'statistics.to',
    ],
  ])('finds %s', (_name, changes, key) => {
    expect(faultsOf(changes)).toEqual([['order', key]]);
  });

  it('takes the hold to be allowed to end with the closing, and silences to be no fault', () => {
    expect(faultsOf({ holdUntil: at('2027-06-07T20:00:00-07:00') })).toEqual([]);
    expect(faultsOf({ closing: null, holdUntil: null, statistics: null, rehearsals: [] })).toEqual([]);
  });

  it('takes the day of the opening in the zone of the call, not in UTC', () => {
    expect(faultsOf({ electionDay: '2027-06-07', statistics: null, rehearsals: [] })).toEqual([
      ['order', 'opening.at'],
    ]);
  });

  it('finds a rehearsal on election day', () => {
    const rehearsals = [
      { date: '2027-05-30', clause: 'II.b' },
      { date: '2027-06-06', clause: 'II.b' },
    ];
    expect(faultsOf({ rehearsals })).toEqual([['rehearsal-late', 'rehearsals.1.date']]);
  });
});

function days(from: string, to: string) {
  return { from, to, clause: 'II.b' };
}
