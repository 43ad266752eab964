import { isIPv6 } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { failureOf } from '../../cut/index.js';
import { DifusorError } from '../../errors.js';
import type { WorkerSettings } from '../../worker-settings.js';
import { authorizationOf } from '../secrets/authorization.js';
import type { SecretReader } from '../secrets/secret-reader.js';
import { download } from './download.js';
import { assertAllowedHost, guardedLookup, type AddressPolicy } from './public-address.js';
import { declaredBytes, header, judgeResponse, packageName, validatorsOf, type Verdict } from './response.js';
import type { FetchRequest, FetchResult, Source } from './source.js';

/** How long the source may take, in milliseconds. */
export interface SourceTimeouts {
  readonly connectMs: number;
  /** To the first byte of the answer. */
  readonly headersMs: number;
  /** Between two chunks of the body. */
  readonly idleMs: number;
  /** For all of it: a source that trickles is a source that stalls. */
  readonly totalMs: number;
}

export interface HttpsSourceOptions extends AddressPolicy {
  readonly location: WorkerSettings['source'];
  /** Bytes of one package. */
  readonly maxBytes: number;
  readonly secrets: SecretReader;
  /**
   * Name or ARN under which `secrets` has the credentials.
   * @default the name in the location
   */
  readonly secretName?: string | undefined;
  /**
   * Authorities, in PEM, that are trusted instead of the public ones.
   * @default those that Node trusts
   */
  readonly ca?: string | undefined;
  /** @default 10 s to connect, 30 s to answer, 30 s between chunks, 5 minutes in all */
  readonly timeouts?: Partial<SourceTimeouts>;
}

const DEFAULT_TIMEOUTS: SourceTimeouts = {
  connectMs: 10_000,
  headersMs: 30_000,
  idleMs: 30_000,
  totalMs: 300_000,
};
const MOST_REDIRECTS = 3;

interface RequestOptions {
  readonly dispatcher: Agent;
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

/** An answer, and the address that gave it. */
interface Answer {
  readonly url: URL;
  readonly response: Dispatcher.ResponseData;
  readonly verdict: Exclude<Verdict, 'redirect'>;
}

/** Pulls packages over HTTPS, from one host only, at addresses of the public internet only. */
export class HttpsSource implements Source {
  readonly host: string;
  readonly #options: HttpsSourceOptions;
  readonly #timeouts: SourceTimeouts;

  constructor(options: HttpsSourceOptions) {
    this.#options = options;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.host = options.location.host;
  }

  async fetch({ directory, known }: FetchRequest): Promise<FetchResult> {
    const headers = { ...(await this.credentials()), ...conditions(known), 'accept-encoding': 'identity' };
    const agent = this.agent();
    try {
      const { url, response, verdict } = await this.ask(agent, headers, known !== undefined);
      if (verdict === 'unchanged' || verdict === 'absent') return { kind: verdict };
      const received = await download(response.body, {
        host: this.host,
        name: packageName(response.headers, url),
        directory,
        maxBytes: this.#options.maxBytes,
        declaredBytes: declaredBytes(response.headers),
      });
      return { kind: 'package', received, validators: validatorsOf(response.headers) };
    } finally {
      await agent.destroy();
    }
  }

  /** Asks, and follows the source where it only moves the package on its own host. */
  private async ask(agent: Agent, headers: Record<string, string>, conditional: boolean): Promise<Answer> {
    const signal = AbortSignal.timeout(this.#timeouts.totalMs);
    let url = this.address();
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await this.send(url, { dispatcher: agent, headers, signal });
      const contentType = header(response.headers, 'content-type');
      const verdict = judgeResponse(this.host, response.statusCode, contentType, conditional);
      if (verdict !== 'redirect') return { url, response, verdict };
      url = this.redirected(url, header(response.headers, 'location'));
    }
    throw new DifusorError('SOURCE_REDIRECTED', { host: this.host, target: url.host });
  }

  private async send(url: URL, options: RequestOptions): Promise<Dispatcher.ResponseData> {
    try {
      return await request(url, options);
    } catch (error) {
      if (error instanceof DifusorError) throw error;
      const params = { host: this.host, reason: failureOf(error).reason };
      throw new DifusorError('SOURCE_UNREACHABLE', params, { cause: error, retryable: true });
    }
  }

  private redirected(from: URL, location: string): URL {
    const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (to?.origin === from.origin && to.username === '') return to;
    throw new DifusorError('SOURCE_REDIRECTED', { host: this.host, target: to?.host ?? location });
  }

  /** @throws SOURCE_ADDRESS_FORBIDDEN when the host is a literal address that is not public */
  private address(): URL {
    const { host, port, path } = this.#options.location;
    const url = new URL(`https://${isIPv6(host) ? `[${host}]` : host}:${port}${path}`);
    assertAllowedHost(url.hostname, this.#options);
    return url;
  }

  private agent(): Agent {
    const { connectMs, headersMs, idleMs } = this.#timeouts;
    const { ca } = this.#options;
    const connect = {
      timeout: connectMs,
      lookup: guardedLookup(this.#options),
      ...(ca === undefined ? {} : { ca }),
    };
    return new Agent({ connect, headersTimeout: headersMs, bodyTimeout: idleMs });
  }

  private async credentials(): Promise<Record<string, string>> {
    const { auth, secretName } = this.#options.location;
    if (auth === 'none') return {};
    const name = this.#options.secretName ?? secretName;
    if (name === undefined) throw new DifusorError('SETTINGS_INVALID', { reason: 'source.secretName' });
    return { authorization: authorizationOf(auth, name, await this.#options.secrets.read(name)) };
  }
}

function conditions(known: FetchRequest['known']): Record<string, string> {
  const headers: Record<string, string> = {};
  if (known?.etag !== undefined) headers['if-none-match'] = known.etag;
  if (known?.lastModified !== undefined) headers['if-modified-since'] = known.lastModified;
  return headers;
}
