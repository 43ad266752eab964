import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { failureOf } from '../failure.js';
import { read, unreadable, type Reading } from './reading.js';

const PATIENCE_MS = 15_000;
/** Bytes of a body beyond which the rest is let go: no page that frames another is so long. */
const MOST_BYTES = 256 * 1024;

export interface SitePlace {
  readonly address: string;
  /** The name that is asked for. */
  readonly domain: string;
  readonly httpPort: number;
  readonly httpsPort: number;
}

export interface Answer {
  readonly status: number;
  /** Each value of a response header; its name in lower case. */
  readonly header: (name: string) => readonly string[];
  /** The beginning of its body, as UTF-8. */
  readonly body: string;
}

/** Asks one address for pages of a site, with GET and by the site's name, whatever DNS says. */
export class SiteReader {
  readonly #place: SitePlace;
  readonly #agent: Agent;

  constructor(place: SitePlace) {
    this.#place = place;
    const { address } = place;
    const family = isIP(address);
    this.#agent = new Agent({
      connect: {
        // The certificate is judged elsewhere, and nothing secret is sent.
        rejectUnauthorized: false,
        lookup: (_name, { all }, done) => {
          if (all === true) done(null, [{ address, family }]);
          else done(null, address, family);
        },
      },
    });
  }

  /** @param etag of an answer before; the site may say that nothing has changed */
  async get(path: string, etag?: string): Promise<Reading<Answer>> {
    const { domain, httpsPort } = this.#place;
    return this.ask(
      `https://${domain}:${httpsPort}${path}`,
      etag === undefined ? {} : { 'if-none-match': etag },
    );
  }

  /** Over plain HTTP; a redirect is not followed. */
  async getPlain(path: string): Promise<Reading<Answer>> {
    const { domain, httpPort } = this.#place;
    return this.ask(`http://${domain}:${httpPort}${path}`, {});
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  private async ask(url: string, asked: Readonly<Record<string, string>>): Promise<Reading<Answer>> {
    try {
      const { statusCode, headers, body } = await request(url, {
        dispatcher: this.#agent,
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: asked,
      });
      const beginning = await beginningOf(body);
      return read({ status: statusCode, header: (name) => [headers[name] ?? []].flat(), body: beginning });
    } catch (error) {
      const scheme = url.startsWith('https:') ? 'HTTPS' : 'HTTP';
      return unreadable('unreachable', `${scheme} ${failureOf(error).reason}`);
    }
  }
}

async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8');
}
