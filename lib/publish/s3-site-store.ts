import type { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { S3Client } from '@aws-sdk/client-s3';
import { manifestBytes, type CutManifest } from '../cut/manifest.js';
import { manifestFrom } from '../cut/manifest-reading.js';
import type { Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { placeIn, placeOf } from './file-place.js';
import { KeyValuePointer } from './key-value-pointer.js';
import { NO_OBJECT, S3Objects } from './s3-objects.js';
import type { CutPlace, NotesSnapshot, PointerSnapshot, SiteStore, StagedFile } from './site-store.js';
import { notesMoved, stableFileTaken } from './store-errors.js';

export interface S3SiteStoreOptions {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly keyValues: CloudFrontKeyValueStoreClient;
  /** ARN of the KeyValueStore that the viewer-request function reads. */
  readonly keyValueStoreArn: string;
}

const NOTES_KEY = 'state/notes.json';

/**
 * The site of a distribution: cuts, stable files, manifests and state in a private bucket, the pointer in a
 * KeyValueStore. It gets and puts under `cuts/`, `stable/`, `manifests/` and `state/`, and never lists, heads or deletes.
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

  readManifest(generation: string): Promise<CutManifest | undefined> {
    return this.#objects.tryReadParts(manifestKey(generation), (parts) => manifestFrom(parts));
  }

  putManifest(manifest: CutManifest): Promise<void> {
    return this.#objects.create(manifestKey(manifest.generation), manifestBytes(manifest));
  }

  async putFile(generation: string, file: StagedFile, source: string): Promise<void> {
    const key = placeOf(generation, file);
    const once = file.stableUnder !== undefined;
    if (await this.#objects.upload(key, { ...file, path: source }, { headers: file, once })) return;
    if (!(await this.#objects.hasContent(key, file.sha256))) throw stableFileTaken(file.path);
  }

  copyFile(generation: string, file: StagedFile, from: CutPlace): Promise<boolean> {
    const [source, key] = [placeIn(from, file.path), placeOf(generation, file)];
    return source === key ? Promise.resolve(true) : this.#objects.copy(source, key, file);
  }

  async readNotes(): Promise<NotesSnapshot> {
    const { text, tag } = await this.#objects.readTagged(NOTES_KEY);
    return { text, version: tag };
  }

  async writeNotes(text: string, seen: NotesSnapshot): Promise<NotesSnapshot> {
    const version = await this.#objects.replace(NOTES_KEY, text, seen.version);
    if (version === undefined) throw await this.whyNotWritten(seen);
    return { text, version };
  }

  /** S3 tells who may not read an object that there is none, and then refuses to make it. */
  private async whyNotWritten(seen: NotesSnapshot): Promise<DifusorError> {
    const { version } = await this.readNotes();
    if (version !== NO_OBJECT || seen.version !== NO_OBJECT) return notesMoved();
    return new DifusorError('STORE_READ_FAILED', { path: NOTES_KEY, reason: 'AccessDenied' });
  }
}

function manifestKey(generation: string): string {
  return `manifests/${generation}.json`;
}
