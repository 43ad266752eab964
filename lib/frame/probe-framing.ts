import { request, type Dispatcher } from 'undici';
import { DifusorError } from '../errors.js';
import { failureOf } from '../failure.js';
import { framingOf, type Framing } from './framing.js';

export interface ProbeFramingOptions {
  /** HTTPS address of the official site. */
  readonly official: string;
  /** Public name of the difusor's page. */
  readonly domain: string;
  /** @default undici's own, which trusts Node's authorities */
  readonly dispatcher?: Dispatcher;
}

/** Milliseconds that the official site may take to answer. */
const ANSWER_MS = 15_000;
const MOST_REDIRECTS = 5;

/**
 * Asks the official site whether browsers may show it in the difusor's frame. It follows redirects as a frame does.
 * @throws OUTSIDE_UNREACHABLE when it does not answer with success
 * @see chiapas-2024 II.a.m2.1, coahuila-2024 II.a.m2.a
 */
export async function probeFraming(options: ProbeFramingOptions): Promise<Framing> {
  let url = options.official;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const { status, header, location } = await ask(url, options.dispatcher);
    if (location === undefined) {
      if (status < 200 || status >= 300) throw unreachable(url, `HTTP ${status}`);
      return framingOf(header, `https://${options.domain}`, url);
    }
    const next = new URL(location, url);
    // The page's policy lets it frame the official origin, and no other.
    if (next.origin !== new URL(options.official).origin)
      return { kind: 'refused', header: 'Location', value: next.href };
    url = next.href;
  }
  throw unreachable(options.official, `HTTP 3xx × ${MOST_REDIRECTS + 1}`);
}

interface Answer {
  readonly status: number;
  readonly header: (name: string) => readonly string[];
  readonly location: string | undefined;
}

async function ask(url: string, dispatcher: Dispatcher | undefined): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const options = { signal, ...(dispatcher === undefined ? {} : { dispatcher }) };
    const { statusCode: status, headers, body } = await request(url, options);
    await body.dump();
    const header = (name: string): readonly string[] => [headers[name] ?? []].flat();
    const location = status >= 300 && status < 400 ? header('location')[0] : undefined;
    return { status, header, location };
  } catch (error) {
    throw unreachable(url, failureOf(error).reason, error);
  }
}

function unreachable(url: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('OUTSIDE_UNREACHABLE', { url, reason }, { cause, retryable: true });
}
