import type { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { S3Client } from '@aws-sdk/client-s3';
import { formatManifest, parseManifest, type CutManifest } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { KeyValuePointer } from './key-value-pointer.js';
import { S3Objects } from './s3-objects.js';
import type { PointerSnapshot, SiteStore, StagedFile } from './site-store.js';

export interface S3SiteStoreOptions {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly keyValues: CloudFrontKeyValueStoreClient;
  /** ARN of the KeyValueStore that the viewer-request function reads. */
  readonly keyValueStoreArn: string;
}

const STATE_KEY = 'state/sync-state.json';

/**
 * The site of a distribution: cuts, manifests and state in a private bucket, the pointer in a KeyValueStore. It gets
 * and puts under `cuts/`, `manifests/` and `state/`, and never lists, heads or deletes.
 */
export class S3SiteStore implements SiteStore {
  readonly #objects: S3Objects;
  readonly #pointer: KeyValuePointer;

  constructor({ s3, bucket, keyValues, keyValueStoreArn }: S3SiteStoreOptions) {
    this.#objects = new S3Objects(s3, bucket);
    this.#pointer = new KeyValuePointer(keyValues, keyValueStoreArn);
  }

  readPointer(): Promise<PointerSnapshot> {
    return this.#pointer.read();
  }

  movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    return this.#pointer.move(to, seen);
  }

  async readManifest(generation: string): Promise<CutManifest | undefined> {
    const path = manifestKey(generation);
    const text = await this.#objects.tryRead(path);
    if (text === undefined) return undefined;
    const manifest = parseManifest(text);
    if (manifest === undefined)
      throw new DifusorError('STORE_READ_FAILED', { path, reason: 'not a manifest' });
    return manifest;
  }

  putManifest(manifest: CutManifest): Promise<void> {
    return this.#objects.create(manifestKey(manifest.generation), formatManifest(manifest));
  }

  putFile(generation: string, file: StagedFile, source: string): Promise<void> {
    const headers = { ContentType: file.contentType, CacheControl: file.cacheControl };
    return this.#objects.upload(fileKey(generation, file), { ...file, path: source }, headers);
  }

  copyFile(generation: string, file: StagedFile, fromGeneration: string): Promise<boolean> {
    return this.#objects.copy(fileKey(fromGeneration, file), fileKey(generation, file), file);
  }

  readState(): Promise<string | undefined> {
    return this.#objects.tryRead(STATE_KEY);
  }

  writeState(state: string): Promise<void> {
    return this.#objects.write(STATE_KEY, state);
  }
}

function fileKey(generation: string, file: StagedFile): string {
  return `cuts/${generation}/${file.path}`;
}

function manifestKey(generation: string): string {
  return `manifests/${generation}.json`;
}
