import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { countByKind, dutiesOf, pinned } from './pinned.js';

const call = loadConvocatoria('coahuila-2024');

describe('coahuila-2024', () => {
  it('has each legal value as the call gives it, with its clause', () => {
    expect(pinned(call)).toEqual({
      electionDay: '2024-06-02',
      zone: 'America/Mexico_City',
      opening: { at: '2024-06-02T18:30:00-06:00', clause: '0', reading: 'opening-hour' },
      closing: null,
      holdUntil: { at: '2024-06-16T23:59:00-06:00', clause: 'I.1', reading: 'zone-silent' },
      cadence: { minutes: 10, clause: 'I.10' },
      takeDown: { minutes: 30, periods: 3, clause: 'III.2' },
      delivery: [
        { method: 'push', clause: 'II.a.m1', reading: 'push-direction' },
        { method: 'frame', clause: 'II.a.m2' },
      ],
      package: {
        contents: { clause: 'III.1', reading: 'contents-silent' },
        incremental: { value: true, clause: 'II.a.m1.e' },
        showCutTime: { value: true, clause: 'I.10', reading: 'cut-time-shown' },
      },
      headers: [
        {
          path: '/json/main.json',
          name: 'Cache-Control',
          value: 'no-cache, no-store, must-revalidate',
          clause: 'II.a.m1.f',
          reading: 'header-value',
        },
      ],
      server: {
        disk: { gigabytes: 20, solidState: false, free: true, clause: 'II.a.m1.d' },
        upload: { megabytesPerSecond: 40, clause: 'II.a.m1.e', reading: 'push-direction' },
        operatingSystems: { names: ['Windows', 'Linux', 'FreeBSD', 'Unix'], clause: 'II.a.m1.a' },
        webServers: {
          names: ['Apache', 'nginx', 'IIS'],
          clause: 'II.a.m1.b',
          reading: 'open-web-server-list',
        },
      },
      ports: [],
      statistics: { from: '2024-06-02', to: '2024-06-03', clause: 'VI.3', reading: 'statistics-days' },
      deadlines: [
        { id: 'application', date: '2024-05-15', clause: 'I.4', reading: 'registration-channel' },
        { id: 'infrastructure', date: '2024-05-18', clause: 'I.5', reading: 'late-infrastructure' },
        { id: 'list', date: '2024-05-30', clause: 'I.7' },
        { id: 'memoria-tecnica', date: '2024-06-16', clause: 'VI.7', reading: 'memoria-before-hold-ends' },
      ],
      rehearsals: [
        { date: '2024-05-12', clause: 'IV.5', reading: 'late-infrastructure' },
        { date: '2024-05-19', clause: 'IV.5' },
        { date: '2024-05-26', clause: 'IV.5' },
      ],
    });
  });

  it('numbers section I by its twelve bullets, the second of them free access', () => {
    const bullets = call.clauses.filter(({ id }) => id.startsWith('I.')).map(({ clause }) => clause);
    expect([...new Set(bullets)]).toEqual(Array.from({ length: 12 }, (_, index) => `I.${index + 1}`));
    expect(dutiesOf(call, ['I.2'])).toEqual([['I.2', 'I.2', 'template', 'public-access', undefined]]);
    expect(call.readings.find(({ id }) => id === 'public-access')).toMatchObject({
      kind: 'inference',
      clauses: ['I.2'],
    });
  });

  it('keeps each bullet’s own matter under its number', () => {
    const matter = ['I.3.1', 'I.4', 'I.5', 'I.6', 'I.7.1', 'I.8.1', 'I.9', 'I.10.1', 'I.11', 'I.12'].map(
      (id) => call.clauses.find((each) => each.id === id)?.duty.en,
    );
    const words = [
      /formats/,
      /15 May/,
      /18 May/,
      /embedded/,
      /30 May/,
      /in writing/,
      /comes from the institute/,
      /newest cut/,
      /not foreseen/,
      /questions/,
    ];
    words.forEach((word, index) => {
      expect(matter[index]).toMatch(word);
    });
  });

  it('counts its clauses by kind', () => {
    expect(countByKind(call)).toEqual({ template: 14, live: 6, worker: 5, document: 10, human: 30 });
  });
});
