import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import { readTar, type TarVisitor } from '../../../../lib/cut/archive/read-tar.js';
import { tarFileOf } from '../../../../lib/cut/archive/tar-file.js';
import { receivedArchive } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildTar, TAR_END, type TarSpec } from '../../../support/tar-writer.js';

const directory = useTemporaryDirectory();

const SPECS: readonly TarSpec[] = [
  { name: './' },
  { name: './a', content: 'uno' },
  { name: 'ñ'.repeat(90), content: 'larga' },
  { name: `${'g'.repeat(150)}`, content: Buffer.alloc(200_000, 'dos'), gnuLongName: true },
  { name: 'z', content: '' },
];

const visit = (bytes: Buffer, visitor: TarVisitor, form: 'tar' | 'gzip' = 'tar'): Promise<void> =>
  readTar(tarFileOf(receivedArchive(directory(), bytes), form), ARCHIVE_LIMITS, visitor);

describe('readTar', () => {
  it.each([
    ['tar', buildTar(SPECS)],
    ['gzip', gzipSync(buildTar(SPECS), { level: 1 })],
    ['gzip', Buffer.concat([gzipSync(buildTar(SPECS, Buffer.alloc(0)), { level: 1 }), gzipSync(TAR_END)])],
  ] as const)('gives each entry of a %s with its content, long names whole', async (form, bytes) => {
    const seen: [string, string][] = [];
    await visit(
      bytes,
      async ({ path }, content) => {
        seen.push([path, (await buffer(content)).toString()]);
        return undefined;
      },
      form,
    );
    const contents = SPECS.slice(1).map(({ content }) => String(content));
    expect(seen.map(([, content]) => content)).toEqual(contents);
    expect(seen.map(([path]) => path)).toEqual(['a', 'ñ'.repeat(90), 'g'.repeat(150), 'z']);
  });

  it('goes on where the visitor leaves an entry’s content', async () => {
    const paths: string[] = [];
    await visit(buildTar(SPECS), ({ path }) => {
      paths.push(path);
      return Promise.resolve(undefined);
    });
    expect(paths).toHaveLength(4);
  });

  it('ends where the visitor has enough, whatever comes behind', async () => {
    const paths: string[] = [];
    await visit(buildTar(SPECS).subarray(0, 4096), ({ path }) => {
      paths.push(path);
      return Promise.resolve('enough');
    });
    expect(paths).toEqual(['a']);
  });

  it.each([
    ['in its midst', buildTar(SPECS)],
    ['at its very end', buildTar([{ name: 'a', content: '' }], Buffer.alloc(0))],
  ])('passes on what the visitor throws %s', async (_where, bytes) => {
    const failure = new Error('the visitor’s');
    await expect(visit(bytes, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('lets go of the file, however it ends', async () => {
    const { path } = receivedArchive(directory(), buildTar(SPECS));
    await visit(buildTar(SPECS), () => Promise.reject(new Error('no'))).catch(() => undefined);
    const bytes = await buffer(createReadStream(path));
    expect(bytes.length).toBe(buildTar(SPECS).length);
  });

  it('does not wait for the content that a folder says it has', async () => {
    const bytes = buildTar([{ name: 'a/', content: 'x' }, { name: 'b' }]);
    await expect(visit(bytes, () => Promise.resolve(undefined))).rejects.toMatchObject({
      code: 'ARCHIVE_TAR_HEADER_DAMAGED',
    });
  });

  it('tells a disk that fails', async () => {
    const file = { packageName: 'p', path: directory() };
    await expect(readTar(file, ARCHIVE_LIMITS, () => Promise.resolve(undefined))).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      params: { path: directory(), reason: 'EISDIR' },
    });
  });

  it('inflates no more of a bomb than its compressed bytes allow', async () => {
    const bomb = gzipSync(buildTar([{ name: 'a', content: Buffer.alloc(20_000_000) }]));
    let taken = 0;
    const reading = visit(
      bomb,
      async (_entry, content) => {
        for await (const chunk of content) taken += (chunk as Buffer).length;
        return undefined;
      },
      'gzip',
    );
    await expect(reading).rejects.toMatchObject({ code: 'ARCHIVE_RATIO_TOO_HIGH' });
    expect(taken).toBeLessThanOrEqual(ARCHIVE_LIMITS.maxRatio * bomb.length);
  });
});
