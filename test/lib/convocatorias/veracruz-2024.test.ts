import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { countByKind, dutiesOf, pinned } from './pinned.js';

const call = loadConvocatoria('veracruz-2024');

describe('veracruz-2024', () => {
  it('has each legal value as the call gives it, with its clause', () => {
    expect(pinned(call)).toEqual({
      electionDay: '2024-06-02',
      zone: 'America/Mexico_City',
      opening: { at: '2024-06-02T20:00:00-06:00', clause: 'VI.a' },
      closing: null,
      holdUntil: { at: '2024-06-09T23:59:00-06:00', clause: 'VI.a', reading: 'hold-start' },
      cadence: { minutes: 15, clause: 'I.H' },
      takeDown: { minutes: 45, periods: 3, clause: 'V.a.2.4' },
      delivery: [{ method: 'push', clause: 'II.C.c', reading: 'rsync-push' }],
      package: {
        contents: { clause: 'III.a', reading: 'contents-later' },
        showCutTime: { value: true, clause: 'I.H', reading: 'cut-time-shown' },
      },
      headers: [],
      server: {
        cores: { count: 8, clause: 'II.A.a' },
        clock: { gigahertz: 2, clause: 'II.A.a' },
        memory: { gigabytes: 16, clause: 'II.A.b' },
        disk: { gigabytes: 100, solidState: true, free: false, clause: 'II.A.c', reading: 'disk-unit' },
        link: { megabitsPerSecond: 100, symmetric: true, clause: 'II.C.a' },
        operatingSystems: { names: ['Ubuntu'], clause: 'II.B.a', reading: 'ubuntu-version' },
      },
      ports: [
        { port: 80, protocol: 'tcp', direction: 'in', peers: 'any', clause: 'II.C.c' },
        { port: 443, protocol: 'tcp', direction: 'in', peers: 'any', clause: 'II.C.c' },
        {
          port: 22,
          protocol: 'tcp',
          direction: 'in',
          peers: 'trusted',
          clause: 'II.C.c',
          reading: 'trusted-later',
        },
        {
          port: 873,
          protocol: 'tcp',
          direction: 'in',
          peers: 'trusted',
          clause: 'II.C.c',
          reading: 'trusted-later',
        },
        { port: 123, protocol: 'udp', direction: 'out', peers: 'any', clause: 'II.B.d' },
      ],
      statistics: { from: '2024-06-02', to: '2024-06-09', clause: 'VII.a.2', reading: 'statistics-portal' },
      deadlines: [
        { id: 'call', from: '2024-03-26', date: '2024-04-21', clause: 'IX.1', reading: 'day-count' },
        { id: 'application', from: '2024-03-27', date: '2024-04-21', clause: 'I.A', reading: 'day-count' },
        { id: 'infrastructure', date: '2024-04-21', clause: 'VI.c', reading: 'services-before-approval' },
        {
          id: 'documentation',
          from: '2024-03-27',
          date: '2024-04-21',
          clause: 'VI.c',
          reading: 'two-document-dates',
        },
        { id: 'requirements', from: '2024-04-22', date: '2024-04-24', clause: 'IX.3' },
        { id: 'amendments', from: '2024-04-25', date: '2024-04-26', clause: 'IX.4' },
        { id: 'package-procedure', date: '2024-05-01', clause: 'I.D' },
        { id: 'logo', date: '2024-05-03', clause: 'I.I' },
        { id: 'test-calendar', date: '2024-05-08', clause: 'III.b' },
        { id: 'list', date: '2024-05-27', clause: 'I.I' },
        { id: 'memoria-tecnica', date: '2024-06-12', clause: 'VII.b' },
      ],
      rehearsals: [
        { date: '2024-05-19', clause: 'III.b', reading: 'rehearsal-duty' },
        { date: '2024-05-26', clause: 'III.b', reading: 'rehearsal-duty' },
      ],
    });
  });

  it('gives making the call known its own deadline', () => {
    expect(dutiesOf(call, ['IX.1'])).toEqual([['IX.1', 'IX.1', 'human', undefined, 'call']]);
  });

  it('counts its clauses by kind', () => {
    expect(countByKind(call)).toEqual({ template: 16, live: 8, worker: 5, document: 14, human: 38 });
  });
});
