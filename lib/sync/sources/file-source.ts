import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { safePackageName } from '../../cut/index.js';
import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';
import { download } from './download.js';
import type { FetchRequest, FetchResult, Source } from './source.js';

export interface FileSourceOptions {
  /** Path of the package on this host. */
  readonly path: string;
  /** Bytes of one package. */
  readonly maxBytes: number;
}

/** A package that a person was handed by other means, such as when the institute's server is down. */
export class FileSource implements Source {
  readonly host: string;
  readonly isLocal = true;
  readonly #options: FileSourceOptions;

  constructor(options: FileSourceOptions) {
    this.host = basename(options.path);
    this.#options = options;
  }

  async fetch({ directory }: FetchRequest): Promise<FetchResult> {
    const { path, maxBytes } = this.#options;
    await assertRegularFile(path, this.host);
    const received = await download(createReadStream(path), {
      host: this.host,
      name: safePackageName(path),
      directory,
      maxBytes,
      declaredBytes: undefined,
    });
    return { kind: 'package', received, validators: {} };
  }
}

/** @throws SOURCE_UNREACHABLE where there is no file to read: a pipe would be waited for, for ever */
async function assertRegularFile(path: string, host: string): Promise<void> {
  const reason = await unreadableBecause(path);
  if (reason !== undefined) throw new DifusorError('SOURCE_UNREACHABLE', { host, reason });
}

async function unreadableBecause(path: string): Promise<string | undefined> {
  try {
    await access(path, constants.R_OK);
    const found = await stat(path);
    if (found.isFile()) return undefined;
    return found.isDirectory() ? 'EISDIR' : 'ENOTSUP';
  } catch (error) {
    return failureOf(error).reason;
  }
}
