import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  synthesizeServers,
  type SynthesizeServersOptions,
} from '../../../../constructs/server/stack/synthesize-servers.js';
import type { ServerPlan, ServerSettings } from '../../../../lib/config/index.js';
import { createMessages } from '../../../../lib/messages/index.js';
import { HOST_KEY, serverPlan } from '../../../support/server-plan.js';
import { sampleContexts, sampleParts, sampleService } from '../../../support/server-parts.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const root = useTemporaryDirectory();

/** The parts of cdk.tf.json that these tests read. */
interface Template {
  readonly terraform: {
    readonly backend: object;
    readonly required_version: string;
    readonly required_providers: object;
  };
  readonly provider: { readonly docker: readonly object[] };
  readonly output: Readonly<Record<string, { readonly value: string; readonly description: string }>>;
  readonly resource: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
}
interface Resource {
  readonly [key: string]: unknown;
  readonly depends_on?: readonly string[];
  readonly provisioner?: readonly { 'local-exec': { command: string } }[];
}

function synthesized(server: Partial<ServerSettings> = {}, options: SynthesizeServersOptions = {}): Template {
  const contexts = sampleContexts(join(root(), 'contexts'));
  const parts = sampleParts();
  const [first] = synthesizeServers(planWith(server), { parts, contexts, ...options });
  return first?.template as Template;
}

function planWith(server: Partial<ServerSettings>): ServerPlan {
  const plan = serverPlan();
  return { ...plan, server: { ...plan.server, ...server } };
}

const TWO_HOSTS = [
  { name: 'uno', address: '198.51.100.10', sshPort: 22, hostKeys: [HOST_KEY] },
  { name: 'dos', address: '198.51.100.27', sshPort: 2200, hostKeys: [HOST_KEY] },
];

describe('the folder of stacks', () => {
  it('has one for each host, with its keys and its user data beside it', () => {
    const outdir = join(root(), 'a/cdktf.out');
    const plan = planWith({ hosts: TWO_HOSTS });
    const contexts = sampleContexts(join(root(), 'contexts'));
    const servers = synthesizeServers(plan, { outdir, parts: sampleParts(), contexts });
    expect(servers.map(({ name }) => name)).toEqual([
      'difusor-veracruz-2024-uno',
      'difusor-veracruz-2024-dos',
    ]);
    for (const { name, template, cloudInit } of servers) {
      const file = (path: string): string => readFileSync(join(outdir, 'stacks', name, path), 'utf8');
      expect(JSON.parse(file('cdk.tf.json'))).toEqual(template);
      expect(file('user-data.yaml')).toBe(cloudInit);
      expect(file('known_hosts')).toContain(HOST_KEY);
    }
  });

  it('says the same again, byte for byte, wherever it lies and however it is called', () => {
    const plan = planWith({ hosts: TWO_HOSTS });
    const [one, two] = ['one', 'two'].map((name) => {
      const contexts = sampleContexts(join(root(), name, 'contexts'));
      const outdir = join(root(), name, 'out');
      synthesizeServers(plan, { outdir, parts: sampleParts(), contexts });
      return outdir;
    });
    const first = everything(one ?? '');
    expect(first).toEqual(everything(two ?? ''));
    expect(JSON.stringify(first)).not.toContain(root());
    expect(JSON.stringify(first)).not.toContain(process.cwd());
  });

  it('is taken away where nobody asked for one', () => {
    synthesized();
    expect(existsSync('cdktf.out')).toBe(false);
  });

  it('carries nothing of the surroundings', () => {
    process.env.DIFUSOR_SECRET = 'canary-4b1d';
    try {
      expect(JSON.stringify(synthesized())).not.toContain('canary-4b1d');
    } finally {
      delete process.env.DIFUSOR_SECRET;
    }
  });
});

describe('the state', () => {
  it('lies beside the stack', () => {
    expect(synthesized().terraform.backend).toEqual({ local: { path: 'terraform.tfstate' } });
  });

  it('lies in a bucket, encrypted, under a key of the host’s own', () => {
    const state = { kind: 's3', bucket: 'estado', key: 'prep', region: 'us-east-1' } as const;
    expect(synthesized({ state }).terraform.backend).toEqual({
      s3: {
        bucket: 'estado',
        key: 'prep/difusor-veracruz-2024-uno/terraform.tfstate',
        region: 'us-east-1',
        encrypt: true,
        use_lockfile: true,
      },
    });
  });
});

describe('the engine', () => {
  it('is reached over SSH with the host’s keys pinned', () => {
    expect(synthesized({ prepareHost: false }).provider.docker).toEqual([
      {
        host: 'ssh://difusor@198.51.100.10:22',
        ssh_opts: expect.arrayContaining(['StrictHostKeyChecking=yes', 'UserKnownHostsFile=known_hosts']),
        disable_docker_daemon_check: false,
      },
    ]);
  });

  it('need not be there yet where the same apply sets the host up', () => {
    expect(synthesized({ prepareHost: true }).provider.docker).toMatchObject([
      { disable_docker_daemon_check: true },
    ]);
  });

  it('is found by a port of its own', () => {
    const hosts = TWO_HOSTS.slice(1);
    expect(synthesized({ hosts }).provider.docker).toMatchObject([
      { host: 'ssh://difusor@198.51.100.27:2200' },
    ]);
  });

  it('is the one of the machine that applies', () => {
    const { provider, resource } = synthesized({ docker: 'local' });
    expect(provider.docker).toEqual([{}]);
    expect(JSON.stringify(resource)).not.toContain('ssh ');
  });
});

describe('a container', () => {
  const container = (): Resource => synthesized().resource.docker_container?.web ?? {};

  it('can write nothing but its mounts, has no privilege, and is started again', () => {
    expect(container()).toMatchObject({
      read_only: true,
      privileged: false,
      capabilities: { drop: ['ALL'] },
      security_opts: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      init: true,
      user: '10003:10001',
      memory: 512,
      memory_swap: 512,
      ulimit: [
        { name: 'nofile', soft: 65_536, hard: 65_536 },
        { name: 'nproc', soft: 256, hard: 256 },
      ],
      log_driver: 'json-file',
      log_opts: { 'max-size': '10m', 'max-file': '5' },
    });
    expect(JSON.stringify(synthesized())).not.toContain('docker.sock');
  });

  it('waits for its files, and is not made anew by others of them', () => {
    const before = container();
    expect(before.depends_on).toContain('terraform_data.files-web');
    const [service] = sampleParts().services;
    const files = [{ path: '/srv/prep/etc/web/nginx.conf', mode: '0644', owner: '0:0', content: 'other' }];
    const changed = synthesized(
      {},
      { parts: sampleParts({ services: [{ ...sampleService(), ...service, files }] }) },
    );
    expect(changed.resource.docker_container?.web).toEqual(before);
    expect(changed.resource.terraform_data?.['files-web']).not.toEqual(
      synthesized().resource.terraform_data?.['files-web'],
    );
  });

  it('has no network at all where it needs none', () => {
    const services = [sampleService({ network: 'none', ports: [] })];
    const { resource } = synthesized({}, { parts: sampleParts({ services }) });
    expect(resource.docker_container?.web).toMatchObject({ network_mode: 'none' });
    expect(resource.docker_container?.web).not.toHaveProperty('networks_advanced');
  });

  it('gets labels that Terraform reads as they are', () => {
    const services = [sampleService({ labels: { 'difusor.settings': '{"a":"${b}"}' } })];
    const { resource } = synthesized({}, { parts: sampleParts({ services }) });
    expect(resource.docker_container?.web?.labels).toEqual([
      { label: 'difusor.service', value: 'web' },
      { label: 'difusor.settings', value: '{"a":"$${b}"}' },
    ]);
  });
});

describe('an image', () => {
  it('is built from a folder beside the stack, under a name with its content, before the old one goes', () => {
    expect(synthesized().resource.docker_image?.['image-web']).toMatchObject({
      name: expect.stringMatching(/^difusor-veracruz-2024-web:[0-9a-f]{12}$/),
      build: {
        context: expect.stringMatching(/^assets\//),
        build_args: { BASE: expect.stringContaining('debian') },
      },
      keep_locally: true,
      lifecycle: { create_before_destroy: true },
    });
  });

  it('is built once the host has an engine', () => {
    const { resource } = synthesized({ prepareHost: true });
    const images = Object.values(resource.docker_image ?? {});
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) expect(image.depends_on).toContain('docker_network.network');
    expect(resource.docker_network?.network?.depends_on).toEqual(['terraform_data.needed-files']);
  });
});

describe('the host', () => {
  const SET_UP = 'terraform_data.host';

  it('is set up first where the plan says so: files for the judge, and the script', () => {
    const { resource } = synthesized({ prepareHost: true });
    expect(resource.terraform_data?.host).toMatchObject({
      input: {
        operating_system: 'Ubuntu 22.04',
        files: { '/etc/sample': 'sample\n' },
        script: 'true "$${1:-}"\n',
      },
    });
    expect(resource.terraform_data?.folders?.depends_on).toEqual([SET_UP]);
  });

  it('does not state a system that the set-up does not make sure of', () => {
    const { resource } = synthesized({ otherSystem: true });
    expect(resource.terraform_data?.host?.input).not.toHaveProperty('operating_system');
  });

  it('is left as it is where it was set up otherwise', () => {
    expect(JSON.stringify(synthesized({ prepareHost: false }))).not.toContain(SET_UP);
  });
});

describe('the outputs', () => {
  it('tell what the institute asks for, in Spanish first', () => {
    expect(synthesized().output).toMatchObject({
      address: { value: '198.51.100.10', description: expect.stringContaining('instituto') },
      dns: { value: 'prep.example.org → 198.51.100.10' },
      fingerprints: { value: expect.stringMatching(/^ssh-ed25519 SHA256:[\w+/]{43}$/) },
      ports: { value: expect.stringContaining('873/tcp 203.0.113.0/28') },
    });
    const messages = createMessages('en');
    expect(synthesized({}, { messages }).output.address?.description).toContain('institute');
  });
});

function everything(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, 'utf8')];
    }),
  );
}
