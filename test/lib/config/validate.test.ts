import { loadCall, type LoadedCall } from '../../../lib/config/load-call.js';
import { validate } from '../../../lib/config/validate.js';
import { DifusorError } from '../../../lib/errors.js';

const VALID = {
  convocatoria: 'bcs-2024',
  institution: { name: 'Universidad de Ejemplo' },
  domain: 'prep.example.org',
  certificate: { hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.org' } },
  source: { kind: 'https', host: 'prep.example.net', path: '/prep.zip', auth: 'basic' },
  contacts: ['a', 'b'].map((name) => ({ name, role: 'r', email: `${name}@example.org` })),
};
const builtIn = (id: string): LoadedCall => loadCall(id, '.');
const found = (value: unknown) => validate(value, builtIn).faults.map(({ id, path }) => [id, path.join('.')]);

describe('validate', () => {
  it('gives the configuration with its defaults, and the call', () => {
    const { config, convocatoria, faults, error } = validate(VALID, builtIn);
    expect({ faults, error }).toEqual({ faults: [], error: undefined });
    expect(config?.region).toBe('us-east-1');
    expect(convocatoria?.id).toBe('bcs-2024');
  });

  it('checks what keys ask of each other although another key is wrong', () => {
    const value = { ...VALID, domain: 'prep.example.com', source: { ...VALID.source, port: 0 }, extra: 1 };
    expect(found(value)).toEqual([
      ['problem.too-small', 'source.port'],
      ['problem.unknown-key', 'extra'],
      ['problem.domain-not-covered', 'domain'],
    ]);
  });

  it('has the call check the order of the dates only where they are whole', () => {
    const dates = { closing: '2024-06-02T19:00:00-07:00' };
    expect(found({ ...VALID, dates })).toEqual([['problem.convocatoria.order', 'dates.closing']]);
    expect(
      found({ ...VALID, dates: { ...dates, electionDay: '2027-06-06' } }).map(([id]) => id),
    ).not.toContain('problem.convocatoria.order');
  });

  it('asks for the contacts that the call demands, where the key is not there at all', () => {
    expect(found({ ...VALID, contacts: undefined })).toEqual([['problem.contacts-too-few', 'contacts']]);
  });

  it('puts the file’s deadlines into the call', () => {
    const { convocatoria } = validate({ ...VALID, dates: { deadlines: { list: '2024-05-28' } } }, builtIn);
    expect(convocatoria?.deadlines.find(({ id }) => id === 'list')?.date).toBe('2024-05-28');
  });

  it('keeps the error of a call that cannot be read beside the faults of the file', () => {
    const error = new DifusorError('CONVOCATORIA_INVALID');
    const result = validate({ ...VALID, domain: 5 }, () => ({ faults: [], error }));
    expect(result.error).toBe(error);
    expect(result.faults).toHaveLength(1);
  });

  test.each([
    [null, 'problem.config-empty'],
    [[1], 'problem.config-not-a-mapping'],
    ['hola', 'problem.config-not-a-mapping'],
    [5, 'problem.config-not-a-mapping'],
  ])('refuses %j as a whole', (value, id) => {
    expect(found(value)).toEqual([[id, '']]);
  });

  it('asks every key that nobody may leave out of an empty mapping', () => {
    expect(found({})).toEqual(
      ['convocatoria', 'institution', 'domain', 'certificate', 'source'].map((key) => [
        'problem.missing-key',
        key,
      ]),
    );
  });

  it('is not misled by keys of every object', () => {
    const value = JSON.parse('{"__proto__": {"domain": "prep.example.org"}, "constructor": 1}') as unknown;
    expect(found({ ...VALID, ...Object.fromEntries([['toString', 1]]) })).toEqual([
      ['problem.unknown-key', 'toString'],
    ]);
    expect(found(value)).toContainEqual(['problem.unknown-key', '__proto__']);
    expect(found(value)).toContainEqual(['problem.missing-key', 'domain']);
  });
});
