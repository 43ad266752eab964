import type { Account } from '../account.js';
import { AwsRefusal } from '../aws-refusal.js';
import { decodeAwsChunked, isAwsChunked } from '../aws-chunked.js';
import { objectAt, objectsIn, stringAt } from '../json.js';
import { escapeXml } from '../query-protocol.js';

export interface S3Request {
  readonly method: string;
  /** Path-style: `/bucket/key`, still percent-encoded. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface S3Response {
  readonly status: number;
  readonly body: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface BucketRequest extends S3Request {
  readonly bucket: string;
  /** Empty for a request that is about the bucket. */
  readonly key: string;
}

type S3Operation = (account: Account, request: BucketRequest) => S3Response;

const ETAG = { etag: '"stand-in"' };

const OPERATIONS: Readonly<Record<string, S3Operation>> = {
  HeadBucket: (account, { bucket }) => {
    account.objects.bucket(bucket);
    return { status: 200, body: '' };
  },
  GetBucketLocation: (account, { bucket }) => {
    const { region } = account.objects.bucket(bucket);
    // us-east-1 is the one region that S3 leaves unnamed.
    return {
      status: 200,
      body: `<LocationConstraint>${region === 'us-east-1' ? '' : region}</LocationConstraint>`,
    };
  },
  GetBucketEncryption: (account, { bucket }) => ({ status: 200, body: encryptionOf(account, bucket) }),
  ListObjects: (account, { bucket, url }) => {
    const keys = account.objects.list(bucket, url.searchParams.get('prefix') ?? '');
    const contents = keys.map((key) => `<Contents><Key>${escapeXml(key)}</Key></Contents>`).join('');
    return {
      status: 200,
      body: `<ListBucketResult><KeyCount>${keys.length}</KeyCount>${contents}</ListBucketResult>`,
    };
  },
  PutObject: (account, { bucket, key, headers, body }) => {
    account.objects.put(bucket, key, isAwsChunked(headers) ? decodeAwsChunked(body) : body);
    return { status: 200, body: '', headers: ETAG };
  },
  GetObject: (account, { bucket, key }) => ({
    status: 200,
    body: account.objects.get(bucket, key),
    headers: ETAG,
  }),
  HeadObject: (account, { bucket, key }) => {
    const length = account.objects.get(bucket, key).length;
    return { status: 200, body: '', headers: { ...ETAG, 'content-length': String(length) } };
  },
};

/** The name of the operation that a request asks for, as AWS calls it; `undefined` for one that is not played. */
export function s3Operation({ method, url }: S3Request): string | undefined {
  const { bucket, key } = locate(url);
  const subresource = [...url.searchParams.keys()].filter((name) => name !== 'x-id' && name !== 'versionId');
  if (bucket === '') return undefined;
  if (key !== '') {
    const plain = subresource.length === 0;
    return plain ? { PUT: 'PutObject', GET: 'GetObject', HEAD: 'HeadObject' }[method] : undefined;
  }
  if (method === 'HEAD') return 'HeadBucket';
  if (method !== 'GET') return undefined;
  if (url.searchParams.has('location')) return 'GetBucketLocation';
  if (url.searchParams.has('encryption')) return 'GetBucketEncryption';
  return subresource.length === 0 || url.searchParams.has('list-type') ? 'ListObjects' : undefined;
}

/** Answers an S3 request in path style. @throws AwsRefusal `NoSuchBucket`, `NoSuchKey` or `NotImplemented` */
export function answerS3(account: Account, request: S3Request): S3Response {
  const operation = OPERATIONS[s3Operation(request) ?? ''];
  if (operation === undefined) {
    throw new AwsRefusal(
      'NotImplemented',
      `The stand-in does not play S3's ${request.method} ${request.url.search}`,
      400,
    );
  }
  return operation(account, { ...request, ...locate(request.url) });
}

/** The XML of a refusal, in S3's own form. */
export function encodeS3Refusal(code: string, message: string): string {
  return `<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`;
}

function locate(url: URL): { readonly bucket: string; readonly key: string } {
  const [, bucket = '', ...key] = url.pathname.split('/').map(decodeURIComponent);
  return { bucket, key: key.join('/') };
}

function encryptionOf(account: Account, bucket: string): string {
  const properties = account.objects.bucket(bucket).properties;
  const [rule] = objectsIn(objectAt(properties, 'BucketEncryption').ServerSideEncryptionConfiguration);
  const given = objectAt(rule, 'ServerSideEncryptionByDefault');
  const algorithm = stringAt(given, 'SSEAlgorithm') ?? 'AES256';
  const key = stringAt(given, 'KMSMasterKeyID');
  const keyElement = key === undefined ? '' : `<KMSMasterKeyID>${escapeXml(key)}</KMSMasterKeyID>`;
  return (
    '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>' +
    `<SSEAlgorithm>${escapeXml(algorithm)}</SSEAlgorithm>${keyElement}` +
    '</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>'
  );
}
