import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { webService } from '../../constructs/server/web/web-service.js';
import type { HostedPlan } from '../../lib/config/index.js';
import { selfSignedCertificate } from '../support/self-signed-certificate.js';
import { framePlan, sftpPlan } from '../support/server-plan.js';
import { docker, tryDocker, useDockerEngine } from './support/docker-engine.js';
import { Connection } from './support/page-reader.js';
import { describePart } from './support/part.js';
import { debianBase } from './support/server-images.js';
import { ServiceBench, untilHealthy, type RunningService } from './support/service-bench.js';
import { until } from './support/until.js';

const ATTACKS = ['?x=%3Cscript%3Ealert(1)%3C/script%3E', '?a=/etc/passwd', "?id=1'%20or%20'1'='1"];
const HARMLESS = ['?fbclid=abc', '?t=1717460000', '?utm_source=x&utm_medium=y'];
const LIMIT = { requestsPerSecond: 100_000, burst: 100_000 };

describePart('the web server’s ModSecurity and own certificate', ['dockerEngine', 'mmdebstrap'], () => {
  const engine = useDockerEngine();
  let folder: string;
  let benches: ServiceBench[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-firewall-'));
    benches = [];
  });
  afterEach(() => {
    for (const bench of benches) bench.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const guarded = <P extends HostedPlan>(plan: P, modSecurity: boolean): P => ({
    ...plan,
    server: { ...plan.server, folder, web: { rateLimit: LIMIT, modSecurity } },
  });
  function start(plan: HostedPlan): { bench: ServiceBench; web: RunningService } {
    const bench = new ServiceBench(engine(), plan);
    benches.push(bench);
    if ('worker' in plan) publish();
    return { bench, web: bench.run(webService(plan), { base: debianBase() }) };
  }
  function publish(): void {
    for (const path of ['index.html', 'json/main.json']) {
      const whole = join(folder, 'site/cuts/a', path);
      mkdirSync(dirname(whole), { recursive: true });
      writeFileSync(whole, '{}');
    }
    symlinkSync('cuts/a', join(folder, 'site/live'));
  }
  async function statusOf(web: RunningService, path: string): Promise<number | undefined> {
    const reader = new Connection({ host: engine().address, tlsPort: web.port(443) });
    try {
      return (
        await reader.get(path, { 'user-agent': 'Mozilla/5.0', accept: '*/*', host: 'prep.example.org' })
      ).status;
    } finally {
      reader.close();
    }
  }
  async function expectGuarded(web: RunningService, paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      expect({ path, status: await statusOf(web, path) }).toEqual({ path, status: 200 });
      for (const query of HARMLESS)
        expect({ path: path + query, status: await statusOf(web, path + query) }).toMatchObject({
          status: 200,
        });
      for (const query of ATTACKS)
        expect({ path: path + query, status: await statusOf(web, path + query) }).toMatchObject({
          status: 403,
        });
    }
  }

  it('is switched on by a proven delivery and a reload, then refuses attacks and lets harmless queries pass', async () => {
    const { bench, web } = start(guarded(sftpPlan(), false));
    await untilHealthy(web);
    expect(await statusOf(web, ATTACKS[0] ?? '')).toBe(200);
    const service = webService(guarded(sftpPlan(), true));
    const etc = join(folder, 'etc/web');
    const aside = service.files.map((file) => ({
      ...file,
      path: file.path.replace(etc, join(etc, '.next')),
    }));
    bench.deliver({ ...service, files: aside });
    const proof = String(service.test).replaceAll('{folder}', '/etc/prep/.next');
    const prove = (): string =>
      execFileSync('sh', ['-c', `docker exec ${web.name} ${proof}`], { encoding: 'utf8', env: process.env });
    prove();
    writeFileSync(join(etc, '.next/modsecurity.conf'), 'SecRuleEngine Perhaps\n');
    expect(prove).toThrow();
    bench.deliver(service);
    docker('kill', '--signal', 'HUP', web.name);
    await until('the rules are on', async () => (await statusOf(web, ATTACKS[0] ?? '')) === 403);
    await expectGuarded(web, ['', 'index.html', 'json/main.json']);
    expect(await statusOf(web, 'nada')).toBe(404);
    expect(web.logs()).toContain('OWASP_CRS');
  });

  it('guards the page of a frame likewise', async () => {
    const { web } = start(guarded(framePlan(), true));
    await untilHealthy(web);
    await expectGuarded(web, ['', 'index.html']);
  });

  it('is ill, and says so, for as long as the difusor’s own certificate can’t be read', async () => {
    const own = join(folder, 'tls');
    const tls = { kind: 'files', certificate: join(own, 'cert.pem'), key: join(own, 'key.pem') } as const;
    const plan = guarded(sftpPlan(), false);
    mkdirSync(own, { mode: 0o755 });
    const { cert, key } = selfSignedCertificate();
    writeFileSync(tls.certificate, cert);
    writeFileSync(tls.key, key, { mode: 0o600 });
    const { web } = start({ ...plan, server: { ...plan.server, tls } });
    const ill = (): string => tryDocker('exec', web.name, 'is-healthy').stdout;
    await until('it says why', () => ill().includes('do not serve'));
    expect(web.logs()).toMatch(/key\.pem can't be read by uid 10003/);
    chmodSync(tls.key, 0o644);
    await untilHealthy(web);
  });
});
