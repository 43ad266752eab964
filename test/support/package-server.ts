import type { IncomingHttpHeaders, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import type { ServerOptions } from 'node:https';
import type { SamplePackage } from './sample-package.js';
import { selfSignedCertificate } from './self-signed-certificate.js';
import { startHttps } from './servers.js';

/** The institute's server: it offers one package at a time, under Basic credentials, with an ETag. */
export class PackageServer {
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  /** Status of each answer, in order. */
  readonly statuses: number[] = [];
  offered: SamplePackage | undefined;
  /** What time its answers say it is, where a test plays at another. */
  now: Date | undefined;
  /** Texts of the files beside the package, by path. */
  readonly beside = new Map<string, string>();
  /** What the package's answer carries, beside or instead of its usual headers. */
  headers: OutgoingHttpHeaders = {};
  /** Answers in the place of the package, where a test sets it. */
  misbehave: ((response: ServerResponse, path: string) => void) | undefined;
  port = 0;
  ca = '';
  #close: () => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly authorization?: string,
    private readonly tls: ServerOptions = {},
  ) {}

  async start(): Promise<this> {
    const listener: RequestListener = (request, response) => {
      const path = request.url ?? '/';
      this.requests.push({ path, headers: request.headers });
      if (this.now !== undefined) response.setHeader('date', this.now.toUTCString());
      this.answer(path, request.headers, response);
      this.statuses.push(response.statusCode);
    };
    const server = await startHttps(listener, selfSignedCertificate(), this.tls);
    this.port = server.port;
    this.ca = server.ca;
    this.#close = server.close;
    return this;
  }

  stop(): Promise<void> {
    return this.#close();
  }

  private answer(path: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
    if (this.misbehave !== undefined) return this.misbehave(response, path);
    if (this.authorization !== undefined && headers.authorization !== this.authorization) {
      response.writeHead(401).end();
    } else if (/\.(?:sha256|md5)$/.test(path)) {
      const text = this.beside.get(path);
      response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(text);
    } else if (this.offered === undefined) {
      response.writeHead(404).end();
    } else {
      this.offer(this.offered, headers, response);
    }
  }

  private offer(
    { name, bytes, sha256 }: SamplePackage,
    headers: IncomingHttpHeaders,
    response: ServerResponse,
  ): void {
    const etag = `"${sha256}"`;
    if (headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/zip',
      'content-length': bytes.length,
      'content-disposition': `attachment; filename="${name}"`,
      etag,
      ...this.headers,
    });
    response.end(bytes);
  }
}

/** The header that Basic credentials make. */
export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
