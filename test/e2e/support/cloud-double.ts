import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { KEY_VALUE_STORE_ARN, KeyValueStoreDouble } from '../../support/key-value-store-double.js';
import { S3Double } from '../../support/s3-double.js';

export const SITE_BUCKET = 'site-bucket';

/** The SDK puts the account before the endpoint's name, which the child's resolver has to know. */
const RESOLVER = join(__dirname, 'localhost-resolver.cjs');
/** Longer than it takes a process to hear a signal. */
const HEARD_MS = 500;

/** S3 that takes some files of cuts and then lets every further one wait. */
export class HoldingS3Double extends S3Double {
  /** Requests that wait for an answer. */
  held = 0;
  #left = Infinity;

  endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Answers to as many files of cuts, and holds those after them until the process that sent them is gone. */
  holdAfter(files: number): void {
    this.#left = files;
  }

  /** Waits long enough for a process to go on if it were to. */
  stillHeld(): Promise<void> {
    return sleep(HEARD_MS);
  }

  protected override async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sends = request.method === 'PUT' && request.headers['x-amz-copy-source'] === undefined;
    if (sends && request.url?.includes('/cuts/') === true) {
      if (this.#left === 0) {
        this.held += 1;
        request.resume();
        return;
      }
      this.#left -= 1;
    }
    await super.answer(request, response);
  }
}

/** A stack's bucket and pointer on loopback, for the real process. */
export class CloudDouble {
  private constructor(
    readonly s3: HoldingS3Double,
    readonly keyValues: KeyValueStoreDouble,
  ) {}

  static async start(): Promise<CloudDouble> {
    return new CloudDouble(await new HoldingS3Double().start(), await new KeyValueStoreDouble().start());
  }

  async stop(): Promise<void> {
    await Promise.all([this.s3.stop(), this.keyValues.stop()]);
  }

  /** Options by which the command line names the site. */
  get options(): readonly string[] {
    return ['--bucket', SITE_BUCKET, '--key-value-store', KEY_VALUE_STORE_ARN];
  }

  /** Variables that lead the SDK here. */
  get env(): Readonly<Record<string, string>> {
    return {
      AWS_ENDPOINT_URL_S3: this.s3.endpoint(),
      AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: this.keyValues.endpoint(),
      AWS_ACCESS_KEY_ID: 'double',
      AWS_SECRET_ACCESS_KEY: 'double',
      NODE_OPTIONS: `--require ${JSON.stringify(RESOLVER)}`,
    };
  }

  /** Files of a cut that were stored, each as often as its bytes were sent. */
  sentFiles(generation: string): readonly string[] {
    const prefix = `PUT ${SITE_BUCKET}/cuts/${generation}/`;
    return this.s3.requests
      .filter((each) => each.startsWith(prefix))
      .map((each) => each.slice(prefix.length));
  }
}
