import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

type SignerOf = S3Client['config']['signer'];
type Scheme = NonNullable<Parameters<SignerOf>[0]>;

/** Where the SDK sends what is asked of a bucket's objects, and how it signs it. */
export interface S3Address extends Omit<ReadyRequest, 'path'> {
  /** Path before a key, percent-encoded, with a slash at its end. */
  readonly prefix: string;
  readonly scheme: Scheme;
  readonly signer: Awaited<ReturnType<SignerOf>>;
}

/** What is read of a request that the SDK made ready. */
interface ReadyRequest {
  /** With its colon. */
  readonly protocol: string;
  readonly hostname: string;
  /** Absent: the protocol's own. */
  readonly port?: number | undefined;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

const ANY_KEY = 'key';
const ORDINARY_SCHEME = 'sigv4';
/** Those of a request's headers that every other one carries as well. */
const SHARED_HEADERS = ['host', 'user-agent'];

/**
 * Has the SDK make a request ready, by all that its client knows of endpoints, and sends nothing.
 * @returns undefined where the SDK signs otherwise than for an ordinary bucket, e.g. for several regions at once
 */
export async function s3Address(client: S3Client, bucket: string): Promise<S3Address | undefined> {
  const command = new PutObjectCommand({ Bucket: bucket, Key: ANY_KEY });
  let ready: { readonly request: ReadyRequest; readonly scheme: Scheme | undefined } | undefined;
  command.middlewareStack.add(
    (_send, context) =>
      ({ request }) => {
        ready = { request: request as ReadyRequest, scheme: context.authSchemes?.[0] };
        return Promise.resolve({ output: { $metadata: {} }, response: {} });
      },
    { name: 'readAddress', step: 'finalizeRequest', priority: 'high' },
  );
  await client.send(command);
  if (ready?.scheme?.name !== ORDINARY_SCHEME) return undefined;
  const { request, scheme } = ready;
  const headers = Object.entries(request.headers).filter(([name]) => SHARED_HEADERS.includes(name));
  return {
    protocol: request.protocol,
    hostname: request.hostname,
    ...(request.port === undefined ? {} : { port: request.port }),
    headers: Object.fromEntries(headers),
    prefix: request.path.slice(0, -ANY_KEY.length),
    scheme,
    signer: await client.config.signer(scheme),
  };
}
