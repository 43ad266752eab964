import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { countByKind, pinned } from './pinned.js';

const call = loadConvocatoria('puebla-2024');

describe('puebla-2024', () => {
  it('has each legal value as the call gives it, with its clause', () => {
    expect(pinned(call)).toEqual({
      electionDay: '2024-06-02',
      zone: 'America/Mexico_City',
      opening: { at: '2024-06-02T20:00:00-06:00', clause: '1.1', reading: 'central-time' },
      closing: { at: '2024-06-03T20:00:00-06:00', clause: '1.2', reading: 'last-cut' },
      holdUntil: { at: '2024-06-16T23:59:00-06:00', clause: '1.2' },
      cadence: null,
      takeDown: null,
      delivery: [{ method: 'push', clause: '2.d', reading: 'who-uploads' }],
      package: {
        contents: { clause: '2.d', reading: 'package-contents' },
        incremental: { value: true, clause: '2.d' },
      },
      headers: [
        {
          path: '/json/main.json',
          name: 'Cache-Control',
          value: 'no-cache, no-store, must-revalidate',
          clause: '2.e',
        },
      ],
      server: {
        disk: { gigabytes: 20, solidState: false, free: true, clause: '2.c' },
        upload: { megabytesPerSecond: 40, clause: '2.d', reading: 'upload-unit' },
        operatingSystems: { names: ['Windows', 'Linux', 'FreeBSD', 'Unix'], clause: '2.a' },
        webServers: { names: ['Apache', 'nginx', 'IIS'], clause: '2.b', reading: 'web-servers' },
      },
      ports: [],
      statistics: null,
      deadlines: [
        { id: 'application', date: '2024-05-20', clause: '1.5' },
        { id: 'infrastructure', date: '2024-05-20', clause: '1.6' },
        { id: 'logo', date: '2024-05-20', clause: '1.7' },
        { id: 'list', date: '2024-05-29', clause: '1.7' },
      ],
      rehearsals: [],
    });
  });

  it('says that difusor.yaml must give the periods on which the call is silent', () => {
    for (const id of ['no-cadence', 'no-take-down']) {
      const reading = call.readings.find((each) => each.id === id)?.reading;
      expect(reading?.es).toMatch(/difusor\.yaml debe decir/);
      expect(reading?.en).toMatch(/difusor\.yaml must say/);
    }
  });

  it('counts its clauses by kind', () => {
    expect(countByKind(call)).toEqual({ template: 6, live: 5, worker: 1, document: 1, human: 14 });
  });
});
