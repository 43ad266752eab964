import { clausesFileSchema, convocatoriaFileSchema } from '../../../lib/convocatorias/schema.js';
import { checkShape } from '../../../lib/convocatorias/shape.js';
import { rawClauses, rawFacts, text } from './sample-call.js';

const faultsOf = (changes: Record<string, unknown>) =>
  checkShape(convocatoriaFileSchema, rawFacts(changes)).faults.map(({ id, path, params }) => ({
    problem: id.replace('problem.convocatoria.', ''),
    key: path.join('.'),
    params,
  }));

describe('checkShape', () => {
  it('gives the data and no fault where the shape is right', () => {
    const { data, faults } = checkShape(convocatoriaFileSchema, rawFacts());
    expect(faults).toEqual([]);
    expect(data).toMatchObject({ id: 'mar-2027', closing: { reading: 'last-cut' } });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['a key that does not exist', { openning: 1 }, 'unknown-key', 'openning'],
    ['a key missing', { zone: undefined }, 'missing', 'zone'],
    ['a value left out', { opening: { clause: 'I.a' } }, 'missing', 'opening.at'],
    ['a legal value without its clause', { cadence: { minutes: 15 } }, 'missing', 'cadence.clause'],
    ['null where the call may not be silent', { opening: null }, 'wrong-type', 'opening'],
    ['a number for a text', { id: 2027 }, 'wrong-type', 'id'],
    ['a text for minutes', { cadence: { minutes: '15', clause: 'I.b' } }, 'wrong-type', 'cadence.minutes'],
    ['half a minute', { cadence: { minutes: 0.5, clause: 'I.b' } }, 'wrong-type', 'cadence.minutes'],
    ['a clause read as a number', { cadence: { minutes: 15, clause: 1.1 } }, 'wrong-type', 'cadence.clause'],
    ['zero minutes', { cadence: { minutes: 0, clause: 'I.b' } }, 'out-of-range', 'cadence.minutes'],
    [
      'negative minutes',
      { takeDown: { minutes: -45, periods: 3, clause: 'I.b' } },
      'out-of-range',
      'takeDown.minutes',
    ],
    [
      'minutes that are not a number',
      { cadence: { minutes: NaN, clause: 'I.b' } },
      'wrong-type',
      'cadence.minutes',
    ],
    ['a port past the last', { ports: [port(70000)] }, 'out-of-range', 'ports.0.port'],
    [
      'an unknown method',
      { delivery: [{ method: 'fax', clause: 'II.a' }] },
      'not-allowed',
      'delivery.0.method',
    ],
    ['no method at all', { delivery: [] }, 'empty', 'delivery'],
    ['an empty text', { title: { es: '', en: 'x' } }, 'empty', 'title.es'],
    ['a text in one language', { title: { es: 'x' } }, 'missing', 'title.en'],
    ['an instant without offset', { opening: at('2027-06-06T20:00:00') }, 'wrong-format', 'opening.at'],
    ['a day for an instant', { opening: at('2027-06-06') }, 'wrong-format', 'opening.at'],
    ['a day that does not exist', { electionDay: '2027-02-30' }, 'wrong-format', 'electionDay'],
    ['an id with a path in it', { id: '../etc' }, 'wrong-format', 'id'],
    ['a zone abbreviation', { zone: 'CST' }, 'zone', 'zone'],
    ['a zone that does not exist', { zone: 'America/La_Paz_BCS' }, 'zone', 'zone'],
    ['an offset as zone', { zone: 'UTC-7' }, 'zone', 'zone'],
    ['a header with a newline', { headers: [header('no-cache\r\nX: y')] }, 'wrong-format', 'headers.0.value'],
    [
      'a clause id of no known form',
      { opening: at('2027-06-06T20:00:00-07:00', 'i)') },
      'wrong-format',
      'opening.clause',
    ],
  ])('tells %s', (_name, changes, problem, key) => {
    expect(faultsOf(changes)).toEqual([expect.objectContaining({ problem, key })]);
  });

  it('says what it got and what it allows', () => {
    expect(faultsOf({ delivery: [{ method: 'fax', clause: 'II.a' }] })[0]?.params).toEqual({
      got: '"fax"',
      allowed: 'pull, push, frame',
    });
    expect(faultsOf({ ports: [port(70000)] })[0]?.params).toEqual({
      got: '70000',
      side: 'max',
      limit: 65535,
    });
    expect(faultsOf({ cadence: { minutes: 0, clause: 'I.b' } })[0]?.params).toEqual({
      got: '0',
      side: 'above',
      limit: 0,
    });
  });

  it('shortens a long wrong value', () => {
    const got = String(faultsOf({ zone: 'x'.repeat(5000) })[0]?.params.got);
    expect(got.length).toBeLessThan(100);
    expect(got).toMatch(/…$/);
  });

  it('tells a clause param that is neither text, number nor boolean', () => {
    const { faults } = checkShape(clausesFileSchema, rawClauses(1, { params: { days: [1] } }));
    expect(faults).toEqual([
      {
        id: 'problem.convocatoria.wrong-type',
        path: [1, 'params', 'days'],
        params: { got: '[1]', expected: 'scalar' },
      },
    ]);
  });

  it('tells every fault at once', () => {
    const faults = faultsOf({ zone: 'CST', title: text(''), electionDay: 'domingo', extra: true });
    expect(faults.map(({ key }) => key).sort()).toEqual(['electionDay', 'extra', 'title.es', 'zone']);
  });
});

function at(value: string, clause = 'I.a') {
  return { at: value, clause };
}

function port(number: number) {
  return { port: number, protocol: 'tcp', direction: 'in', peers: 'any', clause: 'I.a' };
}

function header(value: string) {
  return { path: '/*', name: 'Cache-Control', value, clause: 'I.a' };
}
