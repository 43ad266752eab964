import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import { failureOf } from '../failure.js';
import { DifusorError } from '../errors.js';
import {
  MemoryJournal,
  type Arrivals,
  type GapEvent,
  type Journal,
  type JournalEvent,
} from '../journal/index.js';

export interface S3OrderJournalOptions {
  readonly s3: S3Client;
  /** The site's bucket. */
  readonly bucket: string;
  readonly clock: Clock;
}

/**
 * Keeps what one command did to a site in AWS: one object under `state/orders/` for each commit, never replaced. The
 * worker there keeps its own journal in its log.
 */
export class S3OrderJournal implements Journal {
  #pending: MemoryJournal;

  constructor(private readonly options: S3OrderJournalOptions) {
    this.#pending = new MemoryJournal(options.clock);
  }

  record(event: JournalEvent): Promise<void> {
    return this.#pending.record(event);
  }

  /** @throws JOURNAL_WRITE_FAILED */
  async commit(): Promise<void> {
    const { lines } = this.#pending;
    if (lines.length === 0) return;
    const { s3, bucket, clock } = this.options;
    const key = `state/orders/${clock().toISOString()}-${randomUUID()}.jsonl`;
    const body = `${lines.join('\n')}\n`;
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: 'application/jsonl',
          ChecksumSHA256: createHash('sha256').update(body).digest('base64'),
        }),
      );
    } catch (error) {
      const { reason } = failureOf(error);
      throw new DifusorError(
        'JOURNAL_WRITE_FAILED',
        { path: key, reason },
        { cause: error, retryable: true },
      );
    }
    this.#pending = new MemoryJournal(clock);
  }

  /** A command that gives an order takes no package, and so asks none of these. */
  arrivalsOf(): Promise<Arrivals> {
    return Promise.resolve(new Map());
  }

  lastGap(): Promise<GapEvent | undefined> {
    return Promise.resolve(undefined);
  }

  receivedAs(): Promise<string | undefined> {
    return Promise.resolve(undefined);
  }
}
