import {
  GetObjectCommand,
  ListObjectsV2Command,
  type GetObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { isArchiveName } from './archive-name.js';
import { isForbidden, s3Failure, s3Verdict } from './s3-failure.js';

/** An object of the source, its body not yet read. */
export interface S3Object {
  readonly body: Readable;
  readonly etag: string | undefined;
  readonly bytes: number | undefined;
}

/** The reads that a source makes of one bucket. */
export class S3SourceBucket {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
    /** Ends whatever is under way. */
    readonly signal: AbortSignal,
  ) {}

  /** Names of the archives right under a prefix that ends in `/`. */
  async archives(prefix: string): Promise<readonly string[]> {
    const names: string[] = [];
    let token: string | undefined;
    do {
      const page = await this.list(prefix, token);
      names.push(...page.keys.map((key) => key.slice(prefix.length)).filter(isArchiveName));
      token = page.next;
    } while (token !== undefined);
    return names;
  }

  /** @param known version of it that need not be sent again */
  async get(key: string, known?: string): Promise<S3Object | 'absent' | 'unchanged'> {
    try {
      return objectOf(await this.send(key, known));
    } catch (error) {
      const verdict = s3Verdict(error);
      if (verdict === 'absent' || (verdict === 'unchanged' && known !== undefined)) return verdict;
      throw s3Failure(error, this.bucket);
    }
  }

  /** A small object beside another; `undefined` where there is none, or S3 would not say. */
  async tryGet(key: string): Promise<Readable | undefined> {
    try {
      return objectOf(await this.send(key)).body;
    } catch (error) {
      if (s3Verdict(error) === 'absent' || isForbidden(error)) return undefined;
      throw s3Failure(error, this.bucket);
    }
  }

  private send(key: string, known?: string): Promise<GetObjectCommandOutput> {
    const condition = known === undefined ? {} : { IfNoneMatch: known };
    const command = new GetObjectCommand({ Bucket: this.bucket, Key: key, ...condition });
    return this.client.send(command, { abortSignal: this.signal });
  }

  private async list(
    prefix: string,
    token: string | undefined,
  ): Promise<{ readonly keys: readonly string[]; readonly next: string | undefined }> {
    const where = { Bucket: this.bucket, Prefix: prefix, Delimiter: '/' };
    const command = new ListObjectsV2Command({
      ...where,
      ...(token === undefined ? {} : { ContinuationToken: token }),
    });
    try {
      const { Contents: found, NextContinuationToken: next } = await this.client.send(command, {
        abortSignal: this.signal,
      });
      return { keys: (found ?? []).flatMap(({ Key: key }) => key ?? []), next };
    } catch (error) {
      throw s3Failure(error, this.bucket);
    }
  }
}

function objectOf({ Body: body, ETag: etag, ContentLength: bytes }: GetObjectCommandOutput): S3Object {
  return { body: body instanceof Readable ? body : Readable.from([]), etag, bytes };
}
