import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { S3Objects } from '../../../lib/publish/s3-objects.js';
import { sha256, stagedFile } from '../../support/cuts.js';
import { S3Double } from '../../support/s3-double.js';
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

  it('creates a text once, and writes another as often as asked', async () => {
    await objects().create('once', '1');
    await objects().create('once', '2');
    await objects().write('often', '1');
    await objects().write('often', '2');
    expect(await objects().tryRead('once')).toBe('1');
    expect(await objects().tryRead('often')).toBe('2');
  });

  it.each([
    [503, 'SlowDown', true],
    [500, 'InternalError', true],
    [409, 'ConditionalRequestConflict', true],
    [400, 'RequestTimeout', true],
    [403, 'AccessDenied', false],
    [400, 'InvalidArgument', false],
  ])('tells of status %i %s whether it may pass: %p', async (status, code, retryable) => {
    s3.failures.push({ method: 'PUT', key: /index/, status, code });
    await expect(objects().upload('index.html', body('x'))).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable,
      params: { path: 'index.html', reason: code },
    });
  });

  it('takes an endpoint that is not there for one that may come back', async () => {
    const client = s3.client();
    await s3.stop();
    await expect(new S3Objects(client, 'site').tryRead('x')).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      retryable: true,
    });
    await s3.start();
  });
});
