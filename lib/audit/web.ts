import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import type { Clock } from '../clock.js';
import type { LiveHeaderFact, LiveWebFact } from '../compliance/index.js';
import { failureOf } from '../failure.js';
import { measure, read, stamp, unreadable, type Reading } from './reading.js';
import { lookAtTls, type TlsPlace } from './tls.js';

const PATIENCE_MS = 15_000;
/** A site that is closed, or whose first cut has not come. */
const NOTHING_YET = [404, 503];

type Seen = Extract<LiveHeaderFact['fresh'], { value: unknown }>['value'];
interface Answer {
  readonly status: number;
  /** Each value of a response header. */
  readonly header: (name: string) => readonly string[];
}

/** The site as one host serves it: its certificate, its home page, and each header of the call; GET alone. */
export async function lookAtWeb(
  place: TlsPlace,
  headers: readonly { readonly path: string; readonly name: string }[],
  now: Clock,
): Promise<LiveWebFact> {
  const agent = agentFor(place);
  const get = (path: string, etag?: string) => answerOf(agent, place, path, etag);
  try {
    return {
      tls: await measure(now, () => lookAtTls(place)),
      home: await measure(now, async () => {
        const answer = await get('/');
        return 'value' in answer ? read({ status: answer.value.status }) : answer;
      }),
      headers: await inTurn(headers, (header) => lookAtHeader(header, get, now)),
    };
  } finally {
    await agent.close();
  }
}

async function lookAtHeader(
  { path, name }: { readonly path: string; readonly name: string },
  get: (path: string, etag?: string) => Promise<Reading<Answer>>,
  now: Clock,
): Promise<LiveHeaderFact> {
  const asked = path.replace(/\*.*$/, '');
  const first = await get(asked);
  const etag = 'value' in first ? first.value.header('etag')[0] : undefined;
  return {
    path,
    name,
    fresh: stamp(now, seenIn(first, name, 200)),
    revalidated: await measure(now, async () => {
      if (etag === undefined) return 'value' in first ? unreadable('nothingThere', 'ETag') : first;
      return seenIn(await get(asked, etag), name, 304);
    }),
  };
}

function seenIn(answer: Reading<Answer>, name: string, expected: number): Reading<Seen> {
  if (!('value' in answer)) return answer;
  const { status, header } = answer.value;
  if (status === expected) return read({ status, values: header(name.toLowerCase()) });
  return unreadable(NOTHING_YET.includes(status) ? 'nothingThere' : 'refused', `HTTP ${status}`);
}

/** Whatever DNS says, it connects to the one host; its certificate is judged elsewhere, and nothing secret is sent. */
function agentFor({ address }: TlsPlace): Agent {
  const family = isIP(address);
  return new Agent({
    connect: {
      rejectUnauthorized: false,
      lookup: (_name, { all }, done) => {
        if (all === true) done(null, [{ address, family }]);
        else done(null, address, family);
      },
    },
  });
}

async function answerOf(
  dispatcher: Agent,
  { domain, port }: TlsPlace,
  path: string,
  etag?: string,
): Promise<Reading<Answer>> {
  try {
    const { statusCode, headers, body } = await request(`https://${domain}:${port}${path}`, {
      dispatcher,
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: etag === undefined ? {} : { 'if-none-match': etag },
    });
    await body.dump();
    return read({ status: statusCode, header: (name) => [headers[name] ?? []].flat() });
  } catch (error) {
    return unreadable('unreachable', `HTTPS ${failureOf(error).reason}`);
  }
}

async function inTurn<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
