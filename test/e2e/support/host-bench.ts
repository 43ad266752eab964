import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostFiles } from '../../../constructs/server/host/index.js';
import type { HostPlan, ServerPlan } from '../../../lib/config/index.js';
import { serverPlan } from '../../support/server-plan.js';
import { BootedHost, makeDebianTree } from './booted-host.js';
import { ADDRESS, SmallNetwork } from './network/small-network.js';

const ONLY_THE_SEED = 'datasource_list: [NoCloud]\nnetwork: {config: disabled}\nlocale: C.UTF-8\n';
const SSH_OPTIONS = [
  'IdentitiesOnly=yes',
  'StrictHostKeyChecking=no',
  'UserKnownHostsFile=/dev/null',
  'BatchMode=yes',
  'ConnectTimeout=20',
];

/** How a host's programs judge the files that are theirs. */
export const CHECKS: readonly (readonly string[])[] = [
  ['sshd', '-t'],
  ['chronyd', '-p', '-f', '/etc/chrony/chrony.conf'],
  ['fail2ban-client', '-t'],
  ['nft', '--check', '--file', '/etc/difusor/firewall.nft'],
  ['visudo', '--check', '--quiet'],
  ['systemd-analyze', 'verify', 'difusor-firewall.service', 'difusor-watch.service', 'difusor-watch.timer'],
];

/** A machine in a network of its own, the plan for it, and the key that this plan lets in. */
export class HostBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'difusor-host-'));
  readonly network = new SmallNetwork(`b${process.pid}`);
  readonly plan: ServerPlan;
  readonly host: HostPlan;
  readonly machine: BootedHost;
  private readonly key = this.makeKey('key');

  constructor() {
    this.plan = planFor(readFileSync(`${this.key}.pub`, 'utf8').trim());
    const [host] = this.plan.server.hosts;
    if (host === undefined) throw new Error('the plan has no host');
    this.host = host;
    const log = join(this.folder, 'machine.log');
    this.machine = new BootedHost(join(this.folder, 'tree'), this.network.names.host, log);
  }

  /** Starts it, with user data as at the first start of a new machine, or as one that stood before. */
  async start(userData?: string): Promise<void> {
    const { tree } = this.machine;
    makeDebianTree(tree);
    if (userData === undefined) writeFileSync(join(tree, 'etc/cloud/cloud-init.disabled'), '');
    else sow(tree, userData);
    this.network.startOutside();
    await this.machine.boot();
  }

  async stop(): Promise<void> {
    await this.machine.halt();
    this.network.stop();
    // Never into a file system that is mounted in it, as Node's own would go.
    execFileSync('rm', ['--recursive', '--force', '--one-file-system', this.folder]);
  }

  /** Runs a command as a person over SSH from one of the outside's addresses. */
  ssh(user: string, from: string, command: string, { key = this.key, input = '' } = {}) {
    const options = SSH_OPTIONS.flatMap((option) => ['-o', option]);
    // A ban in the middle of a handshake leaves it without an answer.
    const client = ['timeout', '120', 'ssh', '-q', '-F', '/dev/null', '-i', key, '-b', from, ...options];
    return this.network.tried('world', [...client, `${user}@${ADDRESS.host}`, command], {}, input);
  }

  /** What the command printed; nothing where the person does not get in. */
  login(user: string, from: string, command: string, key = this.key): string {
    return this.ssh(user, from, command, { key }).stdout.trim();
  }

  /** Path of the private half of a new key. */
  makeKey(name: string): string {
    const path = join(this.folder, name);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'prueba', '-f', path]);
    return path;
  }

  /** Each file of the plan's as it should stand on the machine, and as it does. */
  files(): readonly { readonly expected: object; readonly found: object }[] {
    return hostFiles(this.plan, this.host).map(({ path, mode, owner, content }) => ({
      // cloud-init takes the last line break off what it renders.
      expected: { path, is: `${mode} ${owner}`, content: content.trimEnd() },
      found: {
        path,
        is: this.machine.run(['stat', '-c', '0%a %U:%G', path]).trim(),
        content: this.machine.run(['cat', path]).trimEnd(),
      },
    }));
  }

  /** Name, owner, mode and time of every file of the machine's configuration, and its accounts. */
  everything(): string {
    const folders = ['/etc', '/srv', '/usr/local', '/home'];
    return this.machine.run(['find', ...folders, '-printf', '%p %u:%g %m %T@\n']);
  }
}

function planFor(key: string): ServerPlan {
  const { server } = serverPlan();
  return serverPlan({
    server: {
      ...server,
      // Debian stands for it.
      otherSystem: true,
      administrator: { ...server.administrator, keys: [key] },
      institute: { user: 'instituto', keys: [key] },
    },
  });
}

function sow(tree: string, userData: string): void {
  const seed = join(tree, 'var/lib/cloud/seed/nocloud');
  mkdirSync(seed, { recursive: true });
  writeFileSync(join(seed, 'user-data'), userData);
  writeFileSync(join(seed, 'meta-data'), 'instance-id: prueba\n');
  writeFileSync(join(tree, 'etc/cloud/cloud.cfg.d/99-prueba.cfg'), ONLY_THE_SEED);
}
