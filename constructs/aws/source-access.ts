import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { DifusorError } from '../../lib/errors.js';
import type { SourceSettings } from '../../lib/worker-settings.js';

type S3Source = Extract<SourceSettings, { kind: 's3' }>;

/**
 * @throws SOURCE_NEEDS_HOST for a source that wants a disk of its own or a program beside it: rsync and inbox
 */
export function assertRunsOnLambda({ kind }: SourceSettings): void {
  if (kind === 'rsync' || kind === 'inbox') throw new DifusorError('SOURCE_NEEDS_HOST', { kind });
}

/** Content of the secret that a person fills, as the source reads it. */
export function secretForm(source: SourceSettings): string {
  if (source.kind === 'sftp') return '{"privateKey","passphrase"} or {"password"}';
  if (source.kind === 's3') return source.auth === 'keys' ? '{"accessKeyId","secretAccessKey"}' : NOT_USED;
  return source.kind === 'https' ? HTTPS_FORMS[source.auth] : NOT_USED;
}

const NOT_USED = 'not used by this source';

const HTTPS_FORMS = {
  none: NOT_USED,
  basic: '{"username","password"}',
  bearer: '{"token"}',
  certificate: '{"certificate","key"} in PEM',
} as const;

/** What the worker's own role needs in the institute's bucket, whose policy must let it in as well; else nothing. */
export function sourceStatements(source: SourceSettings): PolicyStatement[] {
  if (source.kind !== 's3' || source.auth !== 'role') return [];
  const bucket = `arn:aws:s3:::${source.bucket}`;
  return [
    new PolicyStatement({
      sid: 'SourcePackage',
      actions: ['s3:GetObject'],
      resources: [`${bucket}/${sourceKeys(source)}`],
    }),
    new PolicyStatement({
      sid: 'SourceListing',
      actions: ['s3:ListBucket'],
      resources: [bucket],
      conditions: listingCondition(source),
    }),
  ];
}

/** Keys of the packages; with `*` for a folder. */
export function sourceKeys({ key }: S3Source): string {
  return key.endsWith('/') ? `${key}*` : key;
}

function listingCondition({ key }: S3Source): Record<string, Record<string, string>> {
  if (key.endsWith('/')) return { StringLike: { 's3:prefix': `${key}*` } };
  // A request for one object names no prefix; S3 says that it is absent, and not forbidden, to who may list.
  return { StringEqualsIfExists: { 's3:prefix': key } };
}
