import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { AwsDouble } from './aws-double.js';

/** An object as the double keeps it. */
export interface StoredObject {
  readonly content: Buffer;
  readonly contentType: string | undefined;
  readonly cacheControl: string | undefined;
  /** Base64. */
  readonly sha256: string;
}

/** An answer that a test puts in the place of one of a method, e.g. a 503. */
export interface InjectedFailure {
  readonly method: string;
  readonly key: RegExp;
  readonly status: number;
  readonly code: string;
  /** The write happens all the same, and only its answer is lost. */
  readonly landed?: boolean;
  /**
   * In the place of all from now on.
   * @default of the next one
   */
  readonly lasts?: boolean;
}

/**
 * The part of S3 that the stores use: put with checksum, If-None-Match and If-Match, copy, get. Like S3 it says "forbidden" of a
 * missing key to a caller that may not list.
 */
export class S3Double extends AwsDouble {
  /** Objects by `<bucket>/<key>`. */
  readonly objects = new Map<string, StoredObject>();
  /** Each request as `<METHOD> <bucket>/<key>`, copies as `COPY …`. */
  readonly requests: string[] = [];
  readonly failures: InjectedFailure[] = [];

  client(): S3Client {
    return new S3Client({
      endpoint: `http://127.0.0.1:${this.port}`,
      forcePathStyle: true,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'double', secretAccessKey: 'double' },
    });
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const content = Buffer.concat(await request.toArray());
    const key = decodeURIComponent(new URL(request.url ?? '/', 'http://double').pathname.slice(1));
    const source = request.headers['x-amz-copy-source'];
    const method = source === undefined ? (request.method ?? '') : 'COPY';
    this.requests.push(`${method} ${key}`);
    const injected = this.takeFailure(method, key);
    if (injected !== undefined && injected.landed !== true)
      return fail(response, injected.status, injected.code);
    if (method === 'GET') return this.get(response, key);
    if (injected !== undefined) {
      this.objects.set(key, stored(content, request.headers));
      return fail(response, injected.status, injected.code);
    }
    if (typeof source === 'string')
      return this.copy(response, key, decodeURIComponent(source), request.headers);
    return this.put(response, key, content, request.headers);
  }

  private takeFailure(method: string, key: string): InjectedFailure | undefined {
    const index = this.failures.findIndex((failure) => failure.method === method && failure.key.test(key));
    if (this.failures[index]?.lasts === true) return this.failures[index];
    return index === -1 ? undefined : this.failures.splice(index, 1)[0];
  }

  private get(response: ServerResponse, key: string): void {
    const object = this.objects.get(key);
    if (object === undefined) return fail(response, 403, 'AccessDenied');
    response.writeHead(200, {
      'content-type': object.contentType,
      'x-amz-checksum-sha256': object.sha256,
      etag: tagOf(object),
    });
    response.end(object.content);
  }

  private copy(response: ServerResponse, key: string, from: string, headers: IncomingHttpHeaders): void {
    const object = this.objects.get(from);
    if (object === undefined) return fail(response, 403, 'AccessDenied');
    this.objects.set(key, stored(object.content, headers));
    const checksum = `<ChecksumSHA256>${object.sha256}</ChecksumSHA256>`;
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(`<CopyObjectResult><ETag>"${object.sha256}"</ETag>${checksum}</CopyObjectResult>`);
  }

  private put(response: ServerResponse, key: string, content: Buffer, headers: IncomingHttpHeaders): void {
    const there = this.objects.get(key);
    const { 'if-match': wanted } = headers;
    if (wanted !== undefined && there === undefined) return fail(response, 404, 'NoSuchKey');
    if (wanted !== undefined && there !== undefined && wanted !== tagOf(there))
      return fail(response, 412, 'PreconditionFailed');
    if (headers['if-none-match'] === '*' && there !== undefined)
      return fail(response, 412, 'PreconditionFailed');
    const object = stored(content, headers);
    if (headers['x-amz-checksum-sha256'] !== object.sha256) return fail(response, 400, 'BadDigest');
    this.objects.set(key, object);
    response.writeHead(200, { etag: tagOf(object) });
    response.end();
  }
}

function stored(content: Buffer, headers: IncomingHttpHeaders): StoredObject {
  return {
    content,
    contentType: headers['content-type'],
    cacheControl: headers['cache-control'],
    sha256: createHash('sha256').update(content).digest('base64'),
  };
}

function tagOf({ sha256 }: StoredObject): string {
  return `"${sha256}"`;
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
