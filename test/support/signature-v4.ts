import { createHash, createHmac } from 'node:crypto';

/** A request as it is sent. */
export interface SentRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/(?<scope>[^,]+), SignedHeaders=(?<signed>[^,]+), Signature=(?<signature>\w{64})$/;

/** Names of the headers under the signature, and its day, region and service. */
export function signedWith({ headers }: SentRequest): { readonly signed: string[]; readonly scope: string } {
  const { signed = '', scope = '' } = AUTHORIZATION.exec(headers.authorization ?? '')?.groups ?? {};
  return { signed: signed.split(';'), scope };
}

/** Whether S3 would take a request for signed, by AWS Signature Version 4 as Amazon describes it. */
export function signatureHolds(request: SentRequest, secretAccessKey: string): boolean {
  const { signed, scope } = signedWith(request);
  const { method, path, query, headers } = request;
  const lines = signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  const asked = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join('='));
  const canonical = [
    method,
    path,
    asked.sort().join('&'),
    lines.join(''),
    signed.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest].join('\n');
  const hmac = (key: Buffer, part: string): Buffer => createHmac('sha256', key).update(part).digest();
  const key = scope.split('/').reduce(hmac, Buffer.from(`AWS4${secretAccessKey}`));
  return headers.authorization?.endsWith(`, Signature=${hmac(key, text).toString('hex')}`) === true;
}
