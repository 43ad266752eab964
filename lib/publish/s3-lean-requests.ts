import type { S3Client } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { s3Address, type S3Address } from './s3-address.js';

type Headers = Readonly<Record<string, string>>;

/** Bytes that are sent, with their lower-case hexadecimal SHA-256. */
export interface LeanBody {
  readonly content: Buffer;
  readonly sha256: string;
}

/** What S3 answered. */
interface LeanAnswer {
  readonly status: number;
  readonly text: string;
}

/** What the SDK's connections give back. */
interface Handled {
  readonly response: { readonly statusCode: number; readonly body: Readable };
}

const NO_BODY: LeanBody = { content: Buffer.alloc(0), sha256: createHash('sha256').digest('hex') };

/** Failures, one after the other, from which on only one request of as many is tried. */
const MANY_FAILURES = 32;

/**
 * PUT requests for one bucket by the SDK client's own endpoint, signer and connections, but past the layers that it goes
 * through for each command: a cut has thousands, and those layers were most of the work. Nothing is tried again here, and
 * nothing thrown: who gets no answer of use sends the SDK's command, which tries again, mends clock, region and
 * credentials, and tells what is wrong.
 */
export class S3LeanRequests {
  #address: Promise<S3Address | undefined> | undefined;
  #failures = 0;

  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  /**
   * Sends a request.
   * @param headers of the object and of the request, names in lower case
   * @param alsoOfUse a status, besides 200, that tells the caller what it asked
   * @returns undefined where S3 gave no answer of use; it may have done what it was asked all the same
   */
  async tryPut(
    key: string,
    headers: Headers,
    { body = NO_BODY, alsoOfUse }: { body?: LeanBody; alsoOfUse?: number | undefined } = {},
  ): Promise<LeanAnswer | undefined> {
    if (this.isResting()) return undefined;
    try {
      const address = await this.address();
      if (address === undefined) return undefined;
      const answer = await this.put(address, key, headers, body);
      if (isGranted(answer) || answer.status === alsoOfUse) {
        this.#failures = 0;
        return answer;
      }
    } catch {
      // The command will meet the same, and tell it.
    }
    this.#failures += 1;
    return undefined;
  }

  /** Where S3 refuses everything, each request would go out twice. */
  private isResting(): boolean {
    if (this.#failures < MANY_FAILURES) return false;
    this.#failures += 1;
    return this.#failures % MANY_FAILURES !== 0;
  }

  private address(): Promise<S3Address | undefined> {
    this.#address ??= s3Address(this.client, this.bucket).catch((error: unknown) => {
      this.#address = undefined;
      throw error;
    });
    return this.#address;
  }

  private async put(
    { scheme, signer, prefix, headers: shared, ...endpoint }: S3Address,
    key: string,
    headers: Headers,
    { content, sha256 }: LeanBody,
  ): Promise<LeanAnswer> {
    const { config } = this.client;
    const request = {
      ...endpoint,
      method: 'PUT',
      path: prefix + encodeKey(key),
      query: {},
      headers: {
        ...shared,
        ...headers,
        'content-length': String(content.length),
        'x-amz-content-sha256': sha256,
      },
      body: content,
    };
    const signed = await signer.sign(request, {
      // The SDK corrects the offset by each answer that its commands get.
      signingDate: new Date(Date.now() + config.systemClockOffset),
      signingRegion: scheme.signingRegion,
      signingService: scheme.signingName,
    });
    const { response } = (await config.requestHandler.handle(signed)) as Handled;
    return { status: response.statusCode, text: await textOf(response.body) };
  }
}

/** S3 may begin to answer a copy with status 200, and fail after that. */
function isGranted({ status, text }: LeanAnswer): boolean {
  return status === 200 && !text.includes('<Error>');
}

/** An iterator over the body would cost more than the rest of the request: nearly always it is one short piece. */
function textOf(body: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    body.on('data', (part: Buffer) => parts.push(part));
    body.once('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    body.once('error', reject);
  });
}

/** A key as it stands in a path: S3 wants more characters encoded than `encodeURIComponent` does. */
function encodeKey(key: string): string {
  const hexadecimal = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return key
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, hexadecimal))
    .join('/');
}
