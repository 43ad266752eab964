import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { S3ArchiveStore } from '../../../lib/publish/s3-archive-store.js';
import { sha256 } from '../../support/cuts.js';
import { S3Double } from '../../support/s3-double.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { describeArchiveStore } from './archive-store.conformance.js';

const GENERATION = '20240603T030000Z-00000001';

let s3: S3Double;

beforeEach(async () => {
  s3 = await new S3Double().start();
});
afterEach(() => s3.stop());

describeArchiveStore('S3', {
  open: () => new S3ArchiveStore({ s3: s3.client(), bucket: 'archive' }),
  content: (_directory, path) => s3.objects.get(`archive/${path}`)?.content,
});

describe('S3ArchiveStore', () => {
  const directory = useTemporaryDirectory();

  /** Keeps a package while S3 fails one answer, or all of them; tells how many requests that took. */
  const keepWhile = async (status: number, code: string, lasts: boolean): Promise<number> => {
    s3.failures.push({ method: 'PUT', key: /./, status, code, lasts });
    const path = join(directory(), 'package.zip');
    writeFileSync(path, 'x');
    const client = s3.client();
    client.config.maxAttempts = () => Promise.resolve(2);
    const archive = new S3ArchiveStore({ s3: client, bucket: 'archive' });
    await archive.keep(GENERATION, {
      form: 'archive',
      name: 'package.zip',
      path,
      bytes: 1,
      sha256: sha256('x'),
    });
    return s3.requests.length;
  };

  it('tries again where the failure may pass', async () => {
    expect(await keepWhile(503, 'SlowDown', false)).toBe(2);
  });

  it.each([
    ['it failed as often as the client may try, each time leanly and by command', 503, 'SlowDown', 4],
    ['S3 refuses', 403, 'AccessDenied', 2],
  ])('gives up where %s', async (_why, status, code, requests) => {
    await expect(keepWhile(status, code, true)).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
    expect(s3.requests).toHaveLength(requests);
  });
});
