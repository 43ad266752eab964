import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildZip } from '../support/zip-writer.js';
import { tryDocker, useDockerEngineApart } from './support/docker-engine.js';
import { describePart } from './support/part.js';
import { ask, whileReadersPoll, type AskOptions } from './support/polling-reader.js';
import { debianBase, nodeBase } from './support/server-images.js';
import { until } from './support/until.js';
import { INGEST_PORT, WholeServer, type Way } from './support/whole-server.js';

const NEEDS = [...(['terraform', 'dockerEngine', 'mmdebstrap', 'nftables', 'rsync', 'sshServer'] as const)];
const NETWORK = join(__dirname, 'support/network');
/** Services of the host's own, its sshd and one that nobody may reach. */
const HOST_PORTS = [22, 5432];
/** Readers' answers before and after a change, so that it is seen from outside. */
const SOME_ANSWERS = 30;

// The real services as an example describes them, by the real Terraform, on a real engine behind the plan's own packet
// filter; between Terraform and the engine a stand-in of the docker provider.
describePart('a whole server by Terraform, with a stand-in of the docker provider', NEEDS, () => {
  const engine = useDockerEngineApart();
  let images: { debian: string; node: string };
  beforeAll(() => {
    images = { debian: debianBase(), node: nodeBase() };
  });

  describe.each<{ way: Way; who: string; services: readonly string[] }>([
    { way: 'rsync', who: 'Veracruz, by rsync', services: ['ingest', 'publisher', 'stats', 'web'] },
    { way: 'sftp', who: 'a call of one’s own, by sftp', services: ['ingest', 'publisher', 'stats', 'web'] },
  ])('$who', ({ way, services }) => {
    let server: WholeServer;
    let hostServices: ChildProcess | undefined;
    beforeAll(async () => {
      server = new WholeServer(way, engine(), images);
      server.loadFirewall();
      hostServices = await listen(engine().namespace, HOST_PORTS);
      expect(await server.terraform('init')).toMatchObject({ code: 0 });
    });
    afterAll(() => {
      hostServices?.kill();
      server.inNetwork(['nft', '--file', '-'], 'table inet difusor\ndelete table inet difusor\n');
      server.end();
    });

    const url = (path: string): string => `https://${engine().address}/${path}`;
    const reader = (): AskOptions => ({
      localAddress: engine().readers[3],
      ca: server.certificate,
      servername: server.domain,
    });
    const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
      ask(url(path), { ...reader(), headers });
    /** As fast as one address may open connections. */
    const readers = () => ({ count: 2, pauseMs: 40, options: reader() });
    const untilLive = (label: string): Promise<void> =>
      until(`${label} is live`, () => liveText(server).includes(label), { everyMs: 200 });

    it('is not applied while a file is missing that a person puts there, and says which', async () => {
      const { code, output } = await server.apply();
      expect(code).toBe(1);
      const told = output.replaceAll(/\s+/g, ' ');
      for (const path of server.neededPaths())
        expect(told).toContain(`Falta en este equipo el archivo ${path}.`);
      expect(server.containers('x')).toEqual({});
      // The images are built meanwhile.
    });

    it('is applied whole, with every service confined as the plan says', async () => {
      server.placeSecrets();
      expect(await server.apply()).toMatchObject({ code: 0 });
      expect(Object.keys(server.containers('x'))).toEqual(services);
      expect(server.containers('{{.State.Running}} {{.HostConfig.ReadonlyRootfs}}')).toEqual(
        Object.fromEntries(services.map((each) => [each, 'true true'])),
      );
      expect(await server.planned()).toMatchObject({ code: 0 });
    });

    it('publishes what the institute pushes, with the call’s headers over HTTPS', async () => {
      server.push(0, site('primero'));
      await untilLive('primero');
      const page = await get('json/main.json');
      expect(page).toMatchObject({ status: 200, body: site('primero')['json/main.json'] });
      for (const { path, name, value } of server.plan.convocatoria.headers) {
        if (path === '/json/main.json') expect(page.headers).toMatchObject({ [name.toLowerCase()]: value });
      }
      const { etag = '' } = page.headers;
      expect(await get('json/main.json', { 'if-none-match': String(etag) })).toMatchObject({
        status: 304,
        headers: { 'cache-control': page.headers['cache-control'] },
      });
      const missing = await get('no-existe');
      expect(missing.status).toBe(404);
      expect(missing.headers['cache-control']).not.toBe(page.headers['cache-control']);
    });

    it('refuses a hostile package, and goes on to serve the cut before it', async () => {
      const before = readlinkSync(server.host('site/live'));
      const hostile = join(server.folder, 'institute/hostil.zip');
      writeFileSync(hostile, buildZip([{ name: '../../etc/cron.d/x', content: 'mal' }]));
      server.pusher.push(hostile, server.nameOf(1));
      await until('it was refused', () => server.logs('publisher').includes('ARCHIVE_'), {
        everyMs: 500,
      });
      expect(readlinkSync(server.host('site/live'))).toBe(before);
      expect(existsSync(server.host('site/etc'))).toBe(false);
      expect(await get('json/main.json')).toMatchObject({
        status: 200,
        body: site('primero')['json/main.json'],
      });

      server.push(2, site('segundo'));
      await untilLive('segundo');
      expect(await get('json/main.json')).toMatchObject({ body: site('segundo')['json/main.json'] });
    });

    it('says of itself that it is healthy', async () => {
      const health = '{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}';
      const wanted = Object.fromEntries(services.map((each) => [each, 'healthy']));
      await until('every service is healthy', () => same(server.containers(health), wanted), {
        everyMs: 1000,
      });
    });

    it('takes up a changed configuration without a failed request and without a new container', async () => {
      const before = server.containers('{{.Id}} {{.State.StartedAt}}');
      const policy = async (): Promise<string> =>
        String((await get('index.html')).headers['content-security-policy']);
      expect(await policy()).not.toContain('https://prensa.example.org');
      const { failures } = await whileReadersPoll(
        url('index.html'),
        async (polling) => {
          await polling.hear(SOME_ANSWERS);
          server.configure({ embedding: { frameAncestors: ["'self'", 'https://prensa.example.org'] } });
          expect(await server.apply()).toMatchObject({ code: 0 });
          await polling.hear(SOME_ANSWERS);
        },
        readers(),
      );
      expect(failures).toEqual([]);
      expect(await policy()).toContain('https://prensa.example.org');
      expect(server.containers('{{.Id}}')).toEqual(
        Object.fromEntries(Object.entries(before).map(([name, each]) => [name, each.split(' ')[0]])),
      );
      expect(server.containers('{{.Id}} {{.State.StartedAt}}').web).toBe(before.web);
      expect(await server.planned()).toMatchObject({ code: 0 });
    });

    const ports = [22, 80, 443, INGEST_PORT[way], 5432];
    const callers = (): readonly string[] => [0, 1, 3].map((index) => engine().readers[index] ?? '');
    /** Which of the ports the institute, the administrator and a reader reach. */
    const reached = (): readonly number[][] => {
      const attempts = callers().flatMap((from) =>
        ports.map((port) => ({ from, to: engine().address, port })),
      );
      const words = [join(NETWORK, 'reach.cjs'), JSON.stringify(attempts)];
      const counts = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as number[];
      return callers().map((_, index) => counts.slice(index * ports.length, (index + 1) * ports.length));
    };
    const asTheCallSays = [
      [1, 1, 1, 1, 0],
      [1, 1, 1, 0, 0],
      [0, 1, 1, 0, 0],
    ];

    it('is behind its packet filter, which alone shuts the ports that containers publish', () => {
      expect(reached()).toEqual(asTheCallSays);
      server.inNetwork(['nft', 'delete', 'table', 'inet', 'difusor']);
      expect(reached()).toEqual(callers().map(() => [1, 1, 1, 1, 1]));
      server.loadFirewall();
      expect(reached()).toEqual(asTheCallSays);
    });

    it('goes on through a restart of the engine: readers, containers and packet filter', async () => {
      const before = server.containers('{{.Id}} {{.State.StartedAt}}');
      const { failures } = await whileReadersPoll(
        url('index.html'),
        async (polling) => {
          await polling.hear(SOME_ANSWERS);
          engine().restart();
          await polling.hear(SOME_ANSWERS);
        },
        readers(),
      );
      expect(failures).toEqual([]);
      expect(server.containers('{{.Id}} {{.State.StartedAt}}')).toEqual(before);
      expect(reached()).toEqual(asTheCallSays);

      // As after a reboot, where no rule is left: the filter's unit comes first, and then the engine.
      server.inNetwork(['nft', 'flush', 'ruleset']);
      server.loadFirewall();
      engine().restart();
      expect(reached()).toEqual(asTheCallSays);
    });

    it('is made anew where somebody removed a container, and the site stays as it was', async () => {
      tryDocker('rm', '--force', `${server.name}-publisher`);
      tryDocker('rm', '--force', `${server.name}-web`);
      expect(await server.planned()).toMatchObject({ code: 2 });
      expect(await server.apply()).toMatchObject({ code: 0 });
      expect(await get('json/main.json')).toMatchObject({ body: site('segundo')['json/main.json'] });
      server.push(3, site('tercero'));
      await untilLive('tercero');
      expect(await server.planned()).toMatchObject({ code: 0 });
    });

    it('is destroyed but for results, packages and secrets', async () => {
      expect(await server.terraform('destroy', '-auto-approve')).toMatchObject({ code: 0 });
      expect(server.containers('x')).toEqual({});
      expect(liveText(server)).toContain('tercero');
      const kept = readdirSync(server.host('packages'), { recursive: true, encoding: 'utf8' });
      expect(kept.filter((name) => name.endsWith('_PREP.zip')).length).toBeGreaterThanOrEqual(3);
      expect(existsSync(server.host('secrets/tls/privkey.pem'))).toBe(true);
    });
  });
});

function site(label: string): Readonly<Record<'index.html' | 'json/main.json', string>> {
  return { 'index.html': '<!doctype html>', 'json/main.json': JSON.stringify({ corte: label }) };
}

function liveText(server: WholeServer): string {
  const path = server.host('site/live/json/main.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function same(found: object, wanted: object): boolean {
  return JSON.stringify(found) === JSON.stringify(wanted);
}

/** Programs of the host's own that listen, in its network. */
async function listen(namespace: string, ports: readonly number[]): Promise<ChildProcess> {
  const script = [process.execPath, join(NETWORK, 'listen.cjs'), ...ports.map(String)];
  const child = spawn('nsenter', [`--net=/run/netns/${namespace}`, '--', ...script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`no listening: ${String(code)}`))),
  ]);
  return child;
}
