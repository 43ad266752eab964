import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { acmeService } from '../../constructs/server/acme/acme-service.js';
import { webService } from '../../constructs/server/web/web-service.js';
import type { ServerPlan } from '../../lib/config/index.js';
import { serverPlan } from '../support/server-plan.js';
import { docker, tryDocker, useDockerEngine } from './support/docker-engine.js';
import { describePart } from './support/part.js';
import { debianBase } from './support/server-images.js';
import { ServiceBench, untilHealthy, type RunningService } from './support/service-bench.js';
import { until } from './support/until.js';

const AUTHORITY = 'autoridad.example.net';
const PORT = 14_000;
const AUTHORITY_CONTAINER = `difusor-e2e-pebble-${process.pid}`;

describePart('the certificate by ACME', ['dockerEngine', 'mmdebstrap', 'pebble'], () => {
  const engine = useDockerEngine();
  let folder: string;
  let bench: ServiceBench;
  let web: RunningService;
  let acme: RunningService;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-acme-'));
    bench = new ServiceBench(engine(), planIn(folder));
    web = bench.run(webService(bench.plan), { base: debianBase() });
    await untilHealthy(web);
    const authority = startAuthority(web.address);
    const service = acmeService(bench.plan);
    if (service === undefined) throw new Error('the plan has no acme');
    const trusting = [`--add-host=${AUTHORITY}:${authority}`, `--volume=${folder}/pebble:/pebble:ro`];
    const more = [...trusting, '--env', 'REQUESTS_CA_BUNDLE=/pebble/certificate.pem'];
    acme = bench.run(service, { base: debianBase(), more });
  });
  afterAll(() => {
    tryDocker('rm', '--force', AUTHORITY_CONTAINER);
    bench.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is proven through port 80, fetched, and served without a start of the web server anew', async () => {
    const started = docker('inspect', '--format', '{{.State.StartedAt}}', web.name);
    await untilIssuer(/Pebble/);
    expect(docker('inspect', '--format', '{{.State.StartedAt}}', web.name)).toBe(started);
    expect(web.exec('stat', '-L', '-c', '%a', '/srv/acme/tls/privkey.pem').trim()).toBe('640');
  });

  it('is still there, and asked for once only, after both were killed', async () => {
    const before = readFileSync(join(folder, 'srv/acme/tls/fullchain.pem'), 'utf8');
    await acme.crash();
    await web.crash();
    await until('certbot looked again', () => acme.logs().includes('not yet due for renewal'), {
      everyMs: 500,
    });
    await untilIssuer(/Pebble/);
    expect(readFileSync(join(folder, 'srv/acme/tls/fullchain.pem'), 'utf8')).toBe(before);
  });

  /** An authority for tests, beside its name server, which leads every name to the web container; its address. */
  function startAuthority(webAddress: string): string {
    const own = join(folder, 'pebble');
    mkdirSync(own);
    const pair = ['-keyout', join(own, 'key.pem'), '-out', join(own, 'certificate.pem')];
    const subject = ['-subj', `/CN=${AUTHORITY}`, '-addext', `subjectAltName=DNS:${AUTHORITY}`];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...pair], {
      stdio: 'ignore',
    });
    for (const name of ['key.pem', 'certificate.pem']) chmodSync(join(own, name), 0o644);
    const pebble = {
      listenAddress: `0.0.0.0:${PORT}`,
      managementListenAddress: '127.0.0.1:15000',
      certificate: '/pebble/certificate.pem',
      privateKey: '/pebble/key.pem',
      httpPort: 80,
      tlsPort: 443,
    };
    writeFileSync(join(own, 'pebble.json'), JSON.stringify({ pebble }));
    const programs = ['pebble', 'pebble-challtestsrv'].map((name) => {
      const path = execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
      return `--volume=${path}:/usr/local/bin/${name}:ro`;
    });
    const names = `pebble-challtestsrv -defaultIPv4 ${webAddress} -defaultIPv6 '' -http01 '' -https01 '' -tlsalpn01 ''`;
    const script = `${names} & exec pebble -config /pebble/pebble.json -dnsserver 127.0.0.1:8053`;
    const words = ['--detach', '--name', AUTHORITY_CONTAINER, '--env', 'PEBBLE_VA_NOSLEEP=1', ...programs];
    docker('run', ...words, `--volume=${own}:/pebble:ro`, debianBase(), 'sh', '-c', script);
    const format = '{{.NetworkSettings.IPAddress}}';
    return docker('inspect', '--format', format, AUTHORITY_CONTAINER).trim();
  }

  async function untilIssuer(expected: RegExp): Promise<void> {
    const giveUpAt = performance.now() + 300_000;
    let issuer = '';
    while (!expected.test(issuer)) {
      if (performance.now() > giveUpAt)
        throw new Error(`issued by ${issuer}\n${acme.logs()}\n${tellAuthority()}`);
      issuer = await issuerInUse().catch(() => '');
    }
  }

  function issuerInUse(): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { host: engine().address, port: web.port(443), rejectUnauthorized: false };
      const socket = connect(options, () => {
        resolve(String(socket.getPeerCertificate().issuer.CN));
        socket.end();
      });
      socket.on('error', reject);
    });
  }
});

function tellAuthority(): string {
  const { stdout, stderr } = tryDocker('logs', AUTHORITY_CONTAINER);
  return stdout + stderr;
}

function planIn(folder: string): ServerPlan {
  const { server } = serverPlan();
  const tls = {
    kind: 'acme',
    email: 'guardia@example.org',
    directory: `https://${AUTHORITY}:${PORT}/dir`,
  } as const;
  return serverPlan({ server: { ...server, folder: join(folder, 'srv'), tls } });
}
