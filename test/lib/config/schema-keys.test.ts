import { difusorSchema } from '../../../lib/config/schema.js';
import { choicesAt, keysAt, placesOf } from '../../../lib/config/schema-keys.js';

describe('keysAt', () => {
  test.each([
    ['an object behind a default', ['waf', 'rateLimit'], ['requestsPer5Minutes', 'action']],
    ['an item of a list behind a default', ['contacts', 3], ['name', 'role', 'email', 'phone']],
    ['every variant of a union', ['shield'], ['tier', 'acceptsMonthlyPriceUsd']],
    ['a refined object', ['certificate'], ['arn', 'hostedZone']],
    ['a read-only optional object', ['dates', 'statistics'], ['from', 'to']],
  ])('gives the keys of %s', (_name, path, expected) => {
    expect(keysAt(difusorSchema, path)).toEqual(expected);
  });

  it('gives the top-level keys for the empty path', () => {
    expect(keysAt(difusorSchema, [])).toEqual(Object.keys(difusorSchema.shape));
  });

  test.each([[['domain']], [['tags']], [['contacts']], [['nothing', 'below']], [['__proto__']]])(
    'gives none at %j',
    (path) => {
      expect(keysAt(difusorSchema, path)).toEqual([]);
    },
  );
});

describe('keysAt, knowing what was given,', () => {
  test.each([
    [{ kind: 's3' }, ['kind', 'bucket', 'region', 'key', 'auth', 'secretName']],
    [{ kind: 'rsync', via: 'daemon' }, ['kind', 'via', 'host', 'port', 'path', 'username', 'secretName']],
  ])('gives the keys of the variant that %j names', (source, expected) => {
    expect(keysAt(difusorSchema, ['source'], { source })).toEqual(expected);
  });

  it('gives those of every variant where none is named', () => {
    const every = keysAt(difusorSchema, ['source'], { source: { kind: 'ftp' } });
    expect(every).toEqual(expect.arrayContaining(['bucket', 'hostKeys', 'via', 'complete']));
    expect(new Set(every).size).toBe(every.length);
  });
});

describe('choicesAt', () => {
  test.each([
    [['edgeCache'], ['revalidate', 'per-cut']],
    [
      ['source', 'kind'],
      ['https', 's3', 'sftp', 'rsync', 'inbox'],
    ],
    [
      ['package', 'cutTime'],
      ['archive-name', 'arrival', '{ json, pointer }', '{ csv }'],
    ],
    [['domain'], []],
  ])('gives the words and mappings of %j', (path, expected) => {
    expect(choicesAt(difusorSchema, path)).toEqual(expected);
  });
});

describe('placesOf', () => {
  test.each([
    ['maxMib', ['package.maxMib']],
    ['domain', ['domain']],
    ['path', ['source.path']],
    ['email', ['server.tls.acme.email', 'contacts.email', 'alarms.email']],
    ['module', ['server.ingest.rsync.module']],
    ['bucket', ['source.bucket', 'server.state.s3.bucket']],
    ['colour', []],
  ])('tells where %s is accepted', (name, expected) => {
    expect(placesOf(difusorSchema, name)).toEqual(expected);
  });
});
