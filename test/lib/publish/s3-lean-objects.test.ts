import { CopyObjectCommand, PutObjectCommand, type S3ClientConfig } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { S3LeanObjects } from '../../../lib/publish/s3-lean-objects.js';
import { capturingS3Client, CREDENTIALS } from '../../support/capturing-s3-client.js';
import { signatureHolds, signedWith, type SentRequest } from '../../support/signature-v4.js';

const CONTENT = Buffer.from('{"votos":1}');
const SHA256 = createHash('sha256').update(CONTENT).digest();
const BODY = { content: CONTENT, sha256: SHA256.toString('hex') };
const HEADERS = { contentType: 'application/json', cacheControl: 'no-cache,  no-store' };
const COPIED = `<CopyObjectResult><ETag>"e"</ETag><ChecksumSHA256>${SHA256.toString('base64')}</ChecksumSHA256></CopyObjectResult>`;

/** What the SDK tells of its own work with one command. */
const ABOUT_THE_SDK = ['amz-sdk-invocation-id', 'amz-sdk-request', 'x-amz-user-agent'];
/** The SDK counts in its name what it was asked before. */
const VARYING = ['authorization', 'user-agent'];
/** S3 wants one; the connection adds it where the SDK does not. */
const LENGTH = 'content-length';

/** What S3 decides by, without what varies from one command to the next. */
function substance({ method, protocol, hostname, port, path, headers, body }: SentRequest): unknown {
  const told = Object.entries(headers).filter(
    ([name]) => ![...ABOUT_THE_SDK, ...VARYING, LENGTH].includes(name),
  );
  return { method, protocol, hostname, port, path, headers: Object.fromEntries(told), body: body ?? CONTENT };
}

const HOSTS: readonly [string, S3ClientConfig][] = [
  ['a bucket’s own host', {}],
  ['a path', { forcePathStyle: true }],
  ['an endpoint of one’s own', { endpoint: 'http://127.0.0.1:9000', forcePathStyle: true }],
  ['a session', { credentials: { ...CREDENTIALS, sessionToken: 'FwoGZXIvYXdzE//token+=' } }],
  ['a clock that is wrong', { systemClockOffset: 3_600_000 }],
];

const KEYS = [
  'cuts/20240603T030000Z-00000001/json/main.json',
  'Número de casillas (1+1) 100%.json',
  "a//b/./..'!*~=&?#:@,;$.json",
  'actas/漢字 😀.jpg',
];

const CASES = HOSTS.flatMap(([host, config]) => KEYS.map((key) => [host, key, config] as const));

describe('S3LeanObjects', () => {
  beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-06-06T20:00:00-07:00')));
  afterEach(() => jest.restoreAllMocks());

  it.each(CASES)('uploads as the SDK does: %s, %s', async (_host, key, config) => {
    const { client, sent } = capturingS3Client(config);
    await client.send(
      new PutObjectCommand({
        Bucket: 'sitio',
        Key: key,
        Body: CONTENT,
        ContentType: HEADERS.contentType,
        CacheControl: HEADERS.cacheControl,
        IfNoneMatch: '*',
        ChecksumAlgorithm: 'SHA256',
        ChecksumSHA256: SHA256.toString('base64'),
      }),
    );
    const lean = new S3LeanObjects(client, 'sitio');
    expect(await lean.tryUpload(key, BODY, { headers: HEADERS, once: true })).toBe(true);
    expectTheSame(sent);
  });

  it.each(CASES)('copies as the SDK does: %s, %s', async (_host, key, config) => {
    const { client, sent } = capturingS3Client(config, { status: 200, body: COPIED });
    const source = encodeURIComponent(`sitio/${key}`);
    await client.send(
      new CopyObjectCommand({
        Bucket: 'sitio',
        Key: key,
        CopySource: source,
        MetadataDirective: 'REPLACE',
        ContentType: HEADERS.contentType,
        CacheControl: HEADERS.cacheControl,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    const lean = new S3LeanObjects(client, 'sitio');
    expect(await lean.tryCopy(source, key, HEADERS)).toBe(SHA256.toString('base64'));
    expect(sent[1]?.headers[LENGTH]).toBe('0');
    const bare = sent.map((request) => ({ ...request, body: CONTENT }));
    expectTheSame(bare);
  });

  /** The SDK's request, and the lean one, which signs the same but for what the SDK tells of itself. */
  function expectTheSame([sdk, lean]: readonly SentRequest[]): void {
    if (sdk === undefined || lean === undefined) throw new Error('two requests were to be sent');
    expect(substance(lean)).toEqual(substance(sdk));
    expect([
      signatureHolds(sdk, CREDENTIALS.secretAccessKey),
      signatureHolds(lean, CREDENTIALS.secretAccessKey),
    ]).toEqual([true, true]);
    expect(signedWith(lean).scope).toBe(signedWith(sdk).scope);
    const signed = signedWith(sdk).signed.filter((name) => !ABOUT_THE_SDK.includes(name));
    expect(signedWith(lean).signed.filter((name) => name !== LENGTH)).toEqual(
      signed.filter((name) => name !== LENGTH),
    );
  }

  it('is found out where a signature is not its request’s', async () => {
    const { client, sent } = capturingS3Client();
    await new S3LeanObjects(client, 'sitio').tryUpload('a', BODY, { headers: {}, once: false });
    const [request] = sent;
    if (request === undefined) throw new Error('a request was to be sent');
    expect(signatureHolds(request, CREDENTIALS.secretAccessKey)).toBe(true);
    expect(signatureHolds({ ...request, path: '/b' }, CREDENTIALS.secretAccessKey)).toBe(false);
    expect(signatureHolds(request, 'another')).toBe(false);
  });

  it.each([
    [200, '', false, true],
    [200, '', true, true],
    [412, '', true, false],
    [412, '', false, undefined],
    [503, '', true, undefined],
    [403, '', true, undefined],
    [307, '', true, undefined],
    [204, '', true, undefined],
  ])('takes status %i %p of an upload, once: %p, for %p', async (status, body, once, expected) => {
    const { client } = capturingS3Client({}, { status, body });
    expect(await new S3LeanObjects(client, 'sitio').tryUpload('a', BODY, { headers: {}, once })).toBe(
      expected,
    );
  });

  it.each([
    ['an error that came after the status', 200, '<Error><Code>InternalError</Code></Error>'],
    ['no checksum', 200, '<CopyObjectResult><ETag>"e"</ETag></CopyObjectResult>'],
    ['nothing', 200, ''],
    ['an object that is not there', 404, '<Error><Code>NoSuchKey</Code></Error>'],
    ['a condition that nobody set', 412, COPIED],
  ])('leaves a copy to the SDK whose answer is %s', async (_what, status, body) => {
    const { client } = capturingS3Client({}, { status, body });
    expect(await new S3LeanObjects(client, 'sitio').tryCopy('sitio/a', 'b', HEADERS)).toBeUndefined();
  });
});
