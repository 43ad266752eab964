import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { stringify } from 'yaml';
import { hostFiles } from '../../../constructs/server/host/index.js';
import { synthesizeServers } from '../../../constructs/server/stack/synthesize-servers.js';
import { hostedPlan, loadPlan, publishingPlan } from '../../../lib/config/index.js';
import { CHIAPAS, VERACRUZ } from '../../support/server-plan.js';
import { buildZip } from '../../support/zip-writer.js';
import { docker, tryDocker, type EngineApart } from './docker-engine.js';
import { ROOT } from './example-config.js';
import { RsyncPusher, SftpPusher, type Pusher } from './institute-pusher.js';
import { terraformIn, type Terraform, type TerraformResult } from './terraform.js';

/** Of the build, which has the publisher's program in its context. */
const CONTEXTS = join(ROOT, 'dist/constructs/server');
/** A call of the user's own, beside difusor.yaml. */
const OWN_CALL = 'mi-convocatoria';

/** The two ways in which an institute hands in packages, each with its port. */
export type Way = 'rsync' | 'sftp';
export const INGEST_PORT: Readonly<Record<Way, number>> = { rsync: 873, sftp: 2222 };

/** A host as an example describes it: difusor.yaml, its secrets, its Terraform, and the institute that pushes to it. */
export class WholeServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'difusor-whole-'));
  readonly name = `difusor-whole-${process.pid}`;
  readonly domain = 'prep.example.org';
  readonly pusher: Pusher;
  readonly #opening = DateTime.now().setZone('America/Mexico_City').minus({ hours: 2 }).startOf('minute');
  readonly #terraform: Terraform;
  readonly #config: Record<string, unknown>;
  #stack = '';

  constructor(
    readonly way: Way,
    private readonly engine: EngineApart,
    images: { readonly debian: string; readonly node: string },
  ) {
    for (const name of ['config', 'terraform', 'institute']) mkdirSync(join(this.folder, name));
    this.pusher = way === 'rsync' ? this.rsync() : this.sftp();
    this.#config = { ...this.base(), name: this.name, dates: this.dates(), server: this.server(images) };
    this.#terraform = terraformIn(join(this.folder, 'terraform'), { DOCKER_HOST: engine.host });
    this.configure({});
  }

  /** Path of something in the host's own folder. */
  host(path: string): string {
    return join(this.folder, 'srv', path);
  }

  get certificate(): string {
    return readFileSync(this.host('secrets/tls/fullchain.pem'), 'utf8');
  }

  get plan() {
    return publishingPlan(hostedPlan(loadPlan('config/difusor.yaml', { cwd: this.folder })));
  }

  /** Writes difusor.yaml with some keys replaced, and synthesizes it. */
  configure(keys: object): void {
    const path = join(this.folder, 'config/difusor.yaml');
    writeFileSync(path, stringify({ ...this.#config, ...keys }));
    const plan = hostedPlan(loadPlan(path, { cwd: this.folder }));
    const outdir = join(this.folder, 'cdktf.out');
    const [server] = synthesizeServers(plan, { outdir, contexts: CONTEXTS });
    this.#stack = join(outdir, 'stacks', server?.name ?? '');
  }

  /** Files that a person puts on the host. */
  neededPaths(): readonly string[] {
    const names = [
      'tls/fullchain.pem',
      'tls/privkey.pem',
      ...(this.way === 'rsync' ? ['rsyncd.secrets'] : []),
    ];
    return names.map((name) => this.host(`secrets/${name}`));
  }

  /** Puts what no plan may hold where the plan says that it is. */
  placeSecrets(): void {
    mkdirSync(this.host('secrets/tls'), { recursive: true });
    const [certificate, key] = ['fullchain.pem', 'privkey.pem'].map((name) =>
      this.host(`secrets/tls/${name}`),
    );
    const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const names = ['-subj', `/CN=${this.domain}`, '-addext', `subjectAltName=DNS:${this.domain}`];
    const files = ['-keyout', String(key), '-out', String(certificate)];
    execFileSync('openssl', [...words, '-days', '2', ...names, ...files], { stdio: 'pipe' });
    give(String(key), '10003:10001', 0o400);
    if (!(this.pusher instanceof RsyncPusher)) return;
    const secrets = this.host('secrets/rsyncd.secrets');
    writeFileSync(secrets, `${this.pusher.user}:${this.pusher.password}\n`);
    give(secrets, '10002:10001', 0o400);
  }

  terraform(...args: string[]): Promise<TerraformResult> {
    return this.#terraform.run(this.#stack, ...args);
  }

  apply(): Promise<TerraformResult> {
    return this.terraform('apply', '-auto-approve');
  }

  /** Code 0: nothing to do; 2: something. */
  planned(): Promise<TerraformResult> {
    return this.terraform('plan', '-detailed-exitcode', '-lock=false');
  }

  /** Name of the package of a cut so many minutes after the first. */
  nameOf(minutes: number): string {
    return `${this.#opening.plus({ minutes }).toFormat('yyyyMMdd_HHmm')}_PREP.zip`;
  }

  /** Hands in a cut of these files, of so many minutes after the first. */
  push(minutes: number, files: Readonly<Record<string, string>>): void {
    const name = this.nameOf(minutes);
    const path = join(this.folder, 'institute', name);
    writeFileSync(path, buildZip(Object.entries(files).map(([each, content]) => ({ name: each, content }))));
    this.pusher.push(path, name);
  }

  /** Each container by its service, with what a format of `docker inspect` says of it. */
  containers(format: string): Readonly<Record<string, string>> {
    const names = docker('ps', '--all', '--format', '{{.Names}}', '--filter', `name=^${this.name}-`)
      .split('\n')
      .filter(Boolean)
      .sort();
    return Object.fromEntries(
      names.map((name) => [
        name.slice(this.name.length + 1),
        docker('inspect', '--format', format, name).trim(),
      ]),
    );
  }

  logs(service: string): string {
    const { stdout, stderr } = tryDocker('logs', `${this.name}-${service}`);
    return stdout + stderr;
  }

  /** Loads the plan's packet filter into the engine's network, which is the host's. */
  loadFirewall(): void {
    const plan = hostedPlan(loadPlan('config/difusor.yaml', { cwd: this.folder }));
    const [host] = plan.server.hosts;
    const rules = host && hostFiles(plan, host).find(({ path }) => path.endsWith('firewall.nft'));
    this.inNetwork(['nft', '--file', '-'], rules?.content);
  }

  /** Runs a command in the host's network. */
  inNetwork(command: readonly string[], input = ''): string {
    const words = [`--net=/run/netns/${this.engine.namespace}`, '--', ...command];
    return execFileSync('nsenter', words, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'] });
  }

  end(): void {
    for (const service of Object.keys(this.containers('x'))) {
      tryDocker('rm', '--force', `${this.name}-${service}`);
    }
    tryDocker('network', 'rm', this.name);
    const images = docker('images', '--quiet', '--filter', `reference=${this.name}-*`);
    tryDocker('rmi', '--force', ...images.split('\n').filter(Boolean));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** For sftp, a call that is not among the toolkit's own. */
  private base(): object {
    if (this.way === 'rsync') return VERACRUZ;
    const call = join(this.folder, 'config', OWN_CALL);
    cpSync(join(ROOT, 'lib/convocatorias/chiapas-2024'), call, { recursive: true });
    const facts = join(call, 'convocatoria.yaml');
    writeFileSync(facts, readFileSync(facts, 'utf8').replace('id: chiapas-2024', 'id: chiapas-2027'));
    return { ...CHIAPAS, convocatoria: `./${OWN_CALL}` };
  }

  private server(images: object): object {
    const { server } = VERACRUZ;
    const key = readFileSync(join(this.folder, 'institute/key.pub'), 'utf8').trim();
    return {
      ...server,
      ...(this.way === 'sftp'
        ? { institute: undefined, ingest: { sftp: { user: 'iepc', keys: [key], port: INGEST_PORT.sftp } } }
        : {}),
      docker: 'local',
      folder: join(this.folder, 'srv'),
      trusted: [`${this.engine.readers[0]}/32`],
      administrator: { ...server.administrator, from: [`${this.engine.readers[1]}/32`] },
      tls: {
        files: {
          certificate: this.host('secrets/tls/fullchain.pem'),
          key: this.host('secrets/tls/privkey.pem'),
        },
      },
      images,
    };
  }

  private dates(): object {
    const at = (when: DateTime): string => when.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
    const day = this.#opening.toISODate();
    return {
      electionDay: day,
      opening: at(this.#opening),
      closing: at(this.#opening.plus({ days: 1 })),
      holdUntil: at(this.#opening.plus({ days: 7 })),
      statistics: { from: day, to: this.#opening.plus({ days: 7 }).toISODate() },
      rehearsals: [],
    };
  }

  private rsync(): RsyncPusher {
    this.makeKey();
    return new RsyncPusher(this.pusherOptions());
  }

  private sftp(): SftpPusher {
    return new SftpPusher(this.pusherOptions(), this.makeKey());
  }

  private pusherOptions() {
    const { address, readers } = this.engine;
    const folder = join(this.folder, 'institute');
    return { folder, address, from: readers[0] ?? address, port: INGEST_PORT[this.way] };
  }

  private makeKey(): string {
    const path = join(this.folder, 'institute/key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'prueba', '-f', path]);
    return path;
  }
}

function give(path: string, owner: string, mode: number): void {
  execFileSync('chown', [owner, path]);
  chmodSync(path, mode);
}
