import type { S3Client } from '@aws-sdk/client-s3';
import type { ReceivedPackage } from '../cut/index.js';
import { archivedAs, type ArchiveStore } from './archive-store.js';
import { S3Objects } from './s3-objects.js';

/** Packages in a bucket of their own; S3 checks each body by SHA-256 and refuses to replace one. */
export class S3ArchiveStore implements ArchiveStore {
  readonly #objects: S3Objects;

  constructor(options: { readonly s3: S3Client; readonly bucket: string }) {
    this.#objects = new S3Objects(options.s3, options.bucket);
  }

  async keep(generation: string, received: ReceivedPackage): Promise<string> {
    const key = archivedAs(generation, received);
    const body = { path: received.path, size: received.bytes, sha256: received.sha256 };
    await this.#objects.upload(key, body, { ContentType: 'application/octet-stream', IfNoneMatch: '*' });
    return key;
  }
}
