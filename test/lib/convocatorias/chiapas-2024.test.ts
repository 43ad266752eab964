import { loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { countByKind, pinned } from './pinned.js';

const call = loadConvocatoria('chiapas-2024');

describe('chiapas-2024', () => {
  it('has each legal value as the call gives it, with its clause', () => {
    expect(pinned(call)).toEqual({
      electionDay: '2024-06-02',
      zone: 'America/Mexico_City',
      opening: { at: '2024-06-02T20:00:00-06:00', clause: 'I.1' },
      closing: { at: '2024-06-03T20:00:00-06:00', clause: 'I.1', reading: 'closing-inferred' },
      holdUntil: { at: '2024-06-16T23:59:00-06:00', clause: 'I.1' },
      cadence: null,
      takeDown: null,
      delivery: [
        { method: 'push', clause: 'II.a.m1', reading: 'push-direction' },
        { method: 'frame', clause: 'II.a.m2' },
      ],
      package: {
        contents: { clause: 'III.1', reading: 'contents-later' },
        incremental: { value: true, clause: 'II.a.m1.5', reading: 'incremental-packages' },
        verifyIntegrity: { value: true, clause: 'II.b.2', reading: 'integrity-method' },
        keepAll: { value: true, clause: 'II.b.3', reading: 'package-retention' },
      },
      headers: [
        {
          path: '/json/main.json',
          name: 'Cache-Control',
          value: 'no-cache, no-store, must-revalidate',
          clause: 'II.a.m1.6',
          reading: 'header-value',
        },
      ],
      server: {
        disk: { gigabytes: 20, solidState: false, free: true, clause: 'II.a.m1.4' },
        upload: { megabytesPerSecond: 40, clause: 'II.a.m1.5', reading: 'push-direction' },
        operatingSystems: { names: ['Windows', 'Linux', 'FreeBSD', 'Unix'], clause: 'II.a.m1.1' },
        webServers: {
          names: ['Apache', 'nginx', 'IIS'],
          clause: 'II.a.m1.2',
          reading: 'open-web-server-list',
        },
      },
      ports: [],
      statistics: { from: '2024-06-02', to: '2024-06-03', clause: 'VII.3', reading: 'statistics-days' },
      deadlines: [
        { id: 'application', date: '2024-05-10', clause: 'I.4' },
        { id: 'infrastructure', date: '2024-05-11', clause: 'I.5' },
        { id: 'documentation', date: '2024-05-11', clause: 'I.5', reading: 'documents-on-request' },
        { id: 'logo', date: '2024-05-25', clause: 'I.7' },
        { id: 'list', date: '2024-05-28', clause: 'I.7' },
        { id: 'memoria-tecnica', date: '2024-06-16', clause: 'VII.7', reading: 'memoria-before-hold-ends' },
      ],
      rehearsals: [
        { date: '2024-05-12', clause: 'III.3' },
        { date: '2024-05-19', clause: 'III.3' },
        { date: '2024-05-26', clause: 'III.3' },
      ],
    });
  });

  it('says that difusor.yaml must give the periods on which the call is silent', () => {
    for (const id of ['cadence-silent', 'take-down-silent']) {
      const reading = call.readings.find((each) => each.id === id)?.reading;
      expect(reading?.es).toMatch(/difusor\.yaml debe decir/);
      expect(reading?.en).toMatch(/difusor\.yaml must say/);
    }
  });

  it('counts its clauses by kind', () => {
    expect(countByKind(call)).toEqual({ template: 14, live: 6, worker: 5, document: 17, human: 29 });
  });
});
