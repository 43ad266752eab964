import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { download, readText, type DownloadOptions } from '../../../../lib/sync/sources/download.js';
import { sha256 } from '../../../support/cuts.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

describe('download', () => {
  const directory = useTemporaryDirectory();
  const options = (change: Partial<DownloadOptions> = {}): DownloadOptions => ({
    host: 'prep.example.net',
    name: 'package.zip',
    directory: directory(),
    maxBytes: 10,
    declaredBytes: undefined,
    ...change,
  });
  const body = (...chunks: string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

  it('writes what comes, and tells its size and digest', async () => {
    const path = join(directory(), 'package.zip');
    expect(await download(body('difu', 'sor'), options({ declaredBytes: 7 }))).toEqual({
      form: 'archive',
      name: 'package.zip',
      path,
      bytes: 7,
      sha256: sha256('difusor'),
    });
    expect(readFileSync(path, 'utf8')).toBe('difusor');
  });

  it.each([
    ['SOURCE_TRUNCATED', ['short'], { declaredBytes: 6 }],
    ['SOURCE_TRUNCATED', ['longer'], { declaredBytes: 5 }],
    ['SOURCE_TOO_LARGE', ['01234', '56789', '!'], {}],
    ['SOURCE_TOO_LARGE', [], { declaredBytes: 11 }],
  ])('fails with %s on %j', async (code, chunks, change) => {
    await expect(download(body(...chunks), options(change))).rejects.toMatchObject({ code });
  });

  it('never writes over a file that is there', async () => {
    writeFileSync(join(directory(), 'package.zip'), 'other');
    await expect(download(body('x'), options())).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      params: { reason: 'EEXIST' },
    });
    expect(readFileSync(join(directory(), 'package.zip'), 'utf8')).toBe('other');
  });
});

describe('readText', () => {
  const limits = { host: 'prep.example.net', maxBytes: 10 };

  it('reads a small text', async () => {
    const body = Readable.from([Buffer.from('ca'), Buffer.from('ñón')]);
    expect(await readText(body, limits)).toBe('cañón');
  });

  it('does not read one of more than the limit', async () => {
    expect(await readText(Readable.from([Buffer.alloc(11)]), limits)).toBeUndefined();
  });

  it('notices one that ends early', async () => {
    const broken = Readable.from(
      (async function* () {
        yield await Promise.resolve(Buffer.from('x'));
        throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      })(),
    );
    await expect(readText(broken, limits)).rejects.toMatchObject({
      code: 'SOURCE_TRUNCATED',
      params: { received: 1, declared: 'unknown' },
    });
  });
});
