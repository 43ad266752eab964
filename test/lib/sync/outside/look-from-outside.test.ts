import type { RequestListener } from 'node:http';
import type { CutManifest } from '../../../../lib/cut/index.js';
import { createOutsideLook, type Sighting } from '../../../../lib/sync/outside/look-from-outside.js';
import { extractedCut } from '../../../support/cuts.js';
import { startHttp, startHttps, type RunningServer } from '../../../support/servers.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { withTimeEnough } from '../../../support/time-enough.js';

const CONTENTS = { 'index.html': '<p>20:20</p>', 'json/main.json': '{}', 'bd/acción 1#.csv': 'a,b' };
/** Time for one look, and for no second one. */
const IMPATIENT = { totalMs: 60_000, betweenMs: 60_000 };

describe('createOutsideLook', () => {
  const directory = useTemporaryDirectory();
  let server: RunningServer | undefined;
  let requests: { path: string; headers: Record<string, unknown> }[];
  let manifest: CutManifest;

  beforeEach(() => {
    requests = [];
    manifest = extractedCut(directory(), '2027-06-07T03:20:00Z', CONTENTS).manifest;
  });
  afterEach(() => server?.close());

  /** Serves the files below `/sitio/`, as a test has them at each request. */
  const serve = async (
    contentOf: (path: string, request: number) => string | undefined = (path) => fileAt(path),
    answer?: RequestListener,
  ): Promise<string> => {
    server = await startHttp((request, response) => {
      requests.push({ path: request.url ?? '', headers: request.headers });
      if (answer !== undefined) return answer(request, response);
      const content = contentOf(decodeURIComponent(request.url ?? ''), requests.length);
      response.writeHead(content === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(content);
    });
    return `http://127.0.0.1:${server.port}/sitio`;
  };
  const look = (publicUrl: string, patience = IMPATIENT): Promise<Sighting | undefined> =>
    createOutsideLook({ publicUrl, always: ['index.html'], patience })(manifest);

  it.each(['', '/'])('sees a cut by the bytes of its files, at an address that ends in %p', async (end) => {
    expect(await look((await serve()) + end)).toEqual({ kind: 'seen', files: 3 });
    expect(requests.map(({ path }) => path).sort()).toEqual([
      '/sitio/bd/acci%C3%B3n%201%23.csv',
      '/sitio/index.html',
      '/sitio/json/main.json',
    ]);
    for (const { headers } of requests) {
      expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'accept-encoding': 'identity' });
    }
  });

  it('waits until the edge has the new cut', async () => {
    const late = await serve((path, request) => (request < 4 ? '<p>20:00</p>' : fileAt(path)));
    expect(await look(late, { totalMs: 60_000, betweenMs: 1 })).toEqual({ kind: 'seen', files: 3 });
    expect(requests.length).toBe(3 + 3);
  });

  it('says nothing where it was told to stop', async () => {
    const publicUrl = await serve(() => '<p>20:00</p>');
    const stop = new AbortController();
    setImmediate(() => stop.abort());
    // An hour's wait that the signal does not end would run into the test's own limit.
    const patience = { totalMs: 7_200_000, betweenMs: 3_600_000 };
    const told = createOutsideLook({ publicUrl, always: [], patience, signal: stop.signal })(manifest);
    expect(await told).toBeUndefined();
  });

  it('stops in the middle of a look where it was told to', async () => {
    const stop = new AbortController();
    const publicUrl = await serve(undefined, () => stop.abort());
    const options = { publicUrl, always: [], patience: IMPATIENT, signal: stop.signal };
    expect(await createOutsideLook(options)(manifest)).toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  it('stops in the middle of a look where the time is up, and says what it saw by then', async () => {
    const publicUrl = await serve(undefined, (request, response) => {
      if (requests.length === 1) response.end(fileAt(decodeURIComponent(request.url ?? '')));
    });
    const sighting = await withTimeEnough(
      1_000,
      (totalMs) => {
        requests = [];
        return look(publicUrl, { totalMs, betweenMs: 1 });
      },
      () => requests.length > 1,
    );
    expect(sighting).toEqual({ kind: 'seen', files: 1 });
    expect(requests).toHaveLength(2);
  });

  it('says that the site was too slow to be seen at all', async () => {
    const publicUrl = await serve(undefined, () => undefined);
    expect(await look(publicUrl, { totalMs: 200, betweenMs: 1 })).toMatchObject({
      kind: 'not-seen',
      error: { code: 'OUTSIDE_UNREACHABLE', params: { reason: 'TimeoutError' } },
    });
  });

  it('gives up where another cut is there when its patience ends', async () => {
    const other = await serve(() => '<p>20:00</p>');
    const sighting = await withTimeEnough(
      500,
      (totalMs) => {
        requests = [];
        return look(other, { totalMs, betweenMs: 1 });
      },
      () => requests.length > 1,
    );
    expect(sighting).toMatchObject({
      kind: 'not-seen',
      files: 3,
      error: {
        code: 'OUTSIDE_MISMATCH',
        params: { url: `${other}/index.html`, generation: manifest.generation },
      },
    });
    expect(requests.length).toBeGreaterThan(1);
  });

  it('names the one file that is not as it should be', async () => {
    const url = await serve((path) => (path.endsWith('main.json') ? '{"ayer":1}' : fileAt(path)));
    expect(await look(url)).toMatchObject({
      error: { code: 'OUTSIDE_MISMATCH', params: { url: `${url}/json/main.json` } },
    });
  });

  it.each([404, 503])('does not take the right bytes under a status of %i for a page', async (status) => {
    const url = await serve(undefined, (request, response) => {
      response.writeHead(status).end(fileAt(decodeURIComponent(request.url ?? '')));
    });
    expect(await look(url)).toMatchObject({
      error: { code: 'OUTSIDE_UNREACHABLE', params: { reason: `HTTP ${status}` } },
    });
  });

  it('follows no redirect: readers of the address are to get the cut there', async () => {
    const url = await serve(undefined, (_request, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await look(url)).toMatchObject({
      error: { code: 'OUTSIDE_UNREACHABLE', params: { reason: 'HTTP 302' } },
    });
    expect(requests.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('says that nobody answers', async () => {
    const url = await serve();
    await server?.close();
    server = undefined;
    expect(await look(url)).toMatchObject({
      kind: 'not-seen',
      error: { code: 'OUTSIDE_UNREACHABLE', params: { reason: 'ECONNREFUSED' }, retryable: true },
    });
  });

  it('says that an answer broke off', async () => {
    const url = await serve(undefined, (_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('<p>', () => response.destroy());
    });
    expect(await look(url)).toMatchObject({ error: { code: 'OUTSIDE_UNREACHABLE' } });
  });

  it('takes an answer in another form of the bytes for a mismatch', async () => {
    const url = await serve((path) => `${fileAt(path)} `);
    expect(await look(url)).toMatchObject({ error: { code: 'OUTSIDE_MISMATCH' } });
  });

  it.each([
    ['sees it under an authority that it was told to trust', true, { kind: 'seen' }],
    ['says that a certificate is nobody’s', false, { error: { code: 'OUTSIDE_UNREACHABLE' } }],
  ])('%s', async (_what, trusted, sighting) => {
    const secure = await startHttps((request, response) => {
      response.end(fileAt(decodeURIComponent(request.url ?? '')));
    });
    server = secure;
    const outside = createOutsideLook({
      publicUrl: `https://localhost:${secure.port}/sitio`,
      always: [],
      patience: IMPATIENT,
      ...(trusted ? { ca: secure.ca } : {}),
    });
    expect(await outside(manifest)).toMatchObject(sighting);
  });

  it('has nothing to doubt of a cut without files', async () => {
    const empty = { ...manifest, files: [] };
    const outside = createOutsideLook({ publicUrl: 'http://127.0.0.1:1', always: [], patience: IMPATIENT });
    expect(await outside(empty)).toEqual({ kind: 'seen', files: 0 });
  });
});

function fileAt(path: string): string | undefined {
  return CONTENTS[path.replace('/sitio/', '') as keyof typeof CONTENTS];
}
