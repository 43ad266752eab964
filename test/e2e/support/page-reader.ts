import { Agent, get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent as TlsAgent, get as getByTls } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { CUT_FILE, labelOf, type NightCuts } from './night-cuts.js';

/** Where a web server listens. */
export type ServerAddress =
  | { readonly port: number }
  | { readonly socketPath: string }
  /** By TLS, whatever the certificate says. */
  | { readonly host: string; readonly tlsPort: number; readonly localAddress?: string };

/** Files of one view of a page; all but the first are looked at between two looks at the cut's name. */
const VIEW = ['index.html', 'json/main.json', 'json/distrito/3.json', 'css/0.css'];

/** What a reader has met. */
export interface ReaderReport {
  /** Views of a page during which readers were led to one cut alone. */
  readonly steady: number;
  /** Views during which they were led on to another. */
  readonly flipped: number;
  /** Files of steady views that were not those of the cut, byte for byte. */
  readonly mixed: number;
  /** Times that an older cut came after a newer one. */
  readonly backwards: number;
  /** Answers that were no file. */
  readonly failed: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const ONE_KEPT = { keepAlive: true, maxSockets: 1 };

/** One browser's connection, kept alive. */
export class Connection {
  readonly #agent = new Agent(ONE_KEPT);
  readonly #tlsAgent = new TlsAgent({ ...ONE_KEPT, rejectUnauthorized: false });

  constructor(private readonly address: ServerAddress) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = { path: `/${path}`, headers, method };
      const take = (response: IncomingMessage): void => {
        const { statusCode: status = 0, headers: received } = response;
        buffer(response).then((body) => resolve({ status, headers: received, body }), reject);
      };
      const { address } = this;
      const request =
        'tlsPort' in address
          ? getByTls({ ...address, port: address.tlsPort, ...asked, agent: this.#tlsAgent }, take)
          : get({ ...address, host: '127.0.0.1', ...asked, agent: this.#agent }, take);
      request.on('error', reject);
    });
  }

  close(): void {
    this.#agent.destroy();
    this.#tlsAgent.destroy();
  }
}

/** Views the page over and over, as fast as the server answers, until it is stopped. */
export class PageReader {
  readonly #counts = { steady: 0, flipped: 0, mixed: 0, backwards: 0, failed: 0 };
  readonly #connection: Connection;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #ended: Promise<void>;
  #stop = false;
  #newest = -1;

  constructor(
    address: ServerAddress,
    private readonly cuts: NightCuts,
  ) {
    this.#connection = new Connection(address);
    this.#numbers = new Map(cuts.all().map(({ number }) => [labelOf(number), number]));
    this.#ended = this.#read();
  }

  /** What it has met by now. */
  get report(): ReaderReport {
    return { ...this.#counts };
  }

  async stop(): Promise<ReaderReport> {
    this.#stop = true;
    await this.#ended;
    this.#connection.close();
    return this.report;
  }

  async #read(): Promise<void> {
    while (!this.#stop) {
      const before = await this.#cutNow();
      const files: (readonly [string, Buffer])[] = [];
      for (const path of VIEW) files.push([path, await this.#file(path)]);
      const after = await this.#cutNow();
      if (before !== after) this.#counts.flipped += 1;
      else this.#steadyView(before, files);
    }
  }

  #steadyView(number: number, files: readonly (readonly [string, Buffer])[]): void {
    this.#counts.steady += 1;
    const expected = this.cuts.at(number).files;
    for (const [path, body] of files) if (expected.get(path)?.equals(body) !== true) this.#counts.mixed += 1;
  }

  /** Number of the cut to which readers are led. */
  async #cutNow(): Promise<number> {
    const label = (await this.#file(CUT_FILE)).toString('utf8').trim();
    const number = this.#numbers.get(label) ?? -1;
    if (number < this.#newest) this.#counts.backwards += 1;
    this.#newest = Math.max(this.#newest, number);
    return number;
  }

  async #file(path: string): Promise<Buffer> {
    const { status, body } = await this.#connection.get(path);
    if (status !== 200) this.#counts.failed += 1;
    return body;
  }
}
