import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeServers } from '../../constructs/server/stack/synthesize-servers.js';
import type { ServerPlan } from '../../lib/config/index.js';
import { SshDaemon } from '../support/institute-host.js';
import { sampleParts, sampleService } from '../support/server-parts.js';
import { serverPlan } from '../support/server-plan.js';
import { docker, useDockerEngine } from './support/docker-engine.js';
import { freePort } from './support/free-port.js';
import { describePart } from './support/part.js';
import { ask, whileReadersPoll } from './support/polling-reader.js';
import { debianBase } from './support/server-images.js';
import { SshAgent } from './support/ssh-agent.js';
import { terraformIn, type Terraform, type TerraformResult } from './support/terraform.js';

// The real Terraform and a real engine, with a stand-in of the docker provider between them, in the order of a season.
const WAYS = ['local', 'ssh'] as const;
const CONTEXTS = join(__dirname, 'support/sample-images');
const NAME = `difusor-e2e-${process.pid}`;
const WEB = `${NAME}-web`;
const NEEDS = ['terraform', 'dockerEngine', 'mmdebstrap', 'sshServer'] as const;
/** Readers' answers before and after a change, so that it is seen from outside. */
const SOME_ANSWERS = 40;

describePart('terraform on a server, with a stand-in of the docker provider', NEEDS, () => {
  // Before the engine's own, which may stop it.
  afterAll(() => {
    quietly('rmi', '--force', ...imagesOf(NAME));
  });
  const engine = useDockerEngine();
  let base = '';
  beforeAll(() => {
    base = debianBase();
  });

  describe.each(WAYS)('over %s', (way) => {
    let root = '';
    let sshd: SshDaemon | undefined;
    let agent: SshAgent | undefined;
    let terraform: Terraform;
    let plan: ServerPlan;
    let stack = '';
    let port = 0;
    const url = (): string => `http://${engine().address}:${port}/`;

    beforeAll(async () => {
      root = mkdtempSync(join(tmpdir(), 'difusor-terraform-'));
      for (const name of ['host', 'terraform', 'sshd', 'agent']) mkdirSync(join(root, name));
      if (way === 'ssh') [sshd, agent] = await letIn(root, engine().host);
      terraform = terraformIn(
        join(root, 'terraform'),
        agent ? { SSH_AUTH_SOCK: agent.socket } : { DOCKER_HOST: engine().host },
      );
      plan = planFor(way, root, base, sshd);
      port = freePort(engine());
      stack = synthesize('first');
    });
    afterAll(async () => {
      for (const id of containersOf(NAME)) docker('rm', '--force', id);
      quietly('network', 'rm', NAME);
      agent?.stop();
      await sshd?.stop();
      rmSync(root, { recursive: true, force: true });
    });

    const apply = (): Promise<TerraformResult> => terraform.run(stack, 'apply', '-auto-approve');
    /** Code 0: nothing to do; 2: something. */
    const planned = (): Promise<TerraformResult> =>
      terraform.run(stack, 'plan', '-detailed-exitcode', '-lock=false');

    it('initialises and validates', async () => {
      expect(await terraform.run(stack, 'init')).toMatchObject({ code: 0 });
      expect(await terraform.run(stack, 'validate')).toMatchObject({ code: 0 });
    });

    it('plans what is not there, and makes it: folders, files, network, image, container', async () => {
      expect(await planned()).toMatchObject({ code: 2 });
      expect(await apply()).toMatchObject({ code: 0 });
      expect(await ask(url())).toMatchObject({ status: 200, body: 'first\n' });
    });

    it('confines the container', () => {
      const [found] = JSON.parse(docker('inspect', WEB)) as [Inspected];
      expect(found.HostConfig).toMatchObject({
        ReadonlyRootfs: true,
        Privileged: false,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges:true'],
        Memory: 256 * 2 ** 20,
        Init: true,
        RestartPolicy: { Name: 'unless-stopped' },
        NetworkMode: NAME,
      });
      expect(found.Config).toMatchObject({ User: '10003:10001' });
      expect(quietly('exec', WEB, 'touch', '/etc/new')).not.toBe(0);
    });

    it('has nothing to do the second time', async () => {
      expect(await planned()).toMatchObject({ code: 0 });
    });

    it('shows the outputs that a person needs next', async () => {
      const { output } = await terraform.run(stack, 'output', '-json');
      expect(JSON.parse(output)).toMatchObject({
        address: { value: '127.0.0.1' },
        dns: { value: 'prep.example.org → 127.0.0.1' },
        fingerprints: { value: expect.stringMatching(/^ssh-ed25519 SHA256:/) },
      });
    });

    test.each([
      ['a container that somebody removed', () => docker('rm', '--force', WEB)],
      ['a container that somebody stopped', () => docker('stop', '--time', '1', WEB)],
      [
        'memory that somebody changed',
        () => docker('update', '--memory', '64m', '--memory-swap', '64m', WEB),
      ],
      [
        'a network that somebody removed',
        () => [docker('rm', '--force', WEB), docker('network', 'rm', NAME)],
      ],
    ])('repairs %s', async (_what, spoil) => {
      spoil();
      expect(await planned()).toMatchObject({ code: 2 });
      expect(await apply()).toMatchObject({ code: 0 });
      expect(await planned()).toMatchObject({ code: 0 });
      expect(await ask(url())).toMatchObject({ status: 200, body: 'first\n' });
      const [{ HostConfig }] = JSON.parse(docker('inspect', WEB)) as [Inspected];
      expect(HostConfig).toMatchObject({ Memory: 256 * 2 ** 20 });
    });

    it('brings a changed configuration in without a failed request and without a new container', async () => {
      const before = docker('inspect', '--format', '{{.Id}} {{.State.StartedAt}}', WEB);
      const { bodies, failures } = await whileReadersPoll(url(), async (readers) => {
        await readers.hear(SOME_ANSWERS);
        synthesize('second');
        expect(await apply()).toMatchObject({ code: 0 });
        await readers.hear(SOME_ANSWERS);
      });
      expect({ bodies, failures }).toEqual({ bodies: ['first\n', 'second\n'], failures: [] });
      expect(docker('inspect', '--format', '{{.Id}} {{.State.StartedAt}}', WEB)).toBe(before);
      expect(await planned()).toMatchObject({ code: 0 });
    });

    it('refuses a configuration that nginx refuses, says why, and leaves the old one in force', async () => {
      synthesize('third";broken "');
      const result = await apply();
      expect(result.code).toBe(1);
      expect(result.output).toMatch(/\[emerg\].*unknown directive "broken"/);
      expect(readFileSync(join(root, 'host/etc/web/nginx.conf'), 'utf8')).toContain('second');
      expect(await ask(url())).toMatchObject({ status: 200, body: 'second\n' });

      synthesize('fourth');
      expect(await apply()).toMatchObject({ code: 0 });
      const { bodies } = await whileReadersPoll(url(), (readers) => readers.hear(SOME_ANSWERS));
      expect(bodies).toContain('fourth\n');
    });

    it('destroys all but the folders of the host: results and packages stay', async () => {
      writeFileSync(join(root, 'host/packages/one.zip'), 'a package');
      expect(await terraform.run(stack, 'destroy', '-auto-approve')).toMatchObject({ code: 0 });
      expect(containersOf(NAME)).toEqual([]);
      expect(docker('network', 'ls', '--quiet', '--filter', `name=^${NAME}$`)).toBe('');
      expect(readFileSync(join(root, 'host/packages/one.zip'), 'utf8')).toBe('a package');
      expect(readFileSync(join(root, 'host/etc/web/nginx.conf'), 'utf8')).toContain('fourth');
    });

    if (way === 'ssh') {
      it('speaks to no host that shows another key', async () => {
        sshd?.changeHostKey();
        const { code, output } = await apply();
        expect({ code, output }).toMatchObject({ code: 1, output: expect.stringMatching(/host key/i) });
        expect(containersOf(NAME)).toEqual([]);
      });
    }

    /** The stack whose web server answers so. */
    function synthesize(answer: string): string {
      const outdir = join(root, 'cdktf.out');
      const parts = sampleParts({ services: [webService(plan.server.folder, { answer, port })] });
      const [server] = synthesizeServers(plan, { outdir, parts, contexts: CONTEXTS });
      return join(outdir, 'stacks', server?.name ?? '');
    }
  });
});

interface Inspected {
  readonly HostConfig: object;
  readonly Config: object;
}

/** An sshd for the engine's user, and an agent with the key that it lets in. */
async function letIn(root: string, dockerHost: string): Promise<[SshDaemon, SshAgent]> {
  const variables = `SetEnv DOCKER_HOST=${dockerHost} PATH=${process.env.PATH ?? ''}`;
  const sshd = await new SshDaemon(join(root, 'sshd'), 'ed25519', [variables]).start();
  const agent = new SshAgent(join(root, 'agent'));
  await agent.add(sshd.privateKey);
  return [sshd, agent];
}

function planFor(
  docker: 'local' | 'ssh',
  root: string,
  base: string,
  sshd: SshDaemon | undefined,
): ServerPlan {
  // What a person must put on the host first is tried with a whole server.
  const plan = serverPlan({ name: NAME, ingest: undefined });
  const [host] = plan.server.hosts;
  if (host === undefined) throw new Error('the sample plan has a host');
  return {
    ...plan,
    server: {
      ...plan.server,
      docker,
      folder: join(root, 'host'),
      // What the set-up would do to this very machine is tried elsewhere, in a tree of its own.
      prepareHost: false,
      administrator: { ...plan.server.administrator, user: sshd?.username ?? 'root' },
      images: { ...plan.server.images, debian: base },
      hosts: [
        {
          ...host,
          address: '127.0.0.1',
          sshPort: sshd?.port ?? 22,
          hostKeys: sshd ? [sshd.hostKey] : host.hostKeys,
        },
      ],
    },
  };
}

/** nginx that says one word. */
function webService(
  folder: string,
  { answer, port }: { readonly answer: string; readonly port: number },
): ReturnType<typeof sampleService> {
  const content = readFileSync(join(CONTEXTS, 'web/image/nginx.conf'), 'utf8').replace('ANSWER', answer);
  return sampleService({
    files: [{ path: `${folder}/etc/web/nginx.conf`, mode: '0644', owner: '0:0', content }],
    ports: [{ container: 8080, host: port }],
    mounts: [{ host: `${folder}/etc/web`, container: '/etc/prep', readOnly: true }],
    memoryFolders: { '/tmp': 'rw,noexec,nosuid,size=16m' },
    memoryMegabytes: 256,
    openFiles: 4096,
    health: {
      command: ['CMD', 'curl', '--fail', '--silent', 'http://127.0.0.1:8080/'],
      everySeconds: 1,
      withinSeconds: 5,
      startSeconds: 0,
      retries: 3,
      awaited: true,
    },
  });
}

/** A command of Docker's that may fail; its status. */
function quietly(...args: readonly string[]): number | null {
  // Handed over in so many words: jest's `process.env` is a copy, which a child does not get by itself.
  return spawnSync('docker', args, { env: process.env, stdio: 'ignore' }).status;
}

function containersOf(name: string): readonly string[] {
  return docker('ps', '--all', '--quiet', '--filter', `name=^${name}-`).split('\n').filter(Boolean);
}

function imagesOf(name: string): readonly string[] {
  return docker('images', '--quiet', '--filter', `reference=${name}-*`).split('\n').filter(Boolean);
}
