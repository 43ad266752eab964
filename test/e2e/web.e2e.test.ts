import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect } from 'node:tls';
import { gunzipSync, gzipSync } from 'node:zlib';
import { webService } from '../../constructs/server/web/web-service.js';
import type { ServerPlan } from '../../lib/config/index.js';
import { openDirectorySiteStore } from '../../lib/publish/directory-site-store.js';
import { extractedCut, sha256, stagedFile } from '../support/cuts.js';
import { selfSignedCertificate } from '../support/self-signed-certificate.js';
import { sftpPlan } from '../support/server-plan.js';
import { docker, useDockerEngine } from './support/docker-engine.js';
import { Connection, type Answer } from './support/page-reader.js';
import { describePart } from './support/part.js';
import { debianBase } from './support/server-images.js';
import { ServiceBench, untilHealthy, type RunningService } from './support/service-bench.js';
import { until } from './support/until.js';

const RULE = 'no-cache, no-store, must-revalidate';
const MAIN = JSON.stringify({ corte: '20:00', filler: 'x'.repeat(3000) });
const CUT = 'cuts/20240603T020000Z-00000001';
const REQUESTS_MEANWHILE = 300;

describePart('the web server in its container', ['dockerEngine', 'mmdebstrap'], () => {
  const engine = useDockerEngine();
  let folder: string;
  let bench: ServiceBench;
  let web: RunningService;
  const planWith = (requestsPerSecond: number, burst: number): ServerPlan => {
    const base = sftpPlan();
    const rateLimit = { requestsPerSecond, burst };
    return { ...base, server: { ...base.server, folder, web: { rateLimit, modSecurity: false } } };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-web-'));
    bench = new ServiceBench(engine(), planWith(100_000, 100_000));
    publish({
      'index.html': '<!doctype html>',
      'json/main.json': MAIN,
      'json/otro.json': '{}',
      '.oculto': 'x',
    });
    web = bench.run(webService(bench.plan), { base: debianBase() });
    await untilHealthy(web);
  });
  afterAll(() => {
    bench.end();
    rmSync(folder, { recursive: true, force: true });
  });

  function publish(files: Readonly<Record<string, string>>): void {
    const site = join(folder, 'site');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(site, CUT, dirname(path)), { recursive: true });
      writeFileSync(join(site, CUT, path), content);
    }
    execFileSync('gzip', ['--keep', '--force', join(site, CUT, 'json/main.json')]);
    leadTo(CUT);
  }

  function leadTo(cut: string): void {
    const site = join(folder, 'site');
    symlinkSync(cut, join(site, 'next'));
    renameSync(join(site, 'next'), join(site, 'live'));
  }

  const reader = (from = 0): Connection => {
    const { address, readers } = engine();
    return new Connection({ host: address, tlsPort: web.port(443), localAddress: readers[from] });
  };
  const ask = async (path: string, headers?: Record<string, string>, method?: string): Promise<Answer> => {
    const connection = reader();
    try {
      return await connection.get(path, headers, method);
    } finally {
      connection.close();
    }
  };

  it('sends the call’s header byte for byte with 200, 206 and 304, and never with 404', async () => {
    const whole = await ask('json/main.json');
    expect(whole).toMatchObject({
      status: 200,
      headers: { 'cache-control': RULE, 'content-type': 'application/json' },
    });
    const part = await ask('json/main.json', { range: 'bytes=0-9' });
    expect(part).toMatchObject({
      status: 206,
      headers: { 'cache-control': RULE },
      body: Buffer.from(MAIN.slice(0, 10)),
    });
    const known = await ask('json/main.json', { 'if-none-match': whole.headers.etag ?? '' });
    expect(known).toMatchObject({ status: 304, headers: { 'cache-control': RULE } });
    const absent = await ask('json/main.json/x');
    expect(absent).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
    expect(await ask('json/otro.json')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-cache' },
    });
    expect(web.exec('curl', '-sik', 'https://127.0.0.1/json/main.json')).toMatch(
      new RegExp(`^cache-control: ${RULE}\r$`, 'mi'),
    );
  });

  it('answers with the headers that keep readers safe, errors included', async () => {
    for (const path of ['', 'nada']) {
      expect((await ask(path)).headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "frame-ancestors 'self'",
        server: 'nginx',
      });
    }
  });

  it('sends the compressed twin to who takes it, and the file to who does not', async () => {
    const packed = await ask('json/main.json', { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
      'cache-control': RULE,
    });
    expect(gunzipSync(packed.body).toString()).toBe(MAIN);
    expect((await ask('json/main.json')).body.toString()).toBe(MAIN);
  });

  it('sends a file as it is where a package’s own file under the name of its twin holds something else', async () => {
    const [older, content] = ['votos\n'.repeat(1000), 'VOTOS\n'.repeat(1000)];
    const own = gzipSync(older);
    const store = await openDirectorySiteStore(join(folder, 'site'));
    const generation = '20240603T022000Z-00000002';
    const files = Object.entries({
      'datos/a.csv': content,
      'datos/a.csv.gz': own,
      'datos/b.csv': content,
    }).map(([path, bytes]) => {
      writeFileSync(join(folder, path.replace('/', '-')), bytes);
      return { ...stagedFile(path, ''), size: bytes.length, sha256: sha256(bytes), contentType: 'text/csv' };
    });
    for (const file of files)
      await store.putFile(generation, file, join(folder, file.path.replace('/', '-')));
    const { manifest } = extractedCut(folder, '2024-06-03T02:20:00Z', {});
    await store.putManifest({ ...manifest, generation, files });
    leadTo(`cuts/${generation}`);
    for (const path of ['datos/a.csv', 'datos/a.csv?v=1']) {
      const answer = await ask(path, { 'accept-encoding': 'gzip' });
      expect(answer.headers).not.toHaveProperty('content-encoding');
      expect(answer.body.toString()).toBe(content);
    }
    expect((await ask('datos/a.csv.gz', { 'accept-encoding': 'gzip' })).body).toEqual(own);
    const packed = await ask('datos/b.csv', { 'accept-encoding': 'gzip' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(gunzipSync(packed.body).toString()).toBe(content);
    leadTo(CUT);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])(
    'refuses %s with 405 and says what it takes',
    async (method) => {
      const answer = await ask('json/main.json', {}, method);
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
      expect(answer.body.toString()).toContain('Solicitud no admitida');
    },
  );

  test.each([
    ['nada', 404],
    ['json/', 403],
    ['.errors/absent.html', 404],
    ['.oculto', 404],
  ])(
    'explains in Spanish that there is nothing at %s, with its status, for no cache to keep',
    async (path, status) => {
      const answer = await ask(path, { 'accept-encoding': 'gzip', range: 'bytes=0-9' });
      expect(answer).toMatchObject({
        status,
        headers: { 'cache-control': 'no-store', 'content-type': 'text/html' },
      });
      expect(answer.body.toString()).toMatch(/^<!doctype html><html lang="es">.*Aquí no hay nada publicado/);
    },
  );

  it('shows neither hidden files nor folders nor anything beside the live cut', async () => {
    const statuses = await Promise.all(
      ['.oculto', 'json/', '../live', '%2e%2e/moves', 'etc/passwd'].map(
        async (path) => (await ask(path)).status,
      ),
    );
    for (const status of statuses) expect([400, 403, 404]).toContain(status);
  });

  it('answers 404 and nothing of its own disk while no cut is live', async () => {
    renameSync(join(folder, 'site/live'), join(folder, 'site/aside'));
    expect((await ask('etc/passwd')).status).toBe(404);
    expect((await ask('')).status).toBe(404);
    renameSync(join(folder, 'site/aside'), join(folder, 'site/live'));
    expect((await ask('')).status).toBe(200);
  });

  it('leads port 80 to HTTPS, but for the proof of the certificate and the health check', async () => {
    const proof = join(folder, 'acme/challenges/.well-known/acme-challenge');
    mkdirSync(proof, { recursive: true });
    writeFileSync(join(proof, 'token'), 'prueba');
    expect(await plain('json/main.json?x=1')).toMatchObject({
      status: 301,
      location: 'https://prep.example.org/json/main.json?x=1',
    });
    expect(await plain('.well-known/acme-challenge/token')).toMatchObject({ status: 200, body: 'prueba' });
    expect(await plain('healthz')).toMatchObject({ status: 200, body: 'ok\n' });
  });

  it('logs each answer once, with what the statistics need, and loses none while the log is rotated', async () => {
    const log = join(folder, 'logs/access.log');
    const connection = reader(1);
    for (let number = 0; number < REQUESTS_MEANWHILE; number += 1) {
      if (number % 100 === 50) renameSync(log, `${log}-${number}`);
      if (number % 100 === 51) await until('the log is there again', () => existsSync(log));
      await connection.get(`json/main.json?numero=${number}`);
    }
    connection.close();
    const lines = (): readonly Record<string, string>[] =>
      readdirSync(join(folder, 'logs')).flatMap((name) =>
        readFileSync(join(folder, 'logs', name), 'utf8')
          .split('\n')
          .filter((line) => line.includes('numero='))
          .map((line) => JSON.parse(line) as Record<string, string>),
      );
    await until('all is written', () => lines().length >= REQUESTS_MEANWHILE);
    const paths = lines().map(({ path }) => path);
    expect(new Set(paths).size).toBe(REQUESTS_MEANWHILE);
    expect(paths).toHaveLength(REQUESTS_MEANWHILE);
    expect(lines()[0]).toMatchObject({
      address: engine().readers[1],
      status: '200',
      method: 'GET',
      referrer: '',
    });
  });

  it('takes up a new certificate without a failed request, and leaves a pair that does not fit', async () => {
    const first = await certificateInUse();
    const [good, other] = [selfSignedCertificate(), selfSignedCertificate()];
    const put = (cert: string, key: string): void => {
      mkdirSync(join(folder, 'acme/tls'), { recursive: true });
      writeFileSync(join(folder, 'acme/tls/privkey.pem'), key);
      writeFileSync(join(folder, 'acme/tls/fullchain.pem'), cert);
      for (const name of readdirSync(join(folder, 'acme/tls')))
        chmodSync(join(folder, 'acme/tls', name), 0o644);
    };
    const asking = askWhile();
    put(good.cert, good.key);
    await until('the new certificate', async () => (await certificateInUse()) !== first);
    const second = await certificateInUse();
    put(good.cert, other.key);
    await until('the misfit is told', () => web.logs().includes('are no pair'));
    expect(await certificateInUse()).toBe(second);
    expect(await asking.stop()).toEqual([]);
  });

  it('takes up another configuration by HUP alone, and then answers 429 to who asks too fast, and to nobody else', async () => {
    const started = docker('inspect', '--format', '{{.State.StartedAt}}', web.name);
    bench.deliver(webService(planWith(1, 5)));
    web.exec('nginx', '-t', '-q', '-e', 'stderr', '-c', '/etc/prep/nginx.conf');
    docker('kill', '--signal', 'HUP', web.name);
    // Several at once: one after the other they may be slow enough for the limit.
    let refused: Answer | undefined;
    await until('the limit holds', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask('json/main.json')));
      refused = answers.find(({ status }) => status === 429);
      return refused !== undefined;
    });
    expect(refused?.headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
    expect(refused?.body.toString()).toContain('Demasiadas solicitudes');
    const other = reader(2);
    expect((await other.get('json/main.json')).status).toBe(200);
    other.close();
    bench.deliver(webService(bench.plan));
    docker('kill', '--signal', 'HUP', web.name);
    await until('the limit is gone', async () => (await ask('json/main.json')).status === 200);
    expect(docker('inspect', '--format', '{{.State.StartedAt}}', web.name)).toBe(started);
  });

  it('runs as nobody in particular, can’t write its own disk, and has no program with the rights of another', () => {
    expect(web.exec('id', '-u').trim()).toBe('10003');
    expect(() => web.exec('touch', '/usr/x')).toThrow();
    expect(web.exec('sh', '-c', 'find / -xdev -perm /6000 -type f 2>/dev/null || true')).toBe('');
  });

  async function certificateInUse(): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { host: engine().address, port: web.port(443), rejectUnauthorized: false };
      const socket = connect(options, () => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.end();
      });
      socket.on('error', reject);
    });
  }

  function plain(path: string): Promise<{ status?: number; location?: string; body: string }> {
    return new Promise((resolve, reject) => {
      get({ host: engine().address, port: web.port(80), path: `/${path}` }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode, location: response.headers.location, body }),
        );
      }).on('error', reject);
    });
  }

  /** Asks over and over by new connections; what was not answered with 200 is told at the end. */
  function askWhile(): { stop: () => Promise<readonly string[]> } {
    let go = true;
    const failed: string[] = [];
    const ended = (async () => {
      while (go) {
        const { status } = await ask('json/main.json').catch((error: unknown) => ({ status: String(error) }));
        if (status !== 200) failed.push(String(status));
      }
    })();
    return {
      stop: async () => {
        go = false;
        await ended;
        return failed;
      },
    };
  }
});
