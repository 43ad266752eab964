import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { parseDocument } from 'yaml';
import { fencedBlocks } from '../support/fenced-blocks.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';
import { buildZip } from '../support/zip-writer.js';
import { docker, tryDocker, useDockerEngine } from './support/docker-engine.js';
import { ROOT } from './support/example-config.js';
import { describePart } from './support/part.js';
import { nodeBase } from './support/server-images.js';

const EXAMPLE = join(ROOT, 'examples/daemon');
const IMAGE = `difusor-e2e:${process.pid}`;
const CONTAINER = `difusor-e2e-${process.pid}`;
/** The account of the image; the host's account stands for it in the README. */
const ACCOUNT = 10_001;
const PAGE = '{"corte":"primero"}';
const WAIT_MS = 600_000;

describePart('examples/daemon in a container', ['dockerEngine'], () => {
  const engine = useDockerEngine();
  const folder = useTemporaryDirectory();
  let readers: ChildProcess | undefined;

  beforeAll(buildImage);
  afterEach(() => {
    tryDocker('rm', '--force', CONTAINER);
    readers?.kill();
  });
  afterAll(() => {
    tryDocker('rmi', '--force', IMAGE);
  });

  it('publishes what comes into the inbox, as the README runs it, and ends with 0 within ten seconds of SIGTERM', async () => {
    readers = serve(join(folder(), 'srv/prep/sitio/live'), engine().namespace);
    const port = await firstLine(readers);
    const opening = prepareHost(folder(), port);
    push(folder(), opening);
    runAsTheReadmeSays(folder());

    await until(() => journal(folder()).includes('"event":"seen"'));
    expect(readFileSync(join(folder(), 'srv/prep/sitio/live/json/main.json'), 'utf8')).toBe(PAGE);
    expect(readlinkSync(join(folder(), 'srv/prep/sitio/live'))).toMatch(/^cuts\/\d{8}T\d{6}Z-[0-9a-f]{8}$/);
    expect(readdirSync(join(folder(), 'srv/prep/paquetes/packages'))).toHaveLength(1);
    expect(readdirSync(join(folder(), 'srv/prep/entrada/buzon'))).toEqual([]);
    expect(seenLines(folder())).not.toContain('"code"');

    const where = ['--config', '/etc/difusor/difusor.yaml', '--directory', '/srv/prep/sitio'];
    const told = tryDocker('exec', CONTAINER, 'difusor', 'status', ...where);
    // The one cut is of two hours ago, and nothing is wrong on this side.
    expect(told).toMatchObject({ status: 3, stdout: expect.stringContaining('El público ve el corte') });
    expect(tryDocker('exec', CONTAINER, 'mkdir', '/nuevo').stderr).toMatch(/Read-only/);

    // Ten seconds, and then SIGKILL, which would end it with 137.
    docker('stop', '--time', '10', CONTAINER);
    expect(docker('inspect', '--format', '{{.State.ExitCode}}', CONTAINER).trim()).toBe('0');
  });

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
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
  cpSync(join(EXAMPLE, 'Dockerfile'), join(folder, 'Dockerfile'));
  docker('build', '--network', 'host', '--build-arg', `BASE=${nodeBase()}`, '--tag', IMAGE, folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Makes the folders of the README below another root, and the example's configuration with a night that is on. */
function prepareHost(root: string, port: string): DateTime {
  for (const path of ['etc/difusor', 'srv/prep/sitio', 'srv/prep/paquetes', 'srv/prep/entrada/buzon']) {
    mkdirSync(join(root, path), { recursive: true });
    execFileSync('chown', [`${ACCOUNT}:${ACCOUNT}`, join(root, path)]);
  }
  chmodSync(root, 0o755);
  const opening = DateTime.now().setZone('America/Mexico_City').minus({ hours: 2 }).startOf('hour');
  const iso = (at: DateTime): string => at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
  const config = parseDocument(readFileSync(join(EXAMPLE, 'difusor.yaml'), 'utf8'));
  config.set('publicUrl', `http://127.0.0.1:${port}`);
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

/** The README's own command, on folders below another root, with this test's image and the network of the engine. */
function runAsTheReadmeSays(root: string): void {
  const { text = '' } =
    fencedBlocks(join(EXAMPLE, 'README.md')).find((block) => block.text.includes('docker run')) ?? {};
  const command = text
    .replaceAll('--volume /', `--volume ${root}/`)
    .replace('--name difusor', `--name ${CONTAINER} --network host`)
    .replace(/difusor\n$/, `${IMAGE}\n`);
  const script = `sudo() { "$@"; }\nid() { echo ${ACCOUNT}; }\n${command}`;
  execFileSync('sh', ['-ec', script], { stdio: ['ignore', 'pipe', 'pipe'], env: process.env });
}

/** A web server over the folder that readers get, on the loopback of the engine's network. */
function serve(live: string, namespace: string): ChildProcess {
  const server = [process.execPath, join(__dirname, 'support/live-server.cjs'), live];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return spawn('nsenter', [`--net=/run/netns/${namespace}`, ...server], { stdio: [...stdio] });
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('its output is not taken');
  const [text] = (await once(stdout, 'data')) as [Buffer];
  return text.toString().trim();
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
    if (performance.now() > givingUpAt) throw new Error(tryDocker('logs', CONTAINER).stderr);
    await sleep(200);
  }
}
