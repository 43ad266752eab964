import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { parseDocument } from 'yaml';
import { fencedBlocks } from '../support/fenced-blocks.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { buildZip } from '../support/zip-writer.js';
import { importBaseImage } from './support/base-image.js';
import { ROOT } from './support/example-config.js';
import { describePart } from './support/part.js';

const EXAMPLE = join(ROOT, 'examples/daemon');
const IMAGE = `difusor-e2e:${process.pid}`;
const BASE = `difusor-e2e-base:${process.pid}`;
const CONTAINER = `difusor-e2e-${process.pid}`;
/** The account of the image; the host's account stands for it in the README. */
const ACCOUNT = 10_001;
const PAGE = '{"corte":"primero"}';
const WAIT_MS = 90_000;

const docker = (...args: string[]): string =>
  execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describePart('examples/daemon in a container', ['docker'], () => {
  const folder = useTemporaryDirectory();
  let readers: Server | undefined;

  beforeAll(buildImage, 600_000);
  afterEach(() => {
    spawnSync('docker', ['rm', '--force', CONTAINER]);
    readers?.close();
  });
  afterAll(() => {
    spawnSync('docker', ['rmi', '--force', IMAGE, BASE]);
  });

  it('publishes what comes into the inbox, as the README runs it, and ends with 0 within ten seconds of SIGTERM', async () => {
    readers = await serve(join(folder(), 'srv/prep/sitio/live'));
    const opening = prepareHost(folder(), readers);
    push(folder(), opening);
    runAsTheReadmeSays(folder());

    await until(() => journal(folder()).includes('"event":"seen"'));
    expect(readFileSync(join(folder(), 'srv/prep/sitio/live/json/main.json'), 'utf8')).toBe(PAGE);
    expect(readlinkSync(join(folder(), 'srv/prep/sitio/live'))).toMatch(/^cuts\/\d{8}T\d{6}Z-[0-9a-f]{8}$/);
    expect(readdirSync(join(folder(), 'srv/prep/paquetes/packages'))).toHaveLength(1);
    expect(readdirSync(join(folder(), 'srv/prep/entrada/buzon'))).toEqual([]);
    expect(seenLines(folder())).not.toContain('"code"');

    const where = ['--config', '/etc/difusor/difusor.yaml', '--directory', '/srv/prep/sitio'];
    const told = spawnSync('docker', ['exec', CONTAINER, 'difusor', 'status', ...where], {
      encoding: 'utf8',
    });
    // The one cut is of two hours ago, and nothing is wrong on this side.
    expect(told).toMatchObject({ status: 3, stdout: expect.stringContaining('El público ve el corte') });
    expect(spawnSync('docker', ['exec', CONTAINER, 'mkdir', '/nuevo'], { encoding: 'utf8' }).stderr).toMatch(
      /Read-only/,
    );

    // Ten seconds, and then SIGKILL, which would end it with 137.
    docker('stop', '--time', '10', CONTAINER);
    expect(docker('inspect', '--format', '{{.State.ExitCode}}', CONTAINER).trim()).toBe('0');
  }, 240_000);

  it('is healthy by the very command of its Dockerfile while the institute is late, and ill once nothing can be published', () => {
    const check = JSON.parse(
      docker('inspect', '--format', '{{json .Config.Healthcheck.Test}}', IMAGE),
    ) as string[];
    const healthOf = (exitCode: number): number | null =>
      spawnSync('sh', ['-c', `difusor() { return ${exitCode}; }\n${check[1] ?? ''}`]).status;
    expect([0, 3, 1, 4].map(healthOf)).toEqual([0, 0, 1, 1]);
  });
});

describePart('examples/daemon as a service', ['systemdAnalyze'], () => {
  const folder = useTemporaryDirectory();

  test.each([false, true])(
    'is a unit of which systemd has nothing to complain (with a credential: %s)',
    (credential) => {
      const unit = join(folder(), 'difusor-sync.service');
      const installed = (text: string): string => text.replaceAll('/usr/bin/difusor ', '/bin/true ');
      writeFileSync(unit, installed(readFileSync(join(EXAMPLE, 'difusor-sync.service'), 'utf8')));
      if (credential) {
        const dropIn = 'difusor-sync.service.d/credencial.conf';
        mkdirSync(`${unit}.d`);
        writeFileSync(join(folder(), dropIn), installed(readFileSync(join(EXAMPLE, dropIn), 'utf8')));
      }
      const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unit], {
        encoding: 'utf8',
      });
      expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
    },
  );
});

function buildImage(): void {
  const folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-image-'));
  const [base, context] = [join(folder, 'base'), join(folder, 'context')];
  mkdirSync(base);
  mkdirSync(context);
  importBaseImage(BASE, base);
  execFileSync('npm', ['pack', '--pack-destination', context], { cwd: ROOT, stdio: 'pipe' });
  cpSync(join(EXAMPLE, 'Dockerfile'), join(context, 'Dockerfile'));
  docker('build', '--network', 'host', '--build-arg', `BASE=${BASE}`, '--tag', IMAGE, context);
  rmSync(folder, { recursive: true, force: true });
}

/** Makes the folders of the README below another root, and the example's configuration with a night that is on. */
function prepareHost(root: string, readers: Server): DateTime {
  for (const path of ['etc/difusor', 'srv/prep/sitio', 'srv/prep/paquetes', 'srv/prep/entrada/buzon']) {
    mkdirSync(join(root, path), { recursive: true });
    execFileSync('chown', [`${ACCOUNT}:${ACCOUNT}`, join(root, path)]);
  }
  chmodSync(root, 0o755);
  const opening = DateTime.now().setZone('America/Mexico_City').minus({ hours: 2 }).startOf('hour');
  const iso = (at: DateTime): string => at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
  const config = parseDocument(readFileSync(join(EXAMPLE, 'difusor.yaml'), 'utf8'));
  config.set('publicUrl', `http://127.0.0.1:${(readers.address() as AddressInfo).port}`);
  config.set('dates', {
    electionDay: opening.toISODate(),
    opening: iso(opening),
    closing: iso(opening.plus({ days: 1 })),
    holdUntil: iso(opening.plus({ days: 14 })),
  });
  writeFileSync(join(root, 'etc/difusor/difusor.yaml'), config.toString());
  return opening;
}

/** As an institute does: under another name first. */
function push(root: string, opening: DateTime): void {
  const path = join(root, 'srv/prep/entrada/buzon', `${opening.toFormat('yyyyMMdd_HHmm')}_PREP_PUE.zip`);
  const files = { 'index.html': '<!doctype html><title>PREP</title>', 'json/main.json': PAGE };
  writeFileSync(
    `${path}.part`,
    buildZip(Object.entries(files).map(([name, content]) => ({ name, content }))),
  );
  renameSync(`${path}.part`, path);
}

/** The README's own command, on folders below another root, with this test's image and the network of the host. */
function runAsTheReadmeSays(root: string): void {
  const { text = '' } =
    fencedBlocks(join(EXAMPLE, 'README.md')).find((block) => block.text.includes('docker run')) ?? {};
  const command = text
    .replaceAll('--volume /', `--volume ${root}/`)
    .replace('--name difusor', `--name ${CONTAINER} --network host`)
    .replace(/difusor\n$/, `${IMAGE}\n`);
  const script = `sudo() { "$@"; }\nid() { echo ${ACCOUNT}; }\n${command}`;
  execFileSync('sh', ['-ec', script], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A web server over the folder that readers get. */
async function serve(live: string): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const path = join(live, decodeURIComponent(url));
    if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function journal(root: string): string {
  const path = join(root, 'srv/prep/sitio/state/journal.jsonl');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function seenLines(root: string): string {
  return journal(root)
    .split('\n')
    .filter((line) => line.includes('"event":"seen"'))
    .join('\n');
}

async function until(isSo: () => boolean): Promise<void> {
  const givingUpAt = performance.now() + WAIT_MS;
  while (!isSo()) {
    if (performance.now() > givingUpAt)
      throw new Error(spawnSync('docker', ['logs', CONTAINER], { encoding: 'utf8' }).stdout);
    await sleep(200);
  }
}
