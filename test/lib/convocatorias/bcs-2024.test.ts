import { findClauses, loadConvocatoria } from '../../../lib/convocatorias/index.js';
import { countByKind, dutiesOf, pinned } from './pinned.js';

const call = loadConvocatoria('bcs-2024');

describe('bcs-2024', () => {
  it('has each legal value as the call gives it, with its clause', () => {
    expect(pinned(call)).toEqual({
      electionDay: '2024-06-02',
      zone: 'America/Mazatlan',
      opening: { at: '2024-06-02T20:00:00-07:00', clause: 'I.c', reading: 'pacific-time' },
      closing: { at: '2024-06-03T20:00:00-07:00', clause: 'I.c', reading: 'pacific-time' },
      holdUntil: { at: '2024-06-12T23:59:59-07:00', clause: 'V.a.2', reading: 'hold-until' },
      cadence: { minutes: 20, clause: 'I.d', reading: 'fetch-cadence' },
      takeDown: { minutes: 45, periods: 3, clause: 'IV-2.b.4', reading: 'take-down-periods' },
      delivery: [{ method: 'pull', clause: 'II.d', reading: 'pull-protocol' }],
      package: {
        contents: { clause: 'I.c', reading: 'package-contents' },
        verifyIntegrity: { value: true, clause: 'IV-2.a', reading: 'package-verification' },
      },
      headers: [
        {
          path: '/*',
          name: 'Cache-Control',
          value: 'no-cache',
          clause: 'II.c',
          reading: 'revalidation-header',
        },
      ],
      ports: [],
      statistics: { from: '2024-06-02', to: '2024-06-12', clause: 'V.a.2', reading: 'statistics-portal' },
      deadlines: [
        { id: 'call', from: '2024-04-30', date: '2024-05-20', clause: 'VII.1' },
        { id: 'application', from: '2024-04-30', date: '2024-05-20', clause: 'VII.2' },
        { id: 'requirements', from: '2024-05-21', date: '2024-05-22', clause: 'VII.3' },
        { id: 'amendments', from: '2024-05-23', date: '2024-05-25', clause: 'VII.4' },
        { id: 'list', date: '2024-05-27', clause: 'VII.5' },
        { id: 'memoria-tecnica', date: '2024-06-17', clause: 'V.b' },
      ],
      contacts: { count: 2, clause: 'IV-1.a.4' },
      rehearsals: [],
      rehearsalsClause: 'I.n',
    });
  });

  it('has a rule on every technical requirement and on the duties of the night', () => {
    const rules = call.clauses.flatMap(({ id, rule }) => (rule === undefined ? [] : [[rule, id]]));
    expect(Object.fromEntries(rules)).toEqual({
      'unaltered-content': 'I.b',
      'opening-gate': 'I.c.1',
      'schedule-window': 'I.c.3',
      'results-kept': 'I.c.4',
      'schedule-cadence': 'I.d',
      'public-access': 'I.e',
      'latest-cut': 'I.f.1',
      'rehearsal-windows': 'I.n.1.1',
      'fixed-ip': 'II.a',
      'static-hosting': 'II.b',
      'edge-revalidates': 'II.c.1',
      'path-header': 'II.c.2',
      'safe-credentials': 'II.d',
      'https-certificate': 'II.e',
      shield: 'II.f.1',
      'web-firewall': 'II.f.2',
      'origin-access-control': 'II.f.3',
      'take-down-alarm': 'IV-2.b.4.2',
      'take-down-notice': 'IV-2.b.4.3',
      'access-logs': 'V.a.2.1',
    });
  });

  it('keeps what a template proves apart from what people write or do', () => {
    const ids = ['I.n.1.1', 'I.n.1.2', 'V.a.2.1', 'V.a.2.2', 'I.f.3', 'I.f.4'];
    expect(dutiesOf(call, ids)).toEqual([
      ['I.n.1.1', 'I.n', 'template', 'rehearsal-windows', undefined],
      ['I.n.1.2', 'I.n', 'human', undefined, undefined],
      ['V.a.2.1', 'V.a.2', 'template', 'access-logs', undefined],
      ['V.a.2.2', 'V.a.2', 'document', undefined, 'memoria-tecnica'],
      ['I.f.3', 'I.f', 'document', undefined, 'application'],
      ['I.f.4', 'I.f', 'human', undefined, 'application'],
    ]);
  });

  it('has a duty for each item of each section, annex included', () => {
    const items = [
      ...[...'abcdefghijklmno'].map((letter) => `I.${letter}`),
      ...[...'abcdef'].map((letter) => `II.${letter}`),
      ...[
        'III.a',
        'III.b',
        ...[...'abcde'].map((letter) => `IV-1.${letter}`),
        'IV-2.a',
        'IV-2.b.4',
        'V.a',
        'V.b',
      ],
      ...['VI', 'VII.1', 'VII.2', 'VII.3', 'VII.4', 'VII.5', 'Anexo-1'],
    ];
    for (const item of items) expect(findClauses(call, item).length).toBeGreaterThan(0);
  });

  it('counts its clauses by kind', () => {
    expect(countByKind(call)).toEqual({ template: 16, live: 1, worker: 4, document: 16, human: 38 });
  });
});
