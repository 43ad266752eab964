import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Server, utils, type Connection, type FileEntry, type SFTPWrapper } from 'ssh2';
import { fingerprintOf } from '../../lib/sync/sources/fingerprint.js';

const { STATUS_CODE } = utils.sftp;
const REGULAR_FILE = 0o100644;
const FOLDER = 0o040755;

/** A file or folder of the server. */
export interface ServedFile {
  readonly content: Buffer;
  readonly modifiedAt: Date;
  /** Type and rights. */
  readonly mode: number;
}

/** What a client asks of an open file. */
export interface ReadRequest {
  readonly path: string;
  readonly position: number;
  readonly length: number;
  /** Breaks the connection. */
  readonly hangUp: () => void;
  /** Leaves the request to itself. */
  readonly sayNothing: () => void;
}

/** A key pair for a host or for a client, in OpenSSH's form; not ed25519, of which ssh2 makes one in 200 malformed. */
export function sshKeyPair(passphrase?: string): { readonly private: string; readonly public: string } {
  const bits = 256;
  if (passphrase === undefined) return utils.generateKeyPairSync('ecdsa', { bits });
  return utils.generateKeyPairSync('ecdsa', { bits, passphrase, cipher: 'aes256-ctr', rounds: 4 });
}

/** An SFTP server on loopback: one user, files in memory, and whatever faults a test wants. */
export class SftpServer {
  /** By absolute path. */
  readonly files = new Map<string, ServedFile>();
  readonly authentications: string[] = [];
  /** Each request as `<OPERATION> <path>`. */
  readonly requests: string[] = [];
  readonly #hostKey = sshKeyPair();
  readonly #sockets = new Set<Socket>();
  readonly #ssh: Server;
  readonly #listener = createServer((socket) => this.greet(socket));
  /** What the answer to a read is, where a test sets it; `undefined` is the file's end. */
  answerRead: ((request: ReadRequest, content: Buffer) => Buffer | undefined) | undefined;
  /** Status of each attempt to open or list, where a test sets it. */
  refuse: number | undefined;
  /** Whether a new connection gets an answer at all. */
  mute = false;
  port = 0;

  constructor(
    private readonly user: {
      readonly username: string;
      readonly password?: string;
      readonly publicKey?: string;
    },
  ) {
    this.#ssh = new Server({ hostKeys: [this.#hostKey.private] }, (connection) => this.serve(connection));
  }

  /** As `ssh-keygen -l` prints it. */
  get hostKey(): string {
    const parsed = utils.parseKey(this.#hostKey.public);
    if (parsed instanceof Error) throw parsed;
    return fingerprintOf(parsed.getPublicSSH());
  }

  async start(): Promise<this> {
    this.#listener.listen(0, '127.0.0.1');
    await once(this.#listener, 'listening');
    this.port = (this.#listener.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((done) => this.#listener.close(() => done()));
  }

  put(path: string, content: Buffer, modifiedAt: Date, mode = REGULAR_FILE): void {
    this.files.set(path, { content, modifiedAt, mode });
  }

  putFolder(path: string): void {
    this.files.set(path, { content: Buffer.alloc(0), modifiedAt: new Date(0), mode: FOLDER });
  }

  private greet(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => this.#sockets.delete(socket));
    if (!this.mute) this.#ssh.injectSocket(socket);
  }

  private serve(connection: Connection): void {
    connection.on('error', () => undefined);
    connection.on('authentication', (context) => {
      this.authentications.push(context.method);
      if (context.username === this.user.username && this.isUser(context)) context.accept();
      else context.reject();
    });
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => new SftpSession(this, acceptSftp(), connection).answer());
    });
  }

  private isUser(context: { method: string; password?: string; key?: { data: Buffer } }): boolean {
    const { password, publicKey } = this.user;
    if (context.method === 'password') return password !== undefined && context.password === password;
    if (context.method !== 'publickey' || publicKey === undefined) return false;
    const parsed = utils.parseKey(publicKey);
    return !(parsed instanceof Error) && parsed.getPublicSSH().equals(context.key?.data ?? Buffer.alloc(0));
  }
}

/** One client's conversation with the server. */
class SftpSession {
  readonly #open = new Map<number, { readonly path: string; listed: boolean }>();
  #handles = 0;

  constructor(
    private readonly server: SftpServer,
    private readonly sftp: SFTPWrapper,
    private readonly connection: Connection,
  ) {}

  answer(): void {
    const { sftp } = this;
    sftp.on('OPEN', (id, path) => this.open(id, path, false));
    sftp.on('OPENDIR', (id, path) => this.open(id, path, true));
    sftp.on('FSTAT', (id, handle) => this.stat(id, handle));
    sftp.on('READ', (id, handle, position, length) => this.read(id, handle, position, length));
    sftp.on('READDIR', (id, handle) => this.list(id, handle));
    sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
  }

  private open(id: number, path: string, asFolder: boolean): void {
    this.server.requests.push(`${asFolder ? 'LIST' : 'OPEN'} ${path}`);
    if (this.server.refuse !== undefined) return this.sftp.status(id, this.server.refuse);
    const plain = asFolder ? path.replace(/\/$/, '') : path;
    if (!this.server.files.has(plain)) return this.sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE((this.#handles += 1));
    this.#open.set(this.#handles, { path: plain, listed: false });
    this.sftp.handle(id, handle);
  }

  private stat(id: number, handle: Buffer): void {
    const file = this.server.files.get(this.opened(handle).path);
    if (file === undefined) return this.sftp.status(id, STATUS_CODE.FAILURE);
    this.sftp.attrs(id, attributes(file));
  }

  private read(id: number, handle: Buffer, position: number, length: number): void {
    const { path } = this.opened(handle);
    const content = this.server.files.get(path)?.content ?? Buffer.alloc(0);
    let silent = false;
    const request: ReadRequest = {
      path,
      position,
      length,
      hangUp: () => this.connection.end(),
      sayNothing: () => (silent = true),
    };
    const whole = content.subarray(position, position + length);
    const answer = this.server.answerRead === undefined ? whole : this.server.answerRead(request, content);
    if (silent) return;
    if (answer === undefined || answer.length === 0) return this.sftp.status(id, STATUS_CODE.EOF);
    this.sftp.data(id, answer);
  }

  private list(id: number, handle: Buffer): void {
    const folder = this.opened(handle);
    if (folder.listed) return this.sftp.status(id, STATUS_CODE.EOF);
    folder.listed = true;
    const inside = [...this.server.files].filter(
      ([path]) => path.startsWith(`${folder.path}/`) && !path.slice(folder.path.length + 1).includes('/'),
    );
    const entries = inside.map(([path, file]): FileEntry => {
      const filename = path.slice(folder.path.length + 1);
      return { filename, longname: filename, attrs: attributes(file) };
    });
    this.sftp.name(id, entries);
  }

  private opened(handle: Buffer): { readonly path: string; listed: boolean } {
    return this.#open.get(handle.readUInt32BE()) ?? { path: '', listed: false };
  }
}

function attributes({ content, modifiedAt, mode }: ServedFile): FileEntry['attrs'] {
  const seconds = Math.floor(modifiedAt.getTime() / 1000);
  return { mode, uid: 0, gid: 0, size: content.length, atime: seconds, mtime: seconds };
}
