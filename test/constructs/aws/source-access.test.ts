import {
  assertRunsOnLambda,
  secretForm,
  sourceKeys,
  sourceStatements,
} from '../../../constructs/aws/source-access.js';
import type { SourceSettings } from '../../../lib/worker-settings.js';
import { thrownBy } from '../../support/thrown.js';

const KEY = `SHA256:${'a'.repeat(43)}`;
const HTTPS = { kind: 'https', host: 'prep.example.net', port: 443, path: '/p.zip' } as const;
const S3 = { kind: 's3', bucket: 'prep', region: 'us-east-1' } as const;
const SFTP: SourceSettings = {
  kind: 'sftp',
  host: 'prep.example.net',
  port: 22,
  path: '/prep/',
  username: 'u',
  hostKeys: [KEY],
  secretName: 's',
};
const RSYNC: SourceSettings = {
  kind: 'rsync',
  via: 'daemon',
  host: 'prep.example.net',
  port: 873,
  path: '/prep/sitio',
};
const INBOX: SourceSettings = {
  kind: 'inbox',
  path: '/srv/b',
  form: 'archive',
  complete: { when: 'rename' },
};

describe('assertRunsOnLambda', () => {
  test.each([{ ...HTTPS, auth: 'none' } as const, { ...S3, key: 'p.zip', auth: 'role' } as const, SFTP])(
    'lets $kind through',
    (source) => {
      expect(() => assertRunsOnLambda(source)).not.toThrow();
    },
  );

  test.each([RSYNC, INBOX])('refuses $kind, which needs a host of its own', (source) => {
    expect(thrownBy(() => assertRunsOnLambda(source))).toMatchObject({
      code: 'SOURCE_NEEDS_HOST',
      params: { kind: source.kind },
    });
  });
});

describe('secretForm', () => {
  test.each<[SourceSettings, string]>([
    [{ ...HTTPS, auth: 'basic' }, '{"username","password"}'],
    [{ ...HTTPS, auth: 'bearer' }, '{"token"}'],
    [{ ...HTTPS, auth: 'certificate' }, '{"certificate","key"} in PEM'],
    [{ ...HTTPS, auth: 'none' }, 'not used by this source'],
    [{ ...S3, key: 'p/', auth: 'keys' }, '{"accessKeyId","secretAccessKey"}'],
    [{ ...S3, key: 'p/', auth: 'role' }, 'not used by this source'],
    [SFTP, '{"privateKey","passphrase"} or {"password"}'],
  ])('of %j is what a person has to put there', (source, form) => {
    expect(secretForm(source)).toBe(form);
  });
});

describe('sourceStatements', () => {
  const statementsOf = (source: SourceSettings) =>
    sourceStatements(source).map((statement) => statement.toStatementJson() as Record<string, unknown>);

  it('are none but for the worker’s own role in a bucket', () => {
    expect(statementsOf({ ...S3, key: 'p.zip', auth: 'keys' })).toEqual([]);
    expect(statementsOf({ ...HTTPS, auth: 'basic' })).toEqual([]);
    expect(statementsOf(SFTP)).toEqual([]);
  });

  it('read one package, and tell that it is not there yet', () => {
    expect(statementsOf({ ...S3, key: 'a/p.zip', auth: 'role' })).toEqual([
      expect.objectContaining({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::prep/a/p.zip' }),
      expect.objectContaining({
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::prep',
        Condition: { StringEqualsIfExists: { 's3:prefix': 'a/p.zip' } },
      }),
    ]);
  });

  it('read and list one folder, and no other', () => {
    expect(statementsOf({ ...S3, key: 'a/b/', auth: 'role' })).toEqual([
      expect.objectContaining({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::prep/a/b/*' }),
      expect.objectContaining({
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::prep',
        Condition: { StringLike: { 's3:prefix': 'a/b/*' } },
      }),
    ]);
  });

  it('name the packages by their key, or by their folder', () => {
    expect(sourceKeys({ ...S3, key: 'p.zip', auth: 'role' })).toBe('p.zip');
    expect(sourceKeys({ ...S3, key: 'p/', auth: 'role' })).toBe('p/*');
  });
});
