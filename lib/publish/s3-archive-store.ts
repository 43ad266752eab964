import type { S3Client } from '@aws-sdk/client-s3';
import { join } from 'node:path';
import pRetry from 'p-retry';
import type { ReceivedPackage } from '../cut/index.js';
import { isDifusorError } from '../errors.js';
import { archivedAs, type ArchiveStore } from './archive-store.js';
import { S3Objects } from './s3-objects.js';
import { WorkPool } from './work-pool.js';

/** Files of a tree that are sent at one time. */
const AT_ONCE = 16;
const FIRST_WAIT_MS = 100;

/** Packages in a bucket of their own; S3 checks each body by SHA-256 and refuses to replace one. */
export class S3ArchiveStore implements ArchiveStore {
  readonly #objects: S3Objects;

  /** @param options its client says how often a failed upload is tried */
  constructor(private readonly options: { readonly s3: S3Client; readonly bucket: string }) {
    this.#objects = new S3Objects(options.s3, options.bucket);
  }

  /** A tree is kept as one object for each of its files. */
  async keep(generation: string, received: ReceivedPackage): Promise<string> {
    const key = archivedAs(generation, received);
    if (received.form === 'archive') await this.store(key, { ...received, size: received.bytes });
    else {
      await new WorkPool().each(received.files, AT_ONCE, (file) =>
        this.store(`${key}/${file.path}`, { ...file, path: join(received.path, file.path) }),
      );
    }
    return key;
  }

  private async store(key: string, body: { path: string; size: number; sha256: string }): Promise<boolean> {
    const headers = { contentType: 'application/octet-stream' };
    return pRetry(() => this.#objects.upload(key, body, { headers, once: true }), {
      retries: (await this.options.s3.config.maxAttempts()) - 1,
      minTimeout: FIRST_WAIT_MS,
      shouldRetry: ({ error }) => isDifusorError(error) && error.retryable,
    });
  }
}
