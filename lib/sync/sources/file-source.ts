import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { safePackageName } from '../../cut/index.js';
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
  readonly #options: FileSourceOptions;

  constructor(options: FileSourceOptions) {
    this.host = basename(options.path);
    this.#options = options;
  }

  async fetch({ directory }: FetchRequest): Promise<FetchResult> {
    const { path, maxBytes } = this.#options;
    const file = createReadStream(path);
    await opened(file, this.host);
    const received = await download(file, {
      host: this.host,
      name: safePackageName(path),
      directory,
      maxBytes,
      declaredBytes: undefined,
    });
    return { kind: 'package', received, validators: {} };
  }
}

/** A file that can't be opened is the source's failure, not this host's disk's. */
async function opened(file: ReturnType<typeof createReadStream>, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    file.once('open', () => {
      resolve();
    });
    file.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new DifusorError('SOURCE_UNREACHABLE', { host, reason: cause.code ?? cause.message }, { cause }),
      );
    });
  });
}
