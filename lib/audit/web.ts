import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { LiveHeaderFact, LiveWebFact } from '../compliance/index.js';
import { pageIn } from './page.js';
import { andThen, measure, read, stamp, unreadable, type Reading } from './reading.js';
import { short } from './short.js';
import { SiteReader, type Answer } from './site-reader.js';
import type { AuditTarget } from './target.js';
import { lookAtTls } from './tls.js';

/** A site that is closed, or whose first cut has not come. */
const NOTHING_YET = [404, 503];

type Seen = Extract<LiveHeaderFact['fresh'], { value: unknown }>['value'];

/**
 * The site as one address serves it, whatever DNS says: its certificate, its home page, each header of the call, what
 * plain HTTP answers, and what an address that nobody can have published; GET alone.
 */
export async function lookAtWeb(
  address: string,
  { domain, httpPort, httpsPort, headers, official }: Omit<AuditTarget, 'hosts' | 'ports'>,
  now: Clock,
): Promise<LiveWebFact> {
  const reader = new SiteReader({ address, domain, httpPort, httpsPort });
  try {
    const tls = await measure(now, () => lookAtTls({ address, domain, port: httpsPort }));
    const home = await reader.get('/');
    return {
      tls,
      home: stamp(
        now,
        andThen(home, (answer) => read(homeIn(answer))),
      ),
      headers: await inTurn(headers, (header) => lookAtHeader(header, reader, now)),
      redirect: await measure(now, async () =>
        andThen(await reader.getPlain('/'), (answer) => read(redirectIn(answer))),
      ),
      missing: await measure(now, async () =>
        andThen(await reader.get(`/difusor-audit-${randomBytes(8).toString('hex')}`), ({ status }) =>
          read(status),
        ),
      ),
      ...(official === undefined ? {} : { page: stamp(now, andThen(home, pageIn)) }),
    };
  } finally {
    await reader.close();
  }
}

function homeIn({ status, header }: Answer) {
  const [server] = header('server');
  return { status, ...(server === undefined ? {} : { server: short(server) }) };
}

function redirectIn({ status, header }: Answer) {
  const [location] = header('location');
  return { status, ...(location === undefined ? {} : { location: short(location) }) };
}

async function lookAtHeader(
  { path, name }: { readonly path: string; readonly name: string },
  reader: SiteReader,
  now: Clock,
): Promise<LiveHeaderFact> {
  const asked = path.replace(/\*.*$/, '');
  const first = await reader.get(asked);
  const etag = 'value' in first ? first.value.header('etag')[0] : undefined;
  return {
    path,
    name,
    fresh: stamp(now, seenIn(first, name, 200)),
    revalidated: await measure(now, async () => {
      if (etag === undefined) return 'value' in first ? unreadable('nothingThere', 'ETag') : first;
      return seenIn(await reader.get(asked, etag), name, 304);
    }),
  };
}

function seenIn(answer: Reading<Answer>, name: string, expected: number): Reading<Seen> {
  if (!('value' in answer)) return answer;
  const { status, header } = answer.value;
  if (status === expected) return read({ status, values: header(name.toLowerCase()).map(short) });
  return unreadable(NOTHING_YET.includes(status) ? 'nothingThere' : 'refused', `HTTP ${status}`);
}

async function inTurn<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
