import { isTree, sourceSettings } from '../../../lib/config/source-settings.js';
import { workerSettingsSchema } from '../../../lib/worker-settings.js';
import { SETTINGS } from '../../support/worker-settings.js';
import { sampleConfig } from './sample-config.js';

const KEY = `SHA256:${'a'.repeat(43)}`;
const HOST = { host: 'prep.example.net' };
const SSH = { ...HOST, path: '/prep/', username: 'difusor', hostKeys: [KEY] };

const resolve = (source: Record<string, unknown>) =>
  sourceSettings(sampleConfig({ source }).source, { secretName: 'a/source', folder: '/srv/difusor' });

/** What a file says, what the worker is told. */
const TABLE: [string, Record<string, unknown>, Record<string, unknown>][] = [
  [
    'https with a certificate',
    { kind: 'https', ...HOST, path: '/p.zip', auth: 'certificate' },
    { kind: 'https', ...HOST, port: 443, path: '/p.zip', auth: 'certificate', secretName: 'a/source' },
  ],
  [
    'https without credentials, although a secret is named',
    { kind: 'https', ...HOST, path: '/p.zip', auth: 'none', secretName: 'x' },
    { kind: 'https', ...HOST, port: 443, path: '/p.zip', auth: 'none' },
  ],
  [
    's3 with keys',
    { kind: 's3', bucket: 'prep', region: 'us-east-1', key: 'p/', auth: 'keys' },
    { kind: 's3', bucket: 'prep', region: 'us-east-1', key: 'p/', auth: 'keys', secretName: 'a/source' },
  ],
  [
    's3 by role',
    { kind: 's3', bucket: 'prep', region: 'us-east-1', key: 'p.zip', auth: 'role', secretName: 'x' },
    { kind: 's3', bucket: 'prep', region: 'us-east-1', key: 'p.zip', auth: 'role' },
  ],
  ['sftp', { kind: 'sftp', ...SSH }, { kind: 'sftp', ...SSH, port: 22, secretName: 'a/source' }],
  [
    'rsync over ssh',
    { kind: 'rsync', via: 'ssh', ...SSH, port: 2222 },
    { kind: 'rsync', via: 'ssh', ...SSH, port: 2222, secretName: 'a/source' },
  ],
  [
    'an open rsync daemon',
    { kind: 'rsync', via: 'daemon', ...HOST, path: '/prep/sitio' },
    { kind: 'rsync', via: 'daemon', ...HOST, port: 873, path: '/prep/sitio' },
  ],
  [
    'an rsync daemon with a password',
    { kind: 'rsync', via: 'daemon', ...HOST, path: '/prep/sitio', username: 'difusor' },
    {
      kind: 'rsync',
      via: 'daemon',
      ...HOST,
      port: 873,
      path: '/prep/sitio',
      username: 'difusor',
      secretName: 'a/source',
    },
  ],
  [
    'an inbox that is told by a rename',
    { kind: 'inbox', path: './buzon', complete: 'rename' },
    { kind: 'inbox', path: '/srv/difusor/buzon', form: 'archive', complete: { when: 'rename' } },
  ],
  [
    'an inbox that is told by a marker',
    { kind: 'inbox', path: '/var/buzon', form: 'tree', complete: { marker: 'LISTO' } },
    { kind: 'inbox', path: '/var/buzon', form: 'tree', complete: { when: 'marker', marker: 'LISTO' } },
  ],
  [
    'an inbox that is told by quiet',
    { kind: 'inbox', path: '/var/buzon', complete: { quietSeconds: 30 } },
    { kind: 'inbox', path: '/var/buzon', form: 'archive', complete: { when: 'quiet', seconds: 30 } },
  ],
];

describe('sourceSettings', () => {
  test.each(TABLE)('tells the worker of %s what its schema takes', (_name, given, expected) => {
    const source = resolve(given);
    expect(source).toEqual(expected);
    expect(workerSettingsSchema.parse({ ...SETTINGS, source }).source).toEqual(expected);
  });

  it('has a row for each kind of source of the worker', () => {
    const kinds = workerSettingsSchema
      .unwrap()
      .shape.source.options.map((one) => one.unwrap().shape.kind.value);
    expect(new Set(TABLE.map(([, { kind }]) => kind))).toEqual(new Set(kinds));
  });
});

describe('isTree', () => {
  test.each(TABLE)('of %s is told by its kind and form', (_name, given) => {
    const { source } = sampleConfig({ source: given });
    expect(isTree(source)).toBe(given.kind === 'rsync' || given.form === 'tree');
  });
});
