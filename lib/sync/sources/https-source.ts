import { isIPv6 } from 'node:net';
import { request, type Dispatcher } from 'undici';
import type { DeclaredDigest, ReceivedArchive } from '../../cut/index.js';
import { DifusorError } from '../../errors.js';
import type { PackageSettings, SourceSettings } from '../../worker-settings.js';
import { download, readText } from './download.js';
import { openHttpsAgent, type HttpsAgent } from './https-agent.js';
import { requestFailure } from './https-failure.js';
import { httpsIdentity } from './https-identity.js';
import { assertAllowedHost, type AddressPolicy } from './public-address.js';
import {
  declaredBytes,
  header,
  judgeResponse,
  packageName,
  sourceTimeOf,
  validatorsOf,
  type Verdict,
} from './response.js';
import { MOST_SIDECAR_BYTES, readSidecar, sidecarName } from './sidecar.js';
import type { FetchRequest, FetchResult, Source } from './source.js';
import type { SourceSecret } from './source-secret.js';
import { DEFAULT_TIMEOUTS, type SourceTimeouts } from './timeouts.js';

export interface HttpsSourceOptions extends AddressPolicy, SourceSecret {
  readonly location: Extract<SourceSettings, { kind: 'https' }>;
  readonly package: Pick<PackageSettings, 'maxBytes' | 'sidecar'>;
  /**
   * Authorities, in PEM, that are trusted instead of the public ones; those of the secret go before.
   * @default those that Node trusts
   */
  readonly ca?: string | undefined;
  /** @default 10 s to connect, 30 s to answer, 30 s between chunks, 5 minutes in all */
  readonly timeouts?: Partial<SourceTimeouts> | undefined;
}

const MOST_REDIRECTS = 3;

/** What all requests of one run share. */
interface Session {
  readonly agent: HttpsAgent;
  readonly headers: Readonly<Record<string, string>>;
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
  readonly tellsTime = true;
  readonly #options: HttpsSourceOptions;
  readonly #timeouts: SourceTimeouts;

  constructor(options: HttpsSourceOptions) {
    this.#options = options;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.host = options.location.host;
  }

  async fetch({ directory, known }: FetchRequest): Promise<FetchResult> {
    const { location, package: limits } = this.#options;
    const identity = await httpsIdentity(location, this.#options);
    const { certificate } = identity;
    const agent = openHttpsAgent({ ...this.#options, timeouts: this.#timeouts, certificate });
    const session: Session = {
      agent,
      // A body that was packed for the journey would have to be unpacked without a limit.
      headers: { ...identity.headers, 'accept-encoding': 'identity' },
      signal: AbortSignal.timeout(this.#timeouts.totalMs),
    };
    try {
      const { url, response, verdict } = await this.ask(session, this.address(), known);
      const sourceTime = sourceTimeOf(response.headers);
      if (verdict === 'unchanged' || verdict === 'absent') return { kind: verdict, sourceTime };
      const received = await download(response.body, {
        host: this.host,
        name: packageName(response.headers, url),
        directory,
        maxBytes: limits.maxBytes,
        declaredBytes: declaredBytes(response.headers),
      });
      const validators = validatorsOf(response.headers);
      const declared = await this.withSidecar(session, url, received);
      return { kind: 'package', received: declared, validators, sourceTime };
    } finally {
      await agent.dispatcher.destroy();
    }
  }

  /** Asks, and follows the source where it only moves the package on its own host. */
  private async ask(session: Session, from: URL, known?: FetchRequest['known']): Promise<Answer> {
    const asked = conditions(known);
    const conditional = Object.keys(asked).length > 0;
    const headers = { ...session.headers, ...asked };
    let url = from;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const response = await this.send(url, { ...session, headers });
      const verdict = judgeResponse(this.host, response.statusCode, response.headers, conditional);
      if (verdict !== 'redirect') return { url, response, verdict };
      url = this.redirected(url, header(response.headers, 'location'));
    }
    throw new DifusorError('SOURCE_REDIRECTED', { host: this.host, target: url.host });
  }

  private async send(url: URL, { agent, headers, signal }: Session): Promise<Dispatcher.ResponseData> {
    try {
      return await request(url, { dispatcher: agent.dispatcher, headers, signal });
    } catch (error) {
      throw requestFailure(error, this.host, agent.brokenBy());
    }
  }

  private redirected(from: URL, location: string): URL {
    const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (to?.origin === from.origin && to.username === '') return to;
    throw new DifusorError('SOURCE_REDIRECTED', { host: this.host, target: to?.host ?? location });
  }

  /** The package with what the file beside it says, where the call has such files. */
  private async withSidecar(session: Session, url: URL, received: ReceivedArchive): Promise<ReceivedArchive> {
    const algorithm = this.#options.package.sidecar;
    if (algorithm === undefined) return received;
    return { ...received, declared: await this.declared(session, url, received.name, algorithm) };
  }

  private async declared(
    session: Session,
    packageUrl: URL,
    name: string,
    algorithm: DeclaredDigest['algorithm'],
  ): Promise<DeclaredDigest> {
    const beside = new URL(packageUrl);
    beside.pathname = sidecarName(packageUrl.pathname, algorithm);
    const { response, verdict } = await this.ask(session, beside);
    const found = verdict === 'package';
    const text = found
      ? await readText(response.body, { host: this.host, maxBytes: MOST_SIDECAR_BYTES })
      : undefined;
    return readSidecar(text, algorithm, [name, packageName({}, packageUrl)]);
  }

  /** @throws SOURCE_ADDRESS_FORBIDDEN when the host is a literal address that is not public */
  private address(): URL {
    const { host, port, path } = this.#options.location;
    const url = new URL(`https://${isIPv6(host) ? `[${host}]` : host}:${port}${path}`);
    assertAllowedHost(url.hostname, this.#options);
    return url;
  }
}

function conditions(known: FetchRequest['known']): Record<string, string> {
  const headers: Record<string, string> = {};
  if (known?.etag !== undefined) headers['if-none-match'] = known.etag;
  if (known?.lastModified !== undefined) headers['if-modified-since'] = known.lastModified;
  return headers;
}
