import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PusherOptions {
  /** Where its own key and password lie. */
  readonly folder: string;
  /** The server's address. */
  readonly address: string;
  /** Address of its own that it comes from. */
  readonly from: string;
  readonly port: number;
}

/** Someone who hands in packages over the network, with the real clients. */
export interface Pusher {
  /** Hands in a file of this machine's under a name; throws where it is refused. */
  push(path: string, name: string): void;
}

/** By rsync into a module, with user and password. */
export class RsyncPusher implements Pusher {
  readonly user = 'ople';
  readonly password = 'contraseña-de-prueba';
  readonly module = 'prep';
  readonly #passwordFile: string;

  constructor(private readonly options: PusherOptions) {
    this.#passwordFile = join(options.folder, 'rsync-password');
    writeFileSync(this.#passwordFile, `${this.password}\n`, { mode: 0o600 });
  }

  push(path: string, name: string): void {
    const { address, from, port } = this.options;
    execFileSync(
      'rsync',
      [
        ...['-a', '--contimeout=60', '--timeout=120', `--address=${from}`],
        ...[`--password-file=${this.#passwordFile}`, path],
        `rsync://${this.user}@${address}:${port}/${this.module}/${name}`,
      ],
      { stdio: 'pipe' },
    );
  }
}

const SFTP_OPTIONS = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'BatchMode=yes'];

/** By sftp with a key, under a name for the time being until the file is whole. */
export class SftpPusher implements Pusher {
  readonly user = 'iepc';

  constructor(
    private readonly options: PusherOptions,
    /** Path of the private key. */
    private readonly key: string,
  ) {}

  push(path: string, name: string): void {
    const { address, from, port } = this.options;
    const options = [...SFTP_OPTIONS, `BindAddress=${from}`].flatMap((each) => ['-o', each]);
    execFileSync(
      'sftp',
      ['-b', '-', '-i', this.key, '-P', String(port), ...options, `${this.user}@${address}`],
      { input: `put ${path} ${name}.part\nrename ${name}.part ${name}\n`, stdio: ['pipe', 'pipe', 'pipe'] },
    );
  }
}
