import {
  CopyObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { awsStatus, awsStoreError } from './aws-errors.js';
import type { StagedFile } from './site-store.js';
import { diskReadFailed } from './store-errors.js';

/** Bytes up to which a body is held in memory, so that the SDK can send it again by itself. */
const BUFFERED_BYTES = 4 * 1024 * 1024;

/** S3 says "forbidden" of an object that is not there to a caller that may not list; the worker may not. */
const ABSENT = [403, 404];
const PRECONDITION_FAILED = 412;

/** What S3 is told of a body, so that it checks what it received. */
interface Body {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** The few calls that the stores make of one bucket, each checked by SHA-256 on the side of S3. */
export class S3Objects {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  /** Reads a small text; `undefined` where there is none. */
  async tryRead(key: string): Promise<string | undefined> {
    try {
      const { Body: body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
      return await body?.transformToString('utf8');
    } catch (error) {
      if (ABSENT.includes(awsStatus(error) ?? 0)) return undefined;
      throw awsStoreError('STORE_READ_FAILED', key, error);
    }
  }

  /** Writes a small JSON text, over what was there. */
  async write(key: string, text: string): Promise<void> {
    await this.put(key, jsonBody(text));
  }

  /** Writes a small JSON text where there is none yet; else what is there stays. */
  async create(key: string, text: string): Promise<void> {
    await this.put(key, { ...jsonBody(text), IfNoneMatch: '*' });
  }

  /** Stores a file of this host's disk. */
  async upload(key: string, body: Body, input: Partial<PutObjectCommandInput> = {}): Promise<void> {
    await this.put(key, {
      ...input,
      Body: body.size <= BUFFERED_BYTES ? await readWhole(body.path) : createReadStream(body.path),
      ContentLength: body.size,
      ChecksumAlgorithm: 'SHA256',
      ChecksumSHA256: base64(body.sha256),
    });
  }

  /**
   * Copies an object inside the bucket, with new headers.
   * @returns false when there is no such object, or its content is another
   */
  async copy(fromKey: string, key: string, file: StagedFile): Promise<boolean> {
    try {
      const { CopyObjectResult: copied } = await this.client.send(
        new CopyObjectCommand({
          Bucket: this.bucket,
          Key: key,
          CopySource: `${this.bucket}/${fromKey}`.split('/').map(encodeURIComponent).join('/'),
          MetadataDirective: 'REPLACE',
          ContentType: file.contentType,
          CacheControl: file.cacheControl,
          ChecksumAlgorithm: 'SHA256',
        }),
      );
      return copied?.ChecksumSHA256 === base64(file.sha256);
    } catch (error) {
      if (ABSENT.includes(awsStatus(error) ?? 0)) return false;
      throw awsStoreError('STORE_WRITE_FAILED', key, error);
    }
  }

  private async put(key: string, input: Partial<PutObjectCommandInput>): Promise<void> {
    try {
      await this.client.send(new PutObjectCommand({ ...input, Bucket: this.bucket, Key: key }));
    } catch (error) {
      if (input.IfNoneMatch !== undefined && awsStatus(error) === PRECONDITION_FAILED) return;
      throw awsStoreError('STORE_WRITE_FAILED', key, error);
    }
  }
}

async function readWhole(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw diskReadFailed(path, error);
  }
}

function jsonBody(text: string): Partial<PutObjectCommandInput> {
  const digest = createHash('sha256').update(text).digest('base64');
  return { Body: text, ContentType: 'application/json', ChecksumAlgorithm: 'SHA256', ChecksumSHA256: digest };
}

function base64(sha256: string): string {
  return Buffer.from(sha256, 'hex').toString('base64');
}
