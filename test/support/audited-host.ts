import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Server, utils, type Connection, type SFTPWrapper } from 'ssh2';
import type { AuditedHost as KnownHost } from '../../lib/audit/target.js';
import { sshKeyPair } from './sftp-server.js';

const { STATUS_CODE } = utils.sftp;
const USER = 'guardia';

/** What a command prints, and how it ends. */
export interface Answer {
  readonly out?: string;
  readonly err?: string;
  /** @default 0 */
  readonly code?: number;
}

/** A host on loopback that answers commands as a test says, and keeps uploaded files in memory. */
export class AuditedHost {
  readonly user = USER;
  readonly identity = sshKeyPair();
  /** Answers by the beginning of a command. */
  readonly answers = new Map<string, Answer>();
  readonly commands: string[] = [];
  /** By name. */
  readonly files = new Map<string, Buffer>();
  /** Operations of sftp that are refused, e.g. `WRITE`. */
  readonly refuses = new Set<string>();
  readonly uploads: string[] = [];
  readonly #hostKey = sshKeyPair();
  readonly #sockets = new Set<Socket>();
  readonly #ssh = new Server({ hostKeys: [this.#hostKey.private] }, (connection) => this.serve(connection));
  readonly #listener = createServer((socket) => {
    this.#sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => this.#sockets.delete(socket));
    this.#ssh.injectSocket(socket);
  });

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  /** As OpenSSH writes public keys, without a comment. */
  get hostKey(): string {
    return this.#hostKey.public.split(' ').slice(0, 2).join(' ').trim();
  }

  /** What a plan would know of it. */
  get known(): KnownHost {
    return {
      name: 'uno',
      address: '127.0.0.1',
      sshPort: this.port,
      hostKeys: [this.hostKey],
      folder: '/srv/prep',
      administrator: this.user,
    };
  }

  async start(): Promise<this> {
    this.#listener.listen(0, '127.0.0.1');
    await once(this.#listener, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((done) => this.#listener.close(() => done()));
  }

  private serve(connection: Connection): void {
    connection.on('error', () => undefined);
    connection.on('authentication', (context) => {
      const parsed = utils.parseKey(this.identity.public);
      const own = context.method === 'publickey' && !(parsed instanceof Error) && context.username === USER;
      if (own && parsed.getPublicSSH().equals(context.key.data)) context.accept();
      else context.reject();
    });
    connection.on('session', (accept) => {
      const session = accept();
      session.on('exec', (acceptExec, _reject, { command }) => {
        const plain = command.replace(/^PATH=.*?LC_ALL; /, '');
        this.commands.push(plain);
        const channel = acceptExec();
        const { out = '', err = '', code = 0 } = this.answerTo(plain);
        if (err !== '') channel.stderr.write(err);
        if (out !== '') channel.write(out);
        channel.exit(code);
        channel.end();
      });
      session.on('sftp', (acceptSftp) => this.serveFiles(acceptSftp()));
    });
  }

  private answerTo(command: string): Answer {
    const known = [...this.answers].find(([beginning]) => command.startsWith(beginning));
    return known?.[1] ?? { err: `sh: ${command.split(' ')[0]}: not found`, code: 127 };
  }

  private serveFiles(sftp: SFTPWrapper): void {
    const names: string[] = [];
    const refused = (id: number, operation: string): boolean => {
      if (!this.refuses.has(operation)) return false;
      sftp.status(id, STATUS_CODE.PERMISSION_DENIED);
      return true;
    };
    const nameOf = (handle: Buffer): string => names[handle.readUInt32BE()] ?? '';
    const contentOf = (handle: Buffer): Buffer => this.files.get(nameOf(handle)) ?? Buffer.alloc(0);
    sftp.on('OPEN', (id, name) => {
      if (refused(id, 'OPEN')) return;
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(names.push(name) - 1);
      if (!this.files.has(name)) this.files.set(name, Buffer.alloc(0));
      this.uploads.push(name);
      sftp.handle(id, handle);
    });
    sftp.on('WRITE', (id, handle, offset, data) => {
      if (refused(id, 'WRITE')) return;
      const before = contentOf(handle);
      const after = Buffer.alloc(Math.max(before.length, offset + data.length));
      before.copy(after);
      data.copy(after, offset);
      this.files.set(nameOf(handle), after);
      sftp.status(id, STATUS_CODE.OK);
    });
    sftp.on('READ', (id, handle, offset, length) => {
      if (refused(id, 'READ')) return;
      const piece = contentOf(handle).subarray(offset, offset + length);
      if (piece.length === 0) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, piece);
    });
    sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
    sftp.on('REMOVE', (id, name) => {
      if (refused(id, 'REMOVE')) return;
      sftp.status(id, this.files.delete(name) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE);
    });
  }
}

/** Answers of a host that meets every call: 8 cores of 2.4 GHz, 16 GiB, 200 GB of solid state. */
export const GOOD_ANSWERS: readonly (readonly [string, Answer])[] = [
  ['nproc', { out: '8\n' }],
  ['grep -E', { out: 'model name\t: Example CPU @ 2.40GHz\ncpu MHz\t\t: 2400.000\n' }],
  ['lscpu', { out: 'CPU(s): 8\n' }],
  ['cat /proc/meminfo', { out: 'MemTotal:       16384000 kB\nMemFree: 1 kB\n' }],
  [
    'lsblk',
    {
      out: JSON.stringify({
        blockdevices: [
          { name: 'nvme0n1', type: 'disk', size: 200_000_000_000, rota: false, model: 'X', tran: 'nvme' },
        ],
      }),
    },
  ],
  ['df', { out: '        Avail\n 150000000000\n' }],
  ['cat /etc/os-release', { out: 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n' }],
  ['command -v docker', { out: '{"version":"27.1.0","liveRestore":true}\nenabled\n' }],
  ['chronyc', { out: 'A29FC87B,ntp.example.mx,2,1717380000.1,0.000123,0,0,0,0,0,0.01,0.001,64.0,Normal\n' }],
  ['for card', { out: 'ens3 1000\n' }],
  ['if [ "$(id -u)" = 0 ]', { out: '    (ALL : ALL) NOPASSWD: ALL\n' }],
  ['as()', { out: '3000000\n2500000\n' }],
  ['curl', { out: '200' }],
];
