import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import type { SentRequest } from './signature-v4.js';

export const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG' };

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A client whose requests go nowhere, and are kept; each is answered with the same. */
export function capturingS3Client(
  config: S3ClientConfig = {},
  { status, body }: Answer = { status: 200, body: '' },
): { readonly client: S3Client; readonly sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  const handle = (request: SentRequest): Promise<unknown> => {
    sent.push(request);
    return Promise.resolve({
      response: { statusCode: status, headers: {}, body: Readable.from([Buffer.from(body)]) },
    });
  };
  const client = new S3Client({
    region: 'mx-central-1',
    credentials: CREDENTIALS,
    maxAttempts: 1,
    requestHandler: { handle } as NonNullable<S3ClientConfig['requestHandler']>,
    ...config,
  });
  return { client, sent };
}
