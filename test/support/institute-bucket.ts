import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { AwsDouble } from './aws-double.js';

const PAGE_KEYS = 2;

/** Keys that the institute issued, or a role has. */
export interface IssuedKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The part of S3 that a source reads: an object, where it changed, and the keys under a prefix, two a page. */
export class InstituteBucket extends AwsDouble {
  /** By `<bucket>/<key>`. */
  readonly objects = new Map<string, Buffer>();
  /** Each request as `GET <bucket>/<key>` or `LIST <bucket>/<prefix>`. */
  readonly requests: string[] = [];
  /** Whether a caller may list; without it S3 forbids an object that is not there. */
  mayList = true;
  /** Answers in the place of S3, where a test sets it. */
  misbehave: ((response: ServerResponse, request: IncomingMessage) => void) | undefined;

  constructor(private readonly issued: IssuedKeys) {
    super();
  }

  /** What makes a client talk to this double. */
  clientConfig(): S3ClientConfig {
    return { endpoint: `http://127.0.0.1:${this.port}`, forcePathStyle: true };
  }

  protected override answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://double');
    const place = decodeURIComponent(url.pathname.slice(1));
    const listing = url.searchParams.get('list-type') === '2';
    const prefix = url.searchParams.get('prefix') ?? '';
    this.requests.push(listing ? `LIST ${place.replace(/\/$/, '')}/${prefix}` : `GET ${place}`);
    if (this.misbehave !== undefined) this.misbehave(response, request);
    else if (!this.isIssued(request)) refuse(response, 403, 'InvalidAccessKeyId');
    else if (listing) this.list(response, `${place.replace(/\/$/, '')}/`, prefix, url.searchParams);
    else this.get(response, place, request.headers['if-none-match']);
    return Promise.resolve();
  }

  private isIssued({ headers }: IncomingMessage): boolean {
    const { accessKeyId, sessionToken } = this.issued;
    const signed = headers.authorization?.includes(`Credential=${accessKeyId}/`) === true;
    return signed && headers['x-amz-security-token'] === sessionToken;
  }

  private get(response: ServerResponse, key: string, known: string | undefined): void {
    const content = this.objects.get(key);
    if (content === undefined) return refuse(response, ...this.missing());
    const etag = `"${createHash('md5').update(content).digest('hex')}"`;
    if (known === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { etag, 'content-length': content.length }).end(content);
  }

  private missing(): [number, string] {
    return this.mayList ? [404, 'NoSuchKey'] : [403, 'AccessDenied'];
  }

  private list(response: ServerResponse, bucket: string, prefix: string, query: URLSearchParams): void {
    if (!this.mayList) return refuse(response, 403, 'AccessDenied');
    const all = [...this.objects.keys()].filter((key) => key.startsWith(bucket + prefix)).sort();
    const own = all.map((key) => key.slice(bucket.length));
    const inside = own.filter(
      (key) => query.get('delimiter') !== '/' || !key.slice(prefix.length).includes('/'),
    );
    const from = Number(query.get('continuation-token') ?? 0);
    const next = from + PAGE_KEYS;
    const contents = inside.slice(from, next).map((key) => `<Contents><Key>${key}</Key></Contents>`);
    const more = next < inside.length ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(`<ListBucketResult>${contents.join('')}${more}</ListBucketResult>`);
  }
}

/** Answers as S3 does where it gives no object. */
export function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
