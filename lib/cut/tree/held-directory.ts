import { constants, type BigIntStats } from 'node:fs';
import { link, lstat, open, opendir, unlink, type FileHandle } from 'node:fs/promises';

const { O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;

/**
 * A folder into which somebody else writes, held open: its names are looked up in this very folder, so that nobody can
 * put a link in its place meanwhile (on Linux; other systems go by its path). No link in it is ever followed.
 *
 * Names are bytes, one character each (latin1), because a pusher may send any.
 */
export class HeldDirectory {
  readonly #handle: FileHandle;
  readonly #path: Buffer;

  private constructor(handle: FileHandle, path: Buffer) {
    this.#handle = handle;
    this.#path = path;
  }

  /** @throws the system's error, where there is no such folder or it may not be read */
  static async open(path: string): Promise<HeldDirectory> {
    const bytes = Buffer.from(path);
    return new HeldDirectory(await open(bytes, O_RDONLY | O_DIRECTORY), bytes);
  }

  /** A folder in this one; fails with ELOOP or ENOTDIR where it is a link. */
  async folder(name: string): Promise<HeldDirectory> {
    const path = this.#of(name);
    return new HeldDirectory(await open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW), path);
  }

  /** A file in it, to be read; a pipe is not waited for, and a link fails with ELOOP. */
  file(name: string): Promise<FileHandle> {
    return open(this.#of(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  }

  /** What stands in it under a name; of a link, the link itself. */
  lstat(name: string): Promise<BigIntStats> {
    return lstat(this.#of(name), { bigint: true });
  }

  stat(): Promise<BigIntStats> {
    return this.#handle.stat({ bigint: true });
  }

  /** The names in it, unsorted, read as they are asked for. */
  async *names(): AsyncGenerator<string> {
    for await (const { name } of await opendir(this.#self(), { encoding: 'latin1' })) yield name;
  }

  /** Gives a file in it another name elsewhere. */
  link(name: string, to: Buffer): Promise<void> {
    return link(this.#of(name), to);
  }

  unlink(name: string): Promise<void> {
    return unlink(this.#of(name));
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  #of(name: string): Buffer {
    return Buffer.concat([Buffer.from(this.#self()), Buffer.from('/'), Buffer.from(name, 'latin1')]);
  }

  #self(): Buffer | string {
    return process.platform === 'linux' ? `/proc/self/fd/${this.#handle.fd}` : this.#path;
  }
}

/** Bytes of a name as the text that they mean; what is no UTF-8 shows as U+FFFD. */
export function nameAsText(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}
