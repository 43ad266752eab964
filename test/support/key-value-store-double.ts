import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { AwsDouble } from './aws-double.js';

export const KEY_VALUE_STORE_ARN =
  'arn:aws:cloudfront::111122223333:key-value-store/6a1f0b5c-0000-4000-8000-000000000001';

/**
 * The part of the CloudFront KeyValueStore service that the pointer needs: describe, get and put under If-Match, with
 * one ETag for the whole store. It takes requests with a SigV4a signature only, as the service does.
 */
export class KeyValueStoreDouble extends AwsDouble {
  readonly values = new Map<string, string>();
  /** Each request as `<METHOD> <last segment>`. */
  readonly requests: string[] = [];
  /** Puts that are still to happen and then fail: the answer is lost. */
  lostAnswers = 0;
  #revision = 1;

  endpoint(): string {
    return `http://localhost:${this.port}`;
  }

  client(): CloudFrontKeyValueStoreClient {
    // The SDK puts the account before the endpoint's name, which no resolver here knows.
    const httpAgent = new Agent({
      lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    return new CloudFrontKeyValueStoreClient({
      endpoint: this.endpoint(),
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'double', secretAccessKey: 'double' },
      requestHandler: { httpAgent },
    });
  }

  /** Someone else's change: every snapshot taken before is stale now. */
  touch(): void {
    this.#revision += 1;
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await request.toArray()).toString('utf8');
    const [, , arn, , key] = new URL(request.url ?? '/', 'http://double').pathname
      .split('/')
      .map(decodeURIComponent);
    this.requests.push(`${request.method} ${key ?? 'store'}`);
    if (!request.headers.authorization?.startsWith('AWS4-ECDSA-P256-SHA256 ')) {
      return fail(response, 403, 'AccessDeniedException');
    }
    if (arn !== KEY_VALUE_STORE_ARN) return fail(response, 404, 'ResourceNotFoundException');
    if (key === undefined) return this.send(response, { Status: 'READY', Created: 0 });
    if (request.method === 'GET') return this.get(response, key);
    return this.put(
      response,
      key,
      String((JSON.parse(body) as { Value: unknown }).Value),
      request.headers['if-match'],
    );
  }

  private get(response: ServerResponse, key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return fail(response, 404, 'ResourceNotFoundException');
    this.send(response, { Key: key, Value: value });
  }

  private put(response: ServerResponse, key: string, value: string, ifMatch: string | undefined): void {
    if (ifMatch !== this.etag()) return fail(response, 409, 'ConflictException');
    this.values.set(key, value);
    this.#revision += 1;
    if (this.lostAnswers === 0) return this.send(response, {});
    this.lostAnswers -= 1;
    fail(response, 500, 'InternalServerException');
  }

  private send(response: ServerResponse, content: Record<string, unknown>): void {
    response.writeHead(200, { 'content-type': 'application/json', etag: this.etag() });
    response.end(JSON.stringify({ ItemCount: this.values.size, TotalSizeInBytes: 0, ...content }));
  }

  private etag(): string {
    return `KV${this.#revision}`;
  }
}

function fail(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ Message: type }));
}
