import { S3Client } from '@aws-sdk/client-s3';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_OBJECT, S3Objects } from '../../../lib/publish/s3-objects.js';
import { sha256, stagedFile } from '../../support/cuts.js';
import { S3Double } from '../../support/s3-double.js';
import { startHttp } from '../../support/servers.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('S3Objects', () => {
  const directory = useTemporaryDirectory();
  let s3: S3Double;

  beforeEach(async () => {
    s3 = await new S3Double().start();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await s3.stop();
  });

  const objects = (): S3Objects => new S3Objects(s3.client(), 'site');

  /** A file on the disk, with the digest of what it is declared to be. */
  const body = (written: string, declared = written): { path: string; size: number; sha256: string } => {
    const path = join(directory(), 'body');
    writeFileSync(path, written);
    return { path, size: written.length, sha256: sha256(declared) };
  };

  it('sends a large file as a stream, checked just the same', async () => {
    const large = 'x'.repeat(5 * 1024 * 1024);
    await objects().upload('large.csv', body(large));
    expect(s3.objects.get('site/large.csv')?.content.equals(Buffer.from(large))).toBe(true);
  });

  it('sends each body whole and unmixed, however many it sends at a time and one after the other', async () => {
    const sent = objects();
    const contents = Array.from({ length: 60 }, (_, index) => `${index}:`.padEnd(index * 997, String(index)));
    const send = async (index: number): Promise<void> => {
      const content = contents[index] ?? '';
      const path = join(directory(), String(index));
      writeFileSync(path, content);
      const file = { path, size: content.length, sha256: sha256(content) };
      await sent.upload(`file-${index}`, file);
      if (index + 6 < contents.length) await send(index + 6);
    };
    await Promise.all([0, 1, 2, 3, 4, 5].map(send));
    const stored = contents.map((_, index) => s3.objects.get(`site/file-${index}`)?.content.toString());
    expect(stored).toEqual(contents);
  });

  it.each([10, 5 * 1024 * 1024])('has S3 refuse %i bytes that are not those of the digest', async (size) => {
    // The SDK says aloud that it can't repeat a stream by itself.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const upload = objects().upload('index.html', body('a'.repeat(size), 'b'.repeat(size)));
    await expect(upload).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: true,
      params: { path: 'index.html', reason: 'BadDigest' },
    });
    expect(s3.objects.size).toBe(0);
  });

  it('does not take a copy for good whose original is another file', async () => {
    await objects().upload('from', body('old'));
    expect(await objects().copy('from', 'to', stagedFile('a.css', 'new'))).toBe(false);
    expect(await objects().copy('from', 'to', stagedFile('a.css', 'old'))).toBe(true);
  });

  it('creates a text once', async () => {
    await objects().create('once', Buffer.from('1'));
    await objects().create('once', Buffer.from('2'));
    expect((await objects().readTagged('once')).text).toBe('1');
  });

  it('replaces a text by the tag of the one that was read', async () => {
    const none = await objects().readTagged('often');
    expect(none).toEqual({ text: undefined, tag: NO_OBJECT });
    const first = await objects().replace('often', '1', none.tag);
    expect(await objects().readTagged('often')).toEqual({ text: '1', tag: first });
    const second = await objects().replace('often', '2', first ?? '');
    expect(await objects().readTagged('often')).toEqual({ text: '2', tag: second });
  });

  it('leaves what stands where another was read', async () => {
    const first = await objects().replace('often', '1', NO_OBJECT);
    await objects().replace('often', '2', first ?? '');
    expect(await objects().replace('often', '3', first ?? '')).toBeUndefined();
    expect(await objects().replace('often', '3', NO_OBJECT)).toBeUndefined();
    expect((await objects().readTagged('often')).text).toBe('2');
  });

  it.each([
    [404, 'NoSuchKey'],
    [409, 'ConditionalRequestConflict'],
  ])('takes %i %s for a race that was lost', async (status, code) => {
    s3.failures.push({ method: 'PUT', key: /often/, status, code });
    expect(await objects().replace('often', '1', '"tag"')).toBeUndefined();
  });

  it('takes a bucket that is not there for no race', async () => {
    s3.failures.push({ method: 'PUT', key: /often/, status: 404, code: 'NoSuchBucket' });
    await expect(objects().replace('often', '1', NO_OBJECT)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      params: { reason: 'NoSuchBucket' },
    });
  });

  it('tells a refusal to replace a text from a race', async () => {
    s3.failures.push({ method: 'PUT', key: /often/, status: 403, code: 'AccessDenied' });
    await expect(objects().replace('often', '1', NO_OBJECT)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: false,
    });
  });

  it.each([
    [503, 'SlowDown', true],
    [500, 'InternalError', true],
    [409, 'ConditionalRequestConflict', true],
    [400, 'RequestTimeout', true],
    [403, 'AccessDenied', false],
    [400, 'InvalidArgument', false],
  ])('tells of status %i %s whether it may pass: %p', async (status, code, retryable) => {
    s3.failures.push({ method: 'PUT', key: /index/, status, code, lasts: true });
    await expect(objects().upload('index.html', body('x'))).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable,
      params: { path: 'index.html', reason: code },
    });
  });

  it.each([
    [403, 'SignatureDoesNotMatch'],
    [403, 'ExpiredToken'],
    [301, 'PermanentRedirect'],
    [503, 'SlowDown'],
  ])('has the SDK ask again where S3 answers the lean request with %i %s', async (status, code) => {
    s3.failures.push({ method: 'PUT', key: /to/, status, code });
    s3.failures.push({ method: 'COPY', key: /copy/, status, code });
    expect(await objects().upload('to', body('x'))).toBe(true);
    expect(await objects().copy('to', 'copy', stagedFile('a', 'x'))).toBe(true);
    expect(s3.requests).toEqual(['PUT site/to', 'PUT site/to', 'COPY site/copy', 'COPY site/copy']);
    expect(s3.objects.get('site/copy')).toEqual(
      expect.objectContaining({ content: Buffer.from('x'), contentType: stagedFile('a', 'x').contentType }),
    );
  });

  it('has the SDK put a wrong clock right, and asks by the right one from then on', async () => {
    const asked: number[] = [];
    const now = Date.now() + 3_600_000;
    const server = await startHttp((request, response) => {
      const text = String(request.headers['x-amz-date']);
      const at = Date.parse(text.replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:'));
      const minutes = Math.round(Math.abs(at - now) / 60_000);
      const skewed = minutes > 15;
      asked.push(minutes);
      response.writeHead(skewed ? 403 : 200, { date: new Date(now).toUTCString() });
      response.end(skewed ? '<Error><Code>RequestTimeTooSkewed</Code></Error>' : '');
    });
    const client = new S3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: { accessKeyId: 'double', secretAccessKey: 'double' },
    });
    const store = new S3Objects(client, 'site');
    expect(await store.upload('a', body('x'))).toBe(true);
    expect(await store.upload('b', body('x'))).toBe(true);
    expect(asked).toEqual([60, 60, 0, 0]);
    client.destroy();
    await server.close();
  });

  it('takes an endpoint that is not there for one that may come back', async () => {
    const client = s3.client();
    await s3.stop();
    await expect(new S3Objects(client, 'site').readTagged('x')).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      retryable: true,
    });
    await s3.start();
  });
});
