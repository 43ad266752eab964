import { workerWindows, type Schedule } from '../../../lib/config/worker-windows.js';

const clause = 'I';
const BCS: Schedule = {
  zone: 'America/Mazatlan',
  opening: { at: '2027-06-06T20:00:00-07:00', clause },
  closing: { at: '2027-06-07T20:00:00-07:00', clause },
  holdUntil: { at: '2027-06-16T23:59:59-07:00', clause },
  rehearsals: [],
};
const untilOf = (changes: Partial<Schedule>) => workerWindows({ ...BCS, ...changes }, 20)[0]?.until;

describe('workerWindows', () => {
  it('asks from an hour before the opening until three periods after the last cut', () => {
    expect(workerWindows(BCS, 20)).toEqual([
      {
        id: 'election',
        kind: 'election',
        from: '2027-06-06T19:00:00-07:00',
        opensAt: '2027-06-06T20:00:00-07:00',
        lastCutAt: '2027-06-07T20:00:00-07:00',
        until: '2027-06-07T21:00:00-07:00',
      },
    ]);
  });

  it('takes the end of the publication where the call gives no last cut', () => {
    expect(untilOf({ closing: null })).toBe('2027-06-17T00:59:59-07:00');
  });

  it('takes a day from the opening where the call gives neither', () => {
    expect(untilOf({ closing: null, holdUntil: null })).toBe('2027-06-07T21:00:00-07:00');
  });

  it('gives each rehearsal, in order, the clock of the election night', () => {
    const rehearsals = [
      { date: '2027-05-30', clause },
      { date: '2027-05-16', clause },
    ];
    const [, first, second] = workerWindows({ ...BCS, rehearsals }, 20);
    expect(first).toEqual({
      id: 'rehearsal-2027-05-16',
      kind: 'rehearsal',
      from: '2027-05-16T19:00:00-07:00',
      opensAt: '2027-05-16T20:00:00-07:00',
      until: '2027-05-17T00:00:00-07:00',
    });
    expect(second?.opensAt).toBe('2027-05-30T20:00:00-07:00');
  });

  it('keeps the clock of a rehearsal on the other side of a change of offset', () => {
    const tijuana: Schedule = {
      ...BCS,
      zone: 'America/Tijuana',
      opening: { at: '2027-06-06T20:00:00-07:00', clause },
      rehearsals: [{ date: '2027-03-07', clause }],
    };
    expect(workerWindows(tijuana, 20)[1]?.opensAt).toBe('2027-03-07T20:00:00-08:00');
  });

  it('writes the zone of the call whatever offset the call was written in', () => {
    const utc = { ...BCS, opening: { at: '2027-06-07T03:00:00Z', clause } };
    expect(workerWindows(utc, 20)[0]?.opensAt).toBe('2027-06-06T20:00:00-07:00');
  });
});
