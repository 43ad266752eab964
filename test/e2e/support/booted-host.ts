import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';

/** What a server image of Ubuntu has beside what a plan installs; jq is left to apt, from its cache of downloads. */
const BASE = [
  ...[
    'systemd',
    'systemd-sysv',
    'dbus',
    'iproute2',
    'cloud-init',
    'openssh-server',
    'openssh-client',
    'sudo',
  ],
  ...['chrony', 'nftables', 'fail2ban', 'python3-systemd', 'unattended-upgrades', 'docker.io', 'apparmor'],
  ...['curl', 'ca-certificates', 'procps', 'kmod'],
];

/** Debian stands for Ubuntu, whose packages are not to be had everywhere; both take the same files. */
export function makeDebianTree(folder: string): void {
  const download = 'chroot "$1" apt-get install --yes --no-install-recommends --download-only jq';
  const words = [`--include=${BASE.join(',')}`, '--skip=cleanup/apt', `--customize-hook=${download}`];
  const script = join(__dirname, 'debian-tree.sh');
  const archive = execFileSync('bash', [script, ...words], { encoding: 'utf8', env: process.env }).trim();
  mkdirSync(folder);
  const whole = ['--numeric-owner', '--xattrs', '--xattrs-include=*', '--preserve-permissions'];
  execFileSync('tar', ['--extract', '--file', archive, '--directory', folder, ...whole]);
  // Settings of the whole kernel are not a container's to change, and this machine's must stay.
  for (const program of ['modprobe', 'sysctl']) {
    const path = join(folder, 'usr/local/sbin', program);
    writeFileSync(path, `#!/bin/sh\necho "${program} $*" >> /var/log/kernel-settings\n`, { mode: 0o755 });
  }
}

/** A tree that systemd-nspawn starts as a machine, with systemd as its first process, in a network namespace. */
export class BootedHost {
  private machine: ChildProcess | undefined;
  private leader = '';

  constructor(
    readonly tree: string,
    private readonly namespace: string,
    private readonly log: string,
  ) {}

  /** Starts it, and waits until its systemd has done what there was to do. */
  async boot(): Promise<void> {
    const machine = spawn(
      'systemd-nspawn',
      [
        '--quiet',
        '--register=no',
        '--keep-unit',
        `--network-namespace-path=/run/netns/${this.namespace}`,
        '--capability=all',
        // The clock is this machine's.
        '--drop-capability=CAP_SYS_TIME',
        '--resolv-conf=off',
        '--boot',
        `--directory=${this.tree}`,
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        // An engine sets what its network needs.
        env: { ...process.env, SYSTEMD_NSPAWN_API_VFS_WRITABLE: 'network' },
      },
    );
    this.machine = machine;
    for (const stream of [machine.stdout, machine.stderr]) {
      stream.on('data', (text: Buffer) => appendFileSync(this.log, text));
    }
    await until('the machine’s first process', () => this.findLeader(), { everyMs: 50 });
    await until(
      'its start',
      () => /^(running|degraded)/.test(this.tried(['systemctl', 'is-system-running']).stdout),
      {
        everyMs: 500,
      },
    );
  }

  /** Runs a program in it as root; gives what it printed. @throws where it ends with another code than 0 */
  run(command: readonly string[], input = ''): string {
    const { status, stdout, stderr } = this.tried(command, input);
    if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}${stdout}`);
    return stdout;
  }

  tried(command: readonly string[], input = '') {
    const into = ['--target', this.leader, '--mount', '--uts', '--ipc', '--net', '--pid'];
    const env = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' };
    return spawnSync('nsenter', [...into, ...command], { encoding: 'utf8', input, env });
  }

  /** Shuts it down in order. */
  async halt(): Promise<void> {
    if (this.machine?.exitCode !== null) return;
    const ended = once(this.machine, 'exit');
    const patience = setTimeout(() => this.machine?.kill('SIGKILL'), 60_000);
    this.machine.kill('SIGTERM');
    await ended;
    clearTimeout(patience);
  }

  private findLeader(): boolean {
    const pid = String(this.machine?.pid);
    const [child = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
    if (child === '' || !readFileSync(`/proc/${child}/comm`, 'utf8').startsWith('systemd')) return false;
    this.leader = child;
    return true;
  }
}
