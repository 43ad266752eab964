import type { Clause, Convocatoria } from '../../../lib/convocatorias/index.js';

/** A made-up call with every fact that some rule reads; its dates are nobody's. */
export function call(overrides: Partial<Convocatoria> = {}): Convocatoria {
  return {
    id: 'ficticia-2030',
    title: { es: 'Convocatoria ficticia', en: 'Made-up call' },
    institute: { name: 'Instituto Ficticio', acronym: 'IF' },
    electionDay: '2030-06-02',
    zone: 'America/Mazatlan',
    opening: { at: '2030-06-02T20:00:00-07:00', clause: 'I' },
    closing: { at: '2030-06-03T20:00:00-07:00', clause: 'I' },
    holdUntil: null,
    cadence: { minutes: 20, clause: 'I' },
    takeDown: { minutes: 45, periods: 3, clause: 'I' },
    delivery: [{ method: 'pull', clause: 'I' }],
    package: { contents: { text: { es: 'Un zip', en: 'A zip' }, clause: 'I' } },
    headers: [{ path: '/*', name: 'Cache-Control', value: 'no-cache', clause: 'I' }],
    ports: [],
    statistics: { from: '2030-06-02', to: '2030-06-12', clause: 'I' },
    deadlines: [{ id: 'report', date: '2030-06-17', what: { es: 'Memoria', en: 'Report' }, clause: 'I' }],
    rehearsals: [{ date: '2030-05-19', clause: 'I' }],
    readings: [],
    clauses: [],
    ...overrides,
  };
}

/** A duty of the made-up call. */
export function clause(overrides: Partial<Clause> = {}): Clause {
  return {
    id: 'I.a',
    clause: 'I.a',
    bearer: 'difusor',
    duty: { es: 'Hacer algo.', en: 'Do something.' },
    kind: 'template',
    remedy: { es: 'Hágalo.', en: 'Do it.' },
    ...overrides,
  };
}
