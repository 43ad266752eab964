import { difusorSchema } from '../../../lib/config/schema.js';
import { shapeFaults } from '../../../lib/config/shape-faults.js';
import { createMessages } from '../../../lib/messages/index.js';

const VALID = {
  convocatoria: 'bcs-2024',
  institution: { name: 'Universidad de Ejemplo' },
  domain: 'prep.example.org',
  certificate: { hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.org' } },
  source: { kind: 'https', host: 'prep.example.net', path: '/prep.zip', auth: 'basic' },
};

function faultsOf(changes: Record<string, unknown>) {
  const value = { ...VALID, ...changes };
  return shapeFaults(difusorSchema.safeParse(value).error?.issues ?? [], value, difusorSchema);
}

describe('shapeFaults', () => {
  it('finds nothing in a valid configuration', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('says of an unknown key what is accepted there and what was meant', () => {
    expect(faultsOf({ alarms: { mail: 'a@example.org' } })).toEqual([
      {
        id: 'problem.unknown-key',
        path: ['alarms', 'mail'],
        params: { name: 'mail', allowed: 'email, webhookFile', suggestion: 'email' },
        at: 'key',
      },
    ]);
  });

  it('says of a key that belongs elsewhere where that is', () => {
    expect(faultsOf({ source: { ...VALID.source, cutTime: 'arrival' } })).toEqual([
      {
        id: 'problem.key-elsewhere',
        path: ['source', 'cutTime'],
        params: {
          name: 'cutTime',
          allowed: 'kind, host, port, path, auth, secretName',
          place: 'package.cutTime',
        },
        at: 'key',
      },
    ]);
  });

  test.each([
    [{ json: 'a.json' }, 'missing-key', ['package', 'cutTime', 'pointer']],
    [{ csv: 5 }, 'wrong-type', ['package', 'cutTime', 'csv']],
    [{ csv: 'a.csv', zip: 'b' }, 'unknown-key', ['package', 'cutTime', 'zip']],
  ])('takes %j for the mapping that it comes nearest to', (cutTime, id, path) => {
    expect(faultsOf({ package: { cutTime } })).toEqual([
      expect.objectContaining({ id: `problem.${id}`, path }),
    ]);
  });

  it('does not offer a key that only another variant has', () => {
    const [fault] = faultsOf({ shield: { tier: 'standard', acceptsMonthlyPriceUsd: 3000 } });
    expect(fault?.params).toMatchObject({ allowed: 'tier', suggestion: 'none' });
  });

  it('gives twenty of a thousand unknown keys', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, 1]));
    expect(faultsOf(many)).toHaveLength(20);
  });

  test.each([
    ['a missing key', { domain: undefined }, 'missing-key', { name: 'domain', expected: 'string' }],
    ['another type', { domain: 5 }, 'wrong-type', { got: '5', expected: 'string' }],
    [
      'a value off the list',
      { edgeCache: 'no' },
      'not-in-list',
      { got: '"no"', allowed: 'revalidate, per-cut' },
    ],
    [
      'neither word nor mapping',
      { package: { cutTime: 'clock' } },
      'not-in-list',
      { got: '"clock"', allowed: 'archive-name, arrival, { json, pointer }, { csv }' },
    ],
    ['another variant', { shield: { tier: 'gold' } }, 'not-in-list', { allowed: 'standard, advanced' }],
    ['a variant without its name', { shield: {} }, 'missing-key', { name: 'tier' }],
    ['a small number', { archive: { objectLockDays: 0 } }, 'too-small', { got: '0', minimum: 1 }],
    ['a big number', { archive: { objectLockDays: 1e9 } }, 'too-big', { maximum: 3650 }],
    ['an empty text', { institution: { name: '' } }, 'too-short', { minimum: 1, origin: 'string' }],
    ['a long text', { institution: { name: 'x'.repeat(201) } }, 'too-long', { maximum: 200 }],
    ['an empty list', { embedding: { frameAncestors: [] } }, 'too-short', { origin: 'array' }],
    ['no day', { dates: { electionDay: '2027-02-30' } }, 'day', { got: '"2027-02-30"' }],
    ['no instant', { dates: { opening: '20:00 CST' } }, 'instant', { got: '"20:00 CST"' }],
    ['a named form', { account: 12345678901 }, 'account', { got: '12345678901' }],
    ['a key of a tag', { tags: { 'aws:x': '1' } }, 'tag-key', { got: '"aws:x"' }],
    [
      'a price without acceptance',
      { shield: { tier: 'advanced' } },
      'shield-price',
      { got: 'undefined', price: 3000 },
    ],
  ])('names %s', (_name, changes, id, params) => {
    const [fault] = faultsOf(changes);
    expect(fault?.id).toBe(`problem.${id}`);
    expect(fault?.params).toMatchObject(params);
  });

  it('does not repeat what was given as the name of a secret', () => {
    const faults = faultsOf({ source: { ...VALID.source, secretName: 'canary value!' } });
    expect(faults).toEqual([
      { id: 'problem.secret-name', path: ['source', 'secretName'], params: { length: 13 } },
    ]);
  });

  it('gives every parameter that its texts need', () => {
    const messages = createMessages();
    const faults = faultsOf({
      domain: 5,
      account: 1,
      shield: { tier: 'advanced' },
      edgeCache: 'x',
      tags: { 'aws:x': 'ok' },
      archive: { objectLockDays: 0 },
      alarms: { mail: 'x' },
      dates: { electionDay: 'x' },
    });
    expect(faults).toHaveLength(8);
    for (const { id, params } of faults) {
      expect(messages.text(id, params)).not.toMatch(/[{}]/);
    }
  });
});
