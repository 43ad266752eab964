import {
  CopyObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DifusorError } from '../errors.js';
import { awsStatus, awsStoreError } from './aws-errors.js';
import { BodyBuffers } from './body-buffers.js';
import type { ObjectHeaders } from './object-headers.js';
import { S3LeanObjects } from './s3-lean-objects.js';
import type { LeanBody } from './s3-lean-requests.js';
import type { StagedFile } from './site-store.js';

/** Bytes up to which a body is held in memory, so that it can be sent again. */
const BUFFERED_BYTES = 4 * 1024 * 1024;

/** S3 says "forbidden" of an object that is not there to a caller that may not list; the worker may not. */
const ABSENT = [403, 404];
const PRECONDITION_FAILED = 412;
/** A conditional write lost: against another under way, or against what stands. */
const LOST_RACE = [409, PRECONDITION_FAILED];
/** The object that was to be replaced is gone. */
const GONE = 404;

/** The tag of an object that is not there. */
export const NO_OBJECT = 'none';

/** A small text with S3's tag of it, which no other content of the object has. */
export interface TaggedText {
  readonly text: string | undefined;
  readonly tag: string;
}

/** What S3 is told of a body, so that it checks what it received. */
interface Body {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

interface UploadOptions {
  /**
   * Stored with the object.
   * @default none
   */
  readonly headers?: Partial<ObjectHeaders>;
  /**
   * Only where there is none of its key.
   * @default false: over what was there
   */
  readonly once?: boolean;
}

/**
 * The few calls that the stores make of one bucket, each checked by SHA-256 on the side of S3. What a cut does by the
 * thousand is asked the lean way first, and by the SDK's command wherever that does not do.
 */
export class S3Objects {
  readonly #lean: S3LeanObjects;
  readonly #bodies = new BodyBuffers();

  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {
    this.#lean = new S3LeanObjects(client, bucket);
  }

  /**
   * Reads an object as it comes in, never whole; `undefined` where there is none.
   * @param read takes the bytes, and S3's tag of them; its failures are told as those of S3
   */
  async tryReadParts<T>(
    key: string,
    read: (parts: Readable, tag: string | undefined) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      const { Body: body, ETag: tag } = await this.client.send(
        new GetObjectCommand({ Bucket: this.bucket, Key: key }),
      );
      return body instanceof Readable ? await read(body, tag) : undefined;
    } catch (error) {
      if (ABSENT.includes(awsStatus(error) ?? 0)) return undefined;
      throw awsStoreError('STORE_READ_FAILED', key, error);
    }
  }

  /** Reads a small text, so that it can be replaced. */
  async readTagged(key: string): Promise<TaggedText> {
    const read = await this.tryReadParts(key, async (parts, tag) => ({ text: await text(parts), tag }));
    const { tag, ...found } = read ?? { text: undefined, tag: NO_OBJECT };
    if (tag === undefined) throw new DifusorError('STORE_READ_FAILED', { path: key, reason: 'no ETag' });
    return { ...found, tag };
  }

  /**
   * Writes a small JSON text in the place of the one that has a tag.
   * @returns the new tag; undefined when another stands there, which stays
   */
  async replace(key: string, content: string, tag: string): Promise<string | undefined> {
    const condition = tag === NO_OBJECT ? { IfNoneMatch: '*' } : { IfMatch: tag };
    const body = jsonBody(Buffer.from(content));
    try {
      const stored = await this.client.send(
        new PutObjectCommand({ ...body, ...condition, Bucket: this.bucket, Key: key }),
      );
      // Without a tag the next write finds that it has to read first.
      return stored.ETag ?? NO_OBJECT;
    } catch (error) {
      const status = awsStatus(error) ?? 0;
      if (LOST_RACE.includes(status) || (tag !== NO_OBJECT && status === GONE)) return undefined;
      throw awsStoreError('STORE_WRITE_FAILED', key, error);
    }
  }

  /** Writes a JSON text where there is none yet; else what is there stays. */
  async create(key: string, content: Buffer): Promise<void> {
    await this.put(key, { ...jsonBody(content), IfNoneMatch: '*' });
  }

  /**
   * Stores a file of this host's disk.
   * @returns false when it was to be stored only where there is none, and there is one
   */
  async upload(
    key: string,
    body: Body,
    { headers = {}, once = false }: UploadOptions = {},
  ): Promise<boolean> {
    const { path, size, sha256 } = body;
    const content = size <= BUFFERED_BYTES ? this.#bodies.read(path, size) : undefined;
    const stored = content && (await this.sendLeanly(key, { content, sha256 }, { headers, once }));
    if (stored !== undefined) return stored;
    return this.put(key, {
      ContentType: headers.contentType,
      CacheControl: headers.cacheControl,
      ...(once ? { IfNoneMatch: '*' } : {}),
      Body: content ?? createReadStream(path),
      ContentLength: size,
      ChecksumAlgorithm: 'SHA256',
      ChecksumSHA256: base64(sha256),
    });
  }

  /** Whether an object has this content, by the checksum that S3 keeps with it; its body is not read. */
  async hasContent(key: string, sha256: string): Promise<boolean> {
    try {
      const { Body: body, ChecksumSHA256: checksum } = await this.client.send(
        new GetObjectCommand({ Bucket: this.bucket, Key: key, ChecksumMode: 'ENABLED' }),
      );
      if (body instanceof Readable) body.destroy();
      return checksum === base64(sha256);
    } catch (error) {
      throw awsStoreError('STORE_READ_FAILED', key, error);
    }
  }

  /**
   * Copies an object inside the bucket, with new headers.
   * @returns false when there is no such object, or its content is another
   */
  async copy(fromKey: string, key: string, file: StagedFile): Promise<boolean> {
    const source = `${this.bucket}/${fromKey}`.split('/').map(encodeURIComponent).join('/');
    const leanly = await this.#lean.tryCopy(source, key, file);
    const copied = leanly ?? (await this.copyByCommand(source, key, file));
    return copied === base64(file.sha256);
  }

  /** @returns the checksum of what was copied; undefined where there was nothing */
  private async copyByCommand(source: string, key: string, file: StagedFile): Promise<string | undefined> {
    try {
      const { CopyObjectResult: copied } = await this.client.send(
        new CopyObjectCommand({
          Bucket: this.bucket,
          Key: key,
          CopySource: source,
          MetadataDirective: 'REPLACE',
          ContentType: file.contentType,
          CacheControl: file.cacheControl,
          ChecksumAlgorithm: 'SHA256',
        }),
      );
      return copied?.ChecksumSHA256;
    } catch (error) {
      if (ABSENT.includes(awsStatus(error) ?? 0)) return undefined;
      throw awsStoreError('STORE_WRITE_FAILED', key, error);
    }
  }

  /** @returns undefined where the command has the word, and the body */
  private async sendLeanly(
    key: string,
    body: LeanBody,
    options: Required<UploadOptions>,
  ): Promise<boolean | undefined> {
    const stored = await this.#lean.tryUpload(key, body, options);
    // Only S3's word that it has all of a body means that nothing here will look at it again.
    if (stored === true) this.#bodies.release(body.content);
    return stored;
  }

  private async put(key: string, input: Partial<PutObjectCommandInput>): Promise<boolean> {
    try {
      await this.client.send(new PutObjectCommand({ ...input, Bucket: this.bucket, Key: key }));
      return true;
    } catch (error) {
      if (input.IfNoneMatch !== undefined && awsStatus(error) === PRECONDITION_FAILED) return false;
      throw awsStoreError('STORE_WRITE_FAILED', key, error);
    }
  }
}

/** Bytes, not a text: the SDK would turn a text into bytes at each of its steps, and a manifest has megabytes. */
function jsonBody(content: Buffer): Partial<PutObjectCommandInput> {
  return {
    Body: content,
    ContentType: 'application/json',
    ChecksumAlgorithm: 'SHA256',
    ChecksumSHA256: createHash('sha256').update(content).digest('base64'),
  };
}

function base64(sha256: string): string {
  return Buffer.from(sha256, 'hex').toString('base64');
}
