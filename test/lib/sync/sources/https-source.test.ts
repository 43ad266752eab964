import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DifusorError } from '../../../../lib/errors.js';
import { HttpsSource, type HttpsSourceOptions } from '../../../../lib/sync/sources/https-source.js';
import { sha256 } from '../../../support/cuts.js';
import { basic, PackageServer } from '../../../support/package-server.js';
import { sampleCuts } from '../../../support/sample-package.js';
import { selfSignedCertificate } from '../../../support/self-signed-certificate.js';
import { startHttps } from '../../../support/servers.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const CREDENTIALS = { username: 'difusor', password: 'cañón' };
const MIB = 1024 * 1024;
const [sample] = sampleCuts();
const LOCATION: HttpsSourceOptions['location'] = {
  kind: 'https',
  host: 'localhost',
  port: 443,
  path: '/difusores/paquete.zip',
  auth: 'basic',
  secretName: 'difusor/source',
};

describe('HttpsSource', () => {
  const directory = useTemporaryDirectory();
  let server: PackageServer;

  beforeEach(async () => {
    server = await new PackageServer(basic(CREDENTIALS.username, CREDENTIALS.password)).start();
    server.offered = sample;
  });
  afterEach(() => server.stop());

  const source = (
    options: Partial<HttpsSourceOptions> = {},
    location: Partial<HttpsSourceOptions['location']> = {},
  ): HttpsSource =>
    new HttpsSource({
      location: { ...LOCATION, port: server.port, ...location },
      package: { maxBytes: MIB },
      secrets: { read: () => Promise.resolve(JSON.stringify(CREDENTIALS)) },
      ca: server.ca,
      allowLoopback: true,
      ...options,
    });
  const failure = (options?: Partial<HttpsSourceOptions>): Promise<unknown> =>
    source(options)
      .fetch({ directory: directory() })
      .catch((error: unknown) => error);
  const misbehave = (answer: (response: ServerResponse, path: string) => void): void => {
    server.misbehave = answer;
  };

  it('brings a package to the disk, hashed, named as the source names it', async () => {
    const path = join(directory(), sample.name);
    expect(await source().fetch({ directory: directory() })).toEqual({
      kind: 'package',
      received: {
        form: 'archive',
        name: sample.name,
        path,
        bytes: sample.bytes.length,
        sha256: sample.sha256,
      },
      validators: { etag: `"${sample.sha256}"`, lastModified: undefined },
      sourceTime: expect.any(Date),
    });
    expect(readFileSync(path).equals(sample.bytes)).toBe(true);
  });

  it('asks with the credentials of the secret, for the bytes as they are', async () => {
    await source().fetch({ directory: directory() });
    expect(server.requests).toEqual([
      {
        path: '/difusores/paquete.zip',
        headers: expect.objectContaining({
          authorization: basic(CREDENTIALS.username, CREDENTIALS.password),
          'accept-encoding': 'identity',
        }) as unknown,
      },
    ]);
  });

  it('asks without credentials where the call needs none', async () => {
    const read = jest.fn();
    const fetched = source({ secrets: { read } }, { auth: 'none' }).fetch({ directory: directory() });
    await expect(fetched).rejects.toMatchObject({ params: { status: 401 } });
    expect(read).not.toHaveBeenCalled();
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('reads the secret by the name that the entry point knows, else by that of the settings', async () => {
    const read = jest.fn(() => Promise.resolve(JSON.stringify(CREDENTIALS)));
    const known = { etag: `"${sample.sha256}"` };
    await source({ secrets: { read }, secretName: 'arn:secret' }).fetch({ directory: directory(), known });
    await source({ secrets: { read } }).fetch({ directory: directory(), known });
    expect(read.mock.calls).toEqual([['arn:secret'], [LOCATION.secretName]]);
  });

  it('asks whether the version that it knows has changed', async () => {
    const known = { etag: `"${sample.sha256}"`, lastModified: 'Mon, 03 Jun 2024 03:00:00 GMT' };
    expect(await source().fetch({ directory: directory(), known })).toEqual({
      kind: 'unchanged',
      sourceTime: expect.any(Date),
    });
    expect(server.requests[0]?.headers).toMatchObject({
      'if-none-match': known.etag,
      'if-modified-since': known.lastModified,
    });
    expect(readdirSync(directory())).toEqual([]);
  });

  it('takes the name from the address where the answer gives none', async () => {
    misbehave((response) => response.writeHead(200).end(sample.bytes));
    expect(await source().fetch({ directory: directory() })).toMatchObject({
      received: { name: 'paquete.zip' },
    });
  });

  it('follows a redirect on the source’s own host', async () => {
    misbehave((response, path) => {
      if (path === '/cortes/20240602_2000_PREP_BCS.zip') response.writeHead(200).end(sample.bytes);
      else response.writeHead(302, { location: '/cortes/20240602_2000_PREP_BCS.zip' }).end('moved');
    });
    expect(await source().fetch({ directory: directory() })).toMatchObject({
      received: { name: sample.name },
    });
  });

  it.each([
    ['another host', 'https://127.0.0.1:1/x.zip', '127.0.0.1:1'],
    ['another scheme', 'http://localhost/x.zip', 'localhost'],
    ['another port', 'https://localhost:1/x.zip', 'localhost:1'],
    ['nowhere', '', 'localhost'],
    ['no address', 'https://', 'https://'],
  ])('does not follow a redirect to %s', async (what, location, target) => {
    misbehave((response) => response.writeHead(302, what === 'nowhere' ? {} : { location }).end());
    expect(await failure()).toMatchObject({
      code: 'SOURCE_REDIRECTED',
      params: { host: 'localhost', target: expect.stringContaining(target) as string },
    });
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  it('does not follow redirects for ever', async () => {
    misbehave((response, path) => response.writeHead(302, { location: `${path}x` }).end());
    expect(await failure()).toMatchObject({ code: 'SOURCE_REDIRECTED' });
    expect(server.requests).toHaveLength(4);
  });

  it.each([
    [401, 'SOURCE_REFUSED', false],
    [403, 'SOURCE_REFUSED', false],
    [410, 'SOURCE_REFUSED', false],
    [304, 'SOURCE_REFUSED', false],
    [429, 'SOURCE_UNREACHABLE', true],
    [500, 'SOURCE_UNREACHABLE', true],
    [503, 'SOURCE_UNREACHABLE', true],
  ])('answers status %i with %s', async (status, code, retryable) => {
    misbehave((response) => response.writeHead(status).end());
    expect(await failure()).toMatchObject({ code, retryable });
  });

  it('tells a package that is not there from one that is refused', async () => {
    misbehave((response) => response.writeHead(404).end());
    expect(await source().fetch({ directory: directory() })).toEqual({
      kind: 'absent',
      sourceTime: expect.any(Date),
    });
  });

  it('refuses wrong credentials as the source does', async () => {
    const secrets = { read: () => Promise.resolve('{"username":"x","password":"y"}') };
    expect(await failure({ secrets })).toMatchObject({
      code: 'SOURCE_REFUSED',
      params: { host: 'localhost', status: 401 },
    });
  });

  it.each([
    ['120', 120],
    ['Mon, 03 Jun 2024 03:02:00 GMT', 120],
    ['soon', undefined],
  ])('passes on that the source asks to be left alone: %s', async (value, retryAfterSeconds) => {
    const date = 'Mon, 03 Jun 2024 03:00:00 GMT';
    misbehave((response) => response.writeHead(503, { date, 'retry-after': value }).end());
    const thrown = await failure();
    expect(thrown).toMatchObject({ code: 'SOURCE_UNREACHABLE', params: { reason: 'HTTP 503' } });
    expect((thrown as DifusorError).params.retryAfterSeconds).toBe(retryAfterSeconds);
    expect(server.requests).toHaveLength(1);
  });

  it('asks without a condition again where the server makes its names of time, and the file is young', async () => {
    server.headers = {
      etag: '"665d3a10-1f4"',
      date: 'Mon, 03 Jun 2024 03:00:05 GMT',
      'last-modified': 'Mon, 03 Jun 2024 03:00:00 GMT',
    };
    expect(await source().fetch({ directory: directory() })).toMatchObject({ validators: {} });
  });

  it('does not believe 304 where it asked for nothing', async () => {
    misbehave((response) => response.writeHead(304).end());
    const fetched = source().fetch({ directory: directory(), known: {} });
    await expect(fetched).rejects.toMatchObject({ code: 'SOURCE_REFUSED', params: { status: 304 } });
  });

  it('leaves a body that was packed for the journey as it came', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * MIB));
    misbehave((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    expect(await source().fetch({ directory: directory() })).toMatchObject({
      received: { bytes: bomb.length, sha256: sha256(bomb) },
    });
  });

  it.each([
    ['the digest', `${sample.sha256}  ${sample.name}\n`, sample.sha256],
    ['nothing', undefined, undefined],
  ])('brings what the file beside the package says: %s', async (_what, text, digest) => {
    if (text !== undefined) server.beside.set('/difusores/paquete.zip.sha256', text);
    const fetched = source({ package: { maxBytes: MIB, sidecar: 'sha256' } }).fetch({
      directory: directory(),
    });
    expect(await fetched).toMatchObject({ received: { declared: { algorithm: 'sha256', digest } } });
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/difusores/paquete.zip',
      '/difusores/paquete.zip.sha256',
    ]);
    expect(readdirSync(directory())).toEqual([sample.name]);
  });

  it('looks for the file beside the package where the source moved the package', async () => {
    misbehave((response, path) => {
      if (path.startsWith('/difusores/')) response.writeHead(302, { location: '/c/corte.zip?v=2' }).end();
      else response.writeHead(200).end(path.includes('.md5') ? 'd'.repeat(32) : sample.bytes);
    });
    const fetched = source({ package: { maxBytes: MIB, sidecar: 'md5' } }).fetch({ directory: directory() });
    expect(await fetched).toMatchObject({ received: { declared: { digest: 'd'.repeat(32) } } });
    expect(server.requests.at(-1)?.path).toBe('/c/corte.zip.md5?v=2');
  });

  it('does not take an error page with status 200 for a package', async () => {
    misbehave((response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Error'),
    );
    expect(await failure()).toMatchObject({
      code: 'SOURCE_NOT_A_PACKAGE',
      params: { host: 'localhost', contentType: 'text/html; charset=utf-8' },
    });
  });

  it('notices a download that ends early', async () => {
    misbehave((response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('0123456789', () => response.destroy());
    });
    expect(await failure()).toMatchObject({
      code: 'SOURCE_TRUNCATED',
      retryable: true,
      params: { received: 10, declared: 100 },
    });
  });

  it('takes no byte more than was declared', async () => {
    misbehave((response) => response.writeHead(200, { 'content-length': 5 }).end('0123456789'));
    expect(await source().fetch({ directory: directory() })).toMatchObject({ received: { bytes: 5 } });
  });

  it('notices a download of undeclared length that ends early', async () => {
    misbehave((response) => {
      response.writeHead(200);
      response.write('0123456789', () => response.destroy());
    });
    expect(await failure()).toMatchObject({
      code: 'SOURCE_TRUNCATED',
      params: { received: 10, declared: 'unknown' },
    });
  });

  it.each([
    [
      'declares',
      (response: ServerResponse) => response.writeHead(200, { 'content-length': MIB + 1 }).flushHeaders(),
    ],
    ['sends', (response: ServerResponse) => response.writeHead(200).end(Buffer.alloc(MIB + 1))],
  ])('refuses a package that %s more than the limit', async (_what, answer) => {
    misbehave(answer);
    expect(await failure()).toMatchObject({ code: 'SOURCE_TOO_LARGE', params: { limitMib: 1 } });
  });

  it('takes a package of exactly the limit', async () => {
    misbehave((response) => response.writeHead(200).end(Buffer.alloc(MIB)));
    expect(await source().fetch({ directory: directory() })).toMatchObject({ received: { bytes: MIB } });
  });

  it.each([
    ['does not answer', { headersMs: 50 }, () => undefined],
    ['stalls in the body', { idleMs: 50 }, (response: ServerResponse) => response.writeHead(200).write('x')],
    ['trickles', { totalMs: 100 }, (response: ServerResponse) => trickle(response.writeHead(200))],
  ])('gives up a source that %s', async (_what, timeouts, answer) => {
    misbehave(answer);
    expect(await failure({ timeouts })).toMatchObject({ code: 'SOURCE_UNREACHABLE', retryable: true });
  });

  it('says of a source that is not there that it may come back', async () => {
    const { port, close } = await startHttps(() => undefined);
    await close();
    const fetched = source({}, { port }).fetch({ directory: directory() });
    await expect(fetched).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      retryable: true,
      params: { host: 'localhost', reason: 'ECONNREFUSED' },
    });
  });

  it('does not talk to a server whose certificate nobody vouches for', async () => {
    expect(await failure({ ca: selfSignedCertificate().cert })).toMatchObject({ code: 'SOURCE_UNREACHABLE' });
    expect(server.requests).toEqual([]);
  });

  it('does not talk to a server whose certificate has expired', async () => {
    const validity = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2021-01-01T00:00:00Z') };
    const expired = await startHttps((_, response) => response.end(), selfSignedCertificate(validity));
    const fetched = source({ ca: expired.ca }, { port: expired.port }).fetch({ directory: directory() });
    await expect(fetched).rejects.toMatchObject({ params: { reason: 'CERT_HAS_EXPIRED' } });
    await expired.close();
  });

  it.each(['localhost', '127.0.0.1', '2130706433', '0x7f.1', '::1', '::ffff:127.0.0.1', '169.254.169.254'])(
    'does not connect to %s',
    async (host) => {
      const fetched = source({ allowLoopback: false }, { host }).fetch({ directory: directory() });
      await expect(fetched).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_FORBIDDEN' });
      expect(server.requests).toEqual([]);
    },
  );

  it('says that the disk is at fault where it is', async () => {
    const fetched = source().fetch({ directory: join(directory(), 'missing') });
    await expect(fetched).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED', params: { reason: 'ENOENT' } });
  });

  it('wants the name of a secret where the call demands credentials', async () => {
    const fetched = source({}, { secretName: undefined }).fetch({ directory: directory() });
    await expect(fetched).rejects.toMatchObject({ code: 'SETTINGS_INVALID' });
  });
});

/** Sends a byte now and then, until the client goes away. */
function trickle(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 10);
  response.on('close', () => clearInterval(timer));
}
