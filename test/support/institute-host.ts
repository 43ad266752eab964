import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprintOf } from '../../lib/sync/sources/fingerprint.js';

/**
 * A real server program on loopback, at a port that the system gave it: one process for each connection, which is its
 * standard input and output, as inetd did it.
 */
class ServedProgram {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(
    private readonly command: string,
    private readonly args: readonly string[],
  ) {
    this.#server = createServer({ pauseOnConnect: true }, (socket) => this.serve(socket));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  private serve(socket: Socket): void {
    const child = spawn(this.command, this.args, { stdio: [socket, socket, 'ignore'] });
    this.#sockets.add(socket);
    child.once('exit', () => {
      this.#sockets.delete(socket);
      socket.destroy();
    });
  }
}

/** An institute's rsyncd, with one module `prep` that one user may read. */
export class RsyncDaemon {
  readonly site: string;
  readonly password = 'canary-of-the-daemon';
  readonly #program: ServedProgram;

  constructor(private readonly root: string) {
    this.site = join(root, 'site');
    const config = join(root, 'rsyncd.conf');
    const secrets = join(root, 'secrets');
    writeFileSync(secrets, `difusor:${this.password}\n`, { mode: 0o600 });
    const lines = [
      'use chroot = no',
      `log file = ${join(root, 'rsyncd.log')}`,
      '[prep]',
      `path = ${this.site}`,
      'read only = yes',
      'auth users = difusor',
      `secrets file = ${secrets}`,
      ...(process.getuid?.() === 0 ? ['uid = root', 'gid = root'] : []),
    ];
    writeFileSync(config, lines.join('\n'));
    this.#program = new ServedProgram('rsync', ['--daemon', `--config=${config}`]);
  }

  get port(): number {
    return this.#program.port;
  }

  async start(): Promise<this> {
    mkdirSync(this.site);
    await this.#program.start();
    return this;
  }

  /** Lets a test spoil the module's own settings, as a change of the institute's would. */
  dropUser(): void {
    writeFileSync(join(this.root, 'secrets'), 'somebody:else\n', { mode: 0o600 });
  }

  stop(): Promise<void> {
    return this.#program.stop();
  }
}

/** An institute's sshd, which lets this account in with one key. */
export class SshDaemon {
  readonly site: string;
  readonly username = userInfo().username;
  /** The private key that it lets in. */
  readonly privateKey: string;
  readonly #program: ServedProgram;

  constructor(
    private readonly root: string,
    private readonly hostKeyKind: 'ed25519' | 'ecdsa' | 'rsa' = 'ed25519',
    /** Further lines of its configuration. */
    more: readonly string[] = [],
  ) {
    this.site = join(root, 'site');
    makeKey(this.#path('host_key'), hostKeyKind);
    makeKey(this.#path('client_key'), 'ed25519');
    this.privateKey = readFileSync(this.#path('client_key'), 'utf8');
    this.letIn(readFileSync(this.#path('client_key.pub'), 'utf8'));
    const lines = [
      `HostKey ${this.#path('host_key')}`,
      `AuthorizedKeysFile ${this.#path('authorized_keys')}`,
      `PidFile ${this.#path('sshd.pid')}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin prohibit-password',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      ...more,
    ];
    writeFileSync(this.#path('sshd_config'), lines.join('\n'));
    this.#program = new ServedProgram(sshdPath(), ['-i', '-e', '-f', this.#path('sshd_config')]);
  }

  get port(): number {
    return this.#program.port;
  }

  /** The key that it shows, as OpenSSH writes public keys, without a comment. */
  get hostKey(): string {
    return readFileSync(this.#path('host_key.pub'), 'utf8').split(' ').slice(0, 2).join(' ').trim();
  }

  /** Fingerprint of the key that it shows. */
  get fingerprint(): string {
    const [, base64 = ''] = readFileSync(this.#path('host_key.pub'), 'utf8').split(' ');
    return fingerprintOf(Buffer.from(base64, 'base64'));
  }

  async start(): Promise<this> {
    mkdirSync(this.site);
    await this.#program.start();
    return this;
  }

  letIn(publicKey: string): void {
    writeFileSync(this.#path('authorized_keys'), publicKey);
  }

  /** Another host answers at the address. */
  changeHostKey(): void {
    rmSync(this.#path('host_key'));
    makeKey(this.#path('host_key'), this.hostKeyKind);
  }

  stop(): Promise<void> {
    return this.#program.stop();
  }

  #path(name: string): string {
    return join(this.root, name);
  }
}

/** Puts exactly these files into a folder, each of one time. */
export function serveFiles(site: string, files: Readonly<Record<string, Buffer>>, at: Date): void {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
    utimesSync(join(site, path), at, at);
  }
}

/** sshd runs itself again for each connection and needs its full path. */
function sshdPath(): string {
  return spawnSync('sh', ['-c', 'command -v sshd || echo /usr/sbin/sshd'], {
    encoding: 'utf8',
  }).stdout.trim();
}

function makeKey(path: string, kind: string): void {
  const { status, stderr } = spawnSync('ssh-keygen', ['-q', '-t', kind, '-N', '', '-f', path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`ssh-keygen: ${stderr}`);
  chmodSync(path, 0o600);
}
