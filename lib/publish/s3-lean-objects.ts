import type { S3Client } from '@aws-sdk/client-s3';
import type { ObjectHeaders } from './object-headers.js';
import { S3LeanRequests, type LeanBody } from './s3-lean-requests.js';

const PRECONDITION_FAILED = 412;

/**
 * What a cut does to a bucket by the thousand, as lean requests. Each answers `undefined` where S3 gave no answer of use:
 * then the SDK's command has the word.
 */
export class S3LeanObjects {
  readonly #requests: S3LeanRequests;

  constructor(client: S3Client, bucket: string) {
    this.#requests = new S3LeanRequests(client, bucket);
  }

  /** @returns whether it was stored: not so where it was to be stored `once`, and there is one of its key */
  async tryUpload(
    key: string,
    body: LeanBody,
    { headers, once }: { readonly headers: Partial<ObjectHeaders>; readonly once: boolean },
  ): Promise<boolean | undefined> {
    const answer = await this.#requests.tryPut(
      key,
      {
        ...named(headers),
        ...(once ? { 'if-none-match': '*' } : {}),
        'x-amz-sdk-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': Buffer.from(body.sha256, 'hex').toString('base64'),
      },
      { body, alsoOfUse: once ? PRECONDITION_FAILED : undefined },
    );
    return answer && answer.status !== PRECONDITION_FAILED;
  }

  /**
   * @param source bucket and key, percent-encoded
   * @returns the SHA-256 of what was copied, as Base64
   */
  async tryCopy(source: string, key: string, headers: ObjectHeaders): Promise<string | undefined> {
    const answer = await this.#requests.tryPut(key, {
      ...named(headers),
      'x-amz-copy-source': source,
      'x-amz-metadata-directive': 'REPLACE',
      'x-amz-checksum-algorithm': 'SHA256',
    });
    return /<ChecksumSHA256>([^<]+)</.exec(answer?.text ?? '')?.[1];
  }
}

function named({ contentType, cacheControl }: Partial<ObjectHeaders>): Record<string, string> {
  return {
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
    ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
  };
}
