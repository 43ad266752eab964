import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeServers } from '../../constructs/server/stack/synthesize-servers.js';
import { sampleContexts, sampleParts } from '../support/server-parts.js';
import { serverPlan } from '../support/server-plan.js';
import { describePart } from './support/part.js';
import { terraformIn, type Terraform } from './support/terraform.js';

/** One weakened or broken configuration: where, what, and what Terraform must say of it. */
interface Mutation {
  readonly what: string;
  /** Dotted path below `resource`, or `provider` and `terraform` at the top. */
  readonly at: string;
  /** Absent: taken away. */
  readonly value?: unknown;
  readonly says: RegExp;
}

const WEB = 'resource.docker_container.web';

const MUTATIONS: readonly Mutation[] = [
  { what: 'a container without an image', at: `${WEB}.image`, says: /"image" is required/ },
  { what: 'a container without a name', at: `${WEB}.name`, says: /"name" is required/ },
  {
    what: 'an attribute that the provider does not know',
    at: `${WEB}.read_onyl`,
    value: true,
    says: /No argument or block type is named "read_onyl"/,
  },
  {
    what: 'a restart policy that does not exist',
    at: `${WEB}.restart`,
    value: 'sometimes',
    says: /"restart" must be one of .*got "sometimes"/,
  },
  {
    what: 'memory in words',
    at: `${WEB}.memory`,
    value: 'much',
    says: /attribute "memory": a number is required/,
  },
  { what: 'negative memory', at: `${WEB}.memory`, value: -1, says: /"memory" must be 0 or more, got -1/ },
  {
    what: 'a swap below "no limit"',
    at: `${WEB}.memory_swap`,
    value: -2,
    says: /"memory_swap" must be -1 or more, got -2/,
  },
  {
    what: 'a read-only root that is a list',
    at: `${WEB}.read_only`,
    value: ['yes'],
    says: /attribute "read_only": bool required/,
  },
  {
    what: 'a port in words',
    at: `${WEB}.ports.0.internal`,
    value: 'https',
    says: /attribute "internal": a number is required/,
  },
  { what: 'a port without the inner one', at: `${WEB}.ports.0.internal`, says: /"internal" is required/ },
  {
    what: 'a negative port',
    at: `${WEB}.ports.0.external`,
    value: -443,
    says: /"ports\.\*\.external" must be 0 or more, got -443/,
  },
  {
    what: 'a folder of the host by a relative path',
    at: `${WEB}.volumes.0.host_path`,
    value: 'site',
    says: /"volumes\.\*\.host_path" must be an absolute path, got "site"/,
  },
  { what: 'a health check without a command', at: `${WEB}.healthcheck.test`, says: /"test" is required/ },
  {
    what: 'a health check every "often"',
    at: `${WEB}.healthcheck.interval`,
    value: 'often',
    says: /"healthcheck\.\*\.interval" must be a duration, got "often"/,
  },
  {
    what: 'two capability blocks',
    at: `${WEB}.capabilities`,
    value: [{}, {}],
    says: /No more than 1 "capabilities" blocks are allowed/,
  },
  { what: 'a label without a value', at: `${WEB}.labels.0.value`, says: /"value" is required/ },
  { what: 'a limit of open files without a name', at: `${WEB}.ulimit.0.name`, says: /"name" is required/ },
  { what: 'a network of no name', at: `${WEB}.networks_advanced.0.name`, says: /"name" is required/ },
  {
    what: 'an image that no resource makes',
    at: `${WEB}.image`,
    value: '${docker_image.elsewhere.image_id}',
    says: /"docker_image" "elsewhere" has not been declared/,
  },
  {
    what: 'an attribute of the image that it has not',
    at: `${WEB}.image`,
    value: '${docker_image.image-web.digest}',
    says: /no argument, nested block, or exported attribute named "digest"/,
  },
  {
    what: 'a wait for what does not exist',
    at: `${WEB}.depends_on`,
    value: ['docker_network.other'],
    says: /"docker_network" "other" has not been declared/,
  },
  {
    what: 'a circle of waits',
    at: 'resource.terraform_data.folders.depends_on',
    value: ['docker_container.web'],
    says: /Error: Cycle: /,
  },
  {
    what: 'an image without a context',
    at: 'resource.docker_image.image-web.build.context',
    says: /"context" is required/,
  },
  { what: 'an image without a name', at: 'resource.docker_image.image-web.name', says: /"name" is required/ },
  {
    what: 'a network without a name',
    at: 'resource.docker_network.network.name',
    says: /"name" is required/,
  },
  {
    what: 'a resource of no known kind',
    at: 'resource.docker_pod',
    value: { web: {} },
    says: /does not support resource type "docker_pod"/,
  },
  {
    what: 'a file whose "${" was not escaped',
    at: 'resource.terraform_data.files-web.input.files./srv/prep/etc/web/nginx',
    value: 'log "${request}";',
    says: /A reference to a resource type must be followed by/,
  },
  {
    what: 'an SSH option that is no text',
    at: 'provider.docker.0.ssh_opts',
    value: [{}],
    says: /attribute "ssh_opts": element 0: string required/,
  },
  {
    what: 'a Terraform that never was',
    at: 'terraform.required_version',
    value: '>= 99',
    says: /does not support Terraform version \d/,
  },
  {
    what: 'a state without a place',
    at: 'terraform.backend.local.folder',
    value: '/',
    says: /No argument or block type is named "folder"/,
  },
];

describePart('terraform validate, with a stand-in of the docker provider', ['terraform'], () => {
  let root = '';
  let terraform: Terraform;
  let stack = '';

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'difusor-validate-'));
    terraform = terraformIn(root);
    const [server] = synthesizeServers(serverPlan(), {
      outdir: join(root, 'cdktf.out'),
      parts: sampleParts(),
      contexts: sampleContexts(join(root, 'contexts')),
    });
    stack = join(root, 'cdktf.out/stacks', server?.name ?? '');
    expect(await terraform.run(stack, 'init')).toMatchObject({ code: 0 });
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('takes what is synthesized', async () => {
    expect(await terraform.run(stack, 'validate')).toMatchObject({
      code: 0,
      output: expect.stringContaining('The configuration is valid'),
    });
  });

  test.each(MUTATIONS)('refuses $what', async ({ at, value, says }) => {
    const folder = mkdtempSync(join(root, 'mutated-'));
    const template = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')) as Tree;
    change(template, at, value);
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(template));
    mkdirSync(join(folder, '.terraform'));
    const { code, output } = await validate(folder);
    expect({ code, output: ownWords(output) }).toMatchObject({
      code: 1,
      output: expect.stringMatching(says),
    });
  });

  /** Initialised anew: a backend or a version is refused there already. */
  async function validate(folder: string): Promise<{ code: number; output: string }> {
    const initialised = await terraform.run(folder, 'init');
    return initialised.code === 0 ? terraform.run(folder, 'validate') : initialised;
  }
});

/** A diagnostic without the line of the configuration that it quotes, which is the whole of it. */
function ownWords(output: string): string {
  return output.replaceAll(/^\s*\d+: .*$/gm, '').replaceAll(/\s+/g, ' ');
}

type Tree = Record<string, unknown>;

function change(tree: Tree, path: string, value: unknown): void {
  const names = path.replace(/\.\/.*/, '').split('.');
  const file = /\.(\/.*)/.exec(path)?.[1];
  const last = file ?? names.pop() ?? '';
  const parent = names.reduce((node, name) => node[name] as Tree, tree);
  if (value === undefined) {
    expect(parent).toHaveProperty([last]);
    delete parent[last];
  } else parent[last] = value;
}
