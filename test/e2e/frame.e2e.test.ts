import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { services } from '../../constructs/server/service/services.js';
import type { ServerFramePlan } from '../../lib/config/index.js';
import { selfSignedCertificate } from '../support/self-signed-certificate.js';
import { framePlan } from '../support/server-plan.js';
import { visit, type Visit } from './support/chromium.js';
import { useDockerEngine } from './support/docker-engine.js';
import { Connection, type Answer } from './support/page-reader.js';
import { describePart } from './support/part.js';
import { debianBase } from './support/server-images.js';
import { ServiceBench, untilHealthy, type RunningService } from './support/service-bench.js';

/** In a page of the official site: it is only asked for by a page that is shown, whose scripts run and which may store. */
const SHOWN = '/mostrada-guardado';
const OFFICIAL_PAGE =
  '<!doctype html><title>PREP</title><script>' +
  'localStorage.setItem("prueba", "guardado"); fetch("/mostrada-" + localStorage.getItem("prueba"));' +
  '</script><p>Resultados';

describePart('the page that frames the official site', ['dockerEngine', 'mmdebstrap'], () => {
  const engine = useDockerEngine();
  let folder: string;
  let bench: ServiceBench;
  let plan: ServerFramePlan;
  let web: RunningService;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-frame-'));
    const base = framePlan();
    plan = { ...base, server: { ...base.server, folder } };
    bench = new ServiceBench(engine(), plan);
    const [service] = services(plan, { difusorYaml: '' });
    if (service?.name !== 'web') throw new Error('the web server is the first of the services');
    web = bench.run(service, { base: debianBase() });
    await untilHealthy(web);
  });
  afterAll(() => {
    bench.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (path: string, method?: string): Promise<Answer> => {
    const connection = new Connection({ host: engine().address, tlsPort: web.port(443) });
    try {
      return await connection.get(path, {}, method);
    } finally {
      connection.close();
    }
  };

  it('is what the web server answers at the domain itself', async () => {
    const { status, headers, body } = await ask('');
    expect({ status, headers }).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' } });
    const page = body.toString();
    expect(page).toContain('<title>PREP Chiapas 2024</title>');
    expect(page).toMatch(/<iframe src="https:\/\/prep\.example\.net\/" title="PREP Chiapas 2024" sandbox="/);
    expect(page).toMatch(/<a href="https:\/\/prep\.example\.net\/" target="_blank" rel="noopener">/);
    expect(page).toContain('Universidad de Ejemplo');
    expect((await ask('index.html')).body).toEqual(body);
  });

  it('may frame the official site and load nothing else, its one style aside', async () => {
    const { headers, body } = await ask('');
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(body.toString()) ?? [];
    const digest = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; frame-src https://prep.example.net; style-src 'sha256-${digest}'; ` +
        `frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
    );
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      server: 'nginx',
    });
  });

  it.each(['json/main.json', 'nginx.conf', 'page/', 'etc/passwd', '.well-known/x', 'index.html/x'])(
    'is all that there is: /%s is 404',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('takes no other method', async () => {
    expect(await ask('', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it('has no worker beside it, nor a site that one would write', () => {
    expect(services(plan, { difusorYaml: '' }).map(({ name }) => name)).toEqual(['web', 'acme', 'stats']);
    expect(web.exec('ls', '/srv').split('\n').filter(Boolean)).toEqual(['acme', 'logs']);
  });

  describePart('in Chromium', ['chromium'], () => {
    it('shows the official site, whose scripts run', async () => {
      const { asked, seen } = await visitWith({});
      expect(seen.document).toContain('<h1>Universidad de Ejemplo</h1>');
      expect(asked).toEqual(expect.arrayContaining(['/', SHOWN]));
      expect(seen.console).not.toMatch(/Content Security Policy|X-Frame-Options/);
    });

    it.each([
      ['X-Frame-Options', { 'x-frame-options': 'SAMEORIGIN' }],
      ['frame-ancestors', { 'content-security-policy': "frame-ancestors 'self'" }],
    ])('shows nothing of an official site that forbids it by %s', async (_by, headers) => {
      const { asked, seen } = await visitWith(headers);
      expect(asked).toContain('/');
      expect(asked).not.toContain(SHOWN);
      expect(seen.console).toMatch(/(?:Refused to display|Framing) 'https:\/\/prep\.example\.net\/'/);
    });
  });

  /** Opens the page while the official site answers with these headers; and what was asked of that site. */
  async function visitWith(
    headers: Readonly<Record<string, string>>,
  ): Promise<{ asked: readonly string[]; seen: Visit }> {
    const asked: string[] = [];
    const official = createServer(selfSignedCertificate(), ({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(OFFICIAL_PAGE);
    });
    const port = await listen(official, engine().readers[0]);
    try {
      const seen = await visit('https://prep.example.org/', {
        'prep.example.org': `${engine().address}:${web.port(443)}`,
        'prep.example.net': `${engine().readers[0]}:${port}`,
      });
      return { asked, seen };
    } finally {
      official.closeAllConnections();
      official.close();
    }
  }
});

/** Beside the page, as the browser sees it: it may keep pages of one network from asking in another. */
async function listen(server: Server, address: string | undefined): Promise<number> {
  server.listen(0, address);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
