import {
  CLAUSE_KINDS,
  compareClauseIds,
  findClauses,
  isWithin,
  listConvocatorias,
  loadConvocatoria,
  type Clause,
  type Convocatoria,
} from '../../../lib/convocatorias/index.js';

interface Text {
  readonly es: string;
  readonly en: string;
}

/** Every text in two languages of a call, wherever it stands. */
function texts(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const { es, en } = value as Partial<Text>;
  if (typeof es === 'string' && typeof en === 'string') return [{ es, en }];
  return Object.values(value).flatMap(texts);
}

const ids = (clauses: readonly Clause[]) => clauses.map(({ id }) => id);

const countOf = (call: Convocatoria) =>
  Object.fromEntries(
    CLAUSE_KINDS.map((kind) => [kind, call.clauses.filter((clause) => clause.kind === kind).length]),
  );

describe.each(listConvocatorias())('the data of %s', (id) => {
  const call = loadConvocatoria(id);

  it('is read whole and named as its folder', () => {
    expect(call.id).toBe(id);
    expect(call.clauses.length).toBeGreaterThan(20);
  });

  it('has unique clause ids in the order of the call', () => {
    expect(ids(call.clauses)).toEqual([...new Set(ids(call.clauses))].sort(compareClauseIds));
  });

  it('has readings that name clauses it has, and values that name readings it has', () => {
    const cited = call.readings.flatMap(({ clauses }) => clauses);
    expect(cited.filter((clause) => !call.clauses.some((duty) => isWithin(duty.id, clause)))).toEqual([]);
    const readings = call.readings.map((reading) => reading.id);
    const used = [...JSON.stringify(call).matchAll(/"reading":"([^"]+)"/g)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((reading) => !readings.includes(reading ?? ''))).toEqual([]);
  });

  it('says everything in both languages, and not the same words', () => {
    const all = texts(call);
    expect(all.length).toBeGreaterThan(2 * call.clauses.length);
    expect(all.filter(({ es, en }) => es.trim() === '' || en.trim() === '' || es === en)).toEqual([]);
  });

  it('says things short: a duty or a remedy is one or two sentences', () => {
    const long = call.clauses.filter(({ duty, remedy }) =>
      texts([duty, remedy]).some(({ es }) => es.length > 200),
    );
    expect(ids(long)).toEqual([]);
  });

  it('has no rule on what only a person can prove, and none on what the institute bears', () => {
    const human = call.clauses.filter(({ kind, rule }) => kind === 'human' && rule !== undefined);
    const institute = call.clauses.filter(({ bearer, rule }) => bearer === 'institute' && rule !== undefined);
    expect(ids(human)).toEqual([]);
    expect(ids(institute)).toEqual([]);
  });

  it('takes what the institute promises or may do as a matter for people', () => {
    const promises = call.clauses.filter(({ bearer }) => bearer === 'institute');
    expect(promises.length).toBeGreaterThan(0);
    expect(ids(promises.filter(({ kind }) => kind !== 'human'))).toEqual([]);
  });

  it('names each rule on one clause only, so that one weakness breaches one clause', () => {
    const rules = call.clauses.flatMap(({ rule }) => (rule === undefined ? [] : [rule]));
    expect(rules).toEqual([...new Set(rules)]);
  });

  it('uses every deadline in at least one duty', () => {
    const used = call.clauses.map(({ deadline }) => deadline);
    expect(
      call.deadlines.map((deadline) => deadline.id).filter((deadline) => !used.includes(deadline)),
    ).toEqual([]);
  });

  it('records a silence wherever it leaves a value null', () => {
    const { closing, holdUntil, cadence, takeDown, statistics } = call;
    const silent = [closing, holdUntil, cadence, takeDown, statistics].filter(
      (value) => value === null,
    ).length;
    const silences = call.readings.filter(({ kind }) => kind === 'silence').length;
    expect(silences).toBeGreaterThanOrEqual(silent);
  });

  it('names no e-mail address but that of an office', () => {
    const addresses = JSON.stringify(call).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(addresses.filter((address) => /^[a-z]+\.[a-z]+@/.test(address))).toEqual([]);
  });
});

describe('bcs-2024', () => {
  const call = loadConvocatoria('bcs-2024');
  const rules = Object.fromEntries(
    call.clauses.flatMap(({ id, rule }) => (rule === undefined ? [] : [[rule, id]])),
  );

  it('has each legal value as the call gives it', () => {
    expect(call).toMatchObject({
      zone: 'America/Mazatlan',
      opening: { at: '2024-06-02T20:00:00-07:00', clause: 'I.c' },
      closing: { at: '2024-06-03T20:00:00-07:00', clause: 'I.c' },
      holdUntil: { at: '2024-06-12T23:59:59-07:00', reading: 'hold-until' },
      cadence: { minutes: 20, clause: 'I.d' },
      takeDown: { minutes: 45, periods: 3, clause: 'IV-2.b.4', reading: 'take-down-periods' },
      delivery: [{ method: 'pull' }],
      headers: [{ path: '/*', name: 'Cache-Control', value: 'no-cache', clause: 'II.c' }],
      statistics: { from: '2024-06-02', to: '2024-06-12' },
    });
  });

  it('has a rule on every technical requirement and on the duties of the night', () => {
    expect(rules).toEqual({
      'unaltered-content': 'I.b',
      'opening-gate': 'I.c.1',
      'schedule-window': 'I.c.3',
      'schedule-cadence': 'I.d',
      'public-access': 'I.e',
      'latest-cut': 'I.f.1',
      'rehearsal-windows': 'I.n.1',
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
      'access-logs': 'V.a.2',
    });
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
    expect(countOf(call)).toEqual({ template: 16, live: 1, worker: 3, document: 12, human: 40 });
  });
});

describe('puebla-2024', () => {
  const call = loadConvocatoria('puebla-2024');

  it('has each legal value as the call gives it', () => {
    expect(call).toMatchObject({
      zone: 'America/Mexico_City',
      opening: { at: '2024-06-02T20:00:00-06:00', clause: '1.1' },
      holdUntil: { at: '2024-06-16T23:59:00-06:00' },
      cadence: null,
      takeDown: null,
      delivery: [{ method: 'push', clause: '2.d' }],
      headers: [{ path: '/json/main.json', value: 'no-cache, no-store, must-revalidate', clause: '2.e' }],
      server: { disk: { gigabytes: 20 }, upload: { megabytesPerSecond: 40 } },
      rehearsals: [],
    });
  });

  it('counts its clauses by kind', () => {
    expect(countOf(call)).toEqual({ template: 6, live: 5, worker: 1, document: 1, human: 14 });
  });
});
