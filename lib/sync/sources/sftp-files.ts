import { Readable } from 'node:stream';
import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';
import { sourceChanged } from '../../cut/index.js';
import { DifusorError } from '../../errors.js';
import { isArchiveName } from './archive-name.js';
import { readAhead } from './read-ahead.js';
import type { SshConnection } from './ssh-connection.js';
import { isNoSuchFile } from './ssh-failure.js';

const TYPE_BITS = 0o170000;
const REGULAR_FILE = 0o100000;
const DIRECTORY = 0o040000;

/** An open file of the server. */
export interface SftpFile {
  readonly bytes: number;
  readonly body: Readable;
  /** @throws SOURCE_CHANGED when the file was written to since it was opened */
  assertUntouched(): Promise<void>;
  close(): Promise<void>;
}

/** The reads that a source makes of an SFTP server. */
export class SftpFiles {
  private constructor(
    private readonly connection: SshConnection,
    private readonly sftp: SFTPWrapper,
    private readonly host: string,
  ) {}

  static async over(connection: SshConnection, host: string): Promise<SftpFiles> {
    return new SftpFiles(connection, await connection.sftp(), host);
  }

  /** Names of the archives of a folder; none where there is no such folder. */
  async archives(folder: string): Promise<readonly string[]> {
    const found = await this.tryCall(() => this.list(folder));
    return (found ?? [])
      .filter(({ attrs }) => (attrs.mode & TYPE_BITS) !== DIRECTORY)
      .map(({ filename }) => filename)
      .filter(isArchiveName);
  }

  /**
   * Opens a file; `undefined` where there is none.
   * @throws SOURCE_NOT_A_PACKAGE where it is no regular file
   */
  async tryOpen(path: string): Promise<SftpFile | undefined> {
    const handle = await this.tryCall(() =>
      this.connection.call<Buffer>((done) => this.sftp.open(path, 'r', done)),
    );
    if (handle === undefined) return undefined;
    const opened = await this.stat(handle);
    const type = opened.mode & TYPE_BITS;
    // Some servers tell the rights alone.
    if (type !== REGULAR_FILE && type !== 0) {
      const params = {
        host: this.host,
        contentType: type === DIRECTORY ? 'folder' : 'special',
        name: path,
      };
      throw new DifusorError('SOURCE_NOT_A_PACKAGE', params, { retryable: true });
    }
    return {
      bytes: opened.size,
      body: Readable.from(readAhead((at, length) => this.read(handle, at, length), opened.size)),
      assertUntouched: async () => {
        if (!isSame(opened, await this.stat(handle))) throw sourceChanged(path);
      },
      close: () => this.connection.call<void>((done) => this.sftp.close(handle, (error) => done(error))),
    };
  }

  private list(folder: string): Promise<FileEntryWithStats[]> {
    return this.connection.call((done) => this.sftp.readdir(folder, done));
  }

  private stat(handle: Buffer): Promise<Stats> {
    return this.connection.call((done) => this.sftp.fstat(handle, done));
  }

  private async read(handle: Buffer, position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    const got = await this.connection.call<number>((done) =>
      this.sftp.read(handle, buffer, 0, length, position, (error, bytes) => done(error, bytes)),
    );
    return buffer.subarray(0, got);
  }

  private async tryCall<T>(call: () => Promise<T>): Promise<T | undefined> {
    try {
      return await call();
    } catch (error) {
      if (isNoSuchFile(error)) return undefined;
      throw error;
    }
  }
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtime === after.mtime;
}
