import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import { looksLikeTar, TarWatch } from '../../../../lib/cut/archive/tar-watch.js';
import { buildTar, TAR_END, tarEntry } from '../../../support/tar-writer.js';
import { thrownBy } from '../../../support/thrown.js';

const FILE = { packageName: 'p.tar', path: '/in/p.tar' };
const BLOCK = 512;

const watchOf = (limits = {}, packedBytes?: number): TarWatch =>
  new TarWatch(
    { ...FILE, ...(packedBytes === undefined ? {} : { packedBytes }) },
    { ...ARCHIVE_LIMITS, ...limits },
  );

/** The chunks that a watch passes on, after it was told of each entry as soon as its header is there. */
async function pass(watch: TarWatch, bytes: Buffer, chunkBytes: number): Promise<Buffer[]> {
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      yield await Promise.resolve(bytes.subarray(at, at + chunkBytes));
    }
  };
  const passed: Buffer[] = [];
  for await (const chunk of watch.blocks(chunks())) passed.push(chunk);
  return passed;
}

describe('TarWatch', () => {
  it.each([1, 100, 512, 700, 10_000])(
    'passes whole blocks on, from chunks of %i bytes',
    async (chunkBytes) => {
      const bytes = buildTar([{ name: 'a', content: 'x'.repeat(2000) }]);
      const passed = await pass(watchOf(), bytes, chunkBytes);
      expect(passed.every(({ length }) => length > 0 && length % BLOCK === 0)).toBe(true);
      expect(Buffer.concat(passed).equals(bytes)).toBe(true);
    },
  );

  it('tells the flag of an entry in the present chunk', async () => {
    const watch = watchOf();
    await pass(watch, buildTar([{ name: 'a', type: 'S' }]), 10_000);
    expect(watch.typeFlag(BLOCK)).toBe('S');
  });

  it.each<[string, Buffer, string | undefined]>([
    ['two empty blocks', TAR_END, undefined],
    ['twenty empty blocks', Buffer.alloc(20 * BLOCK), undefined],
    ['nothing', Buffer.alloc(0), 'ARCHIVE_TRUNCATED'],
    ['one empty block', Buffer.alloc(BLOCK), 'ARCHIVE_TRUNCATED'],
    [
      'something else behind the end',
      Buffer.concat([TAR_END, Buffer.alloc(BLOCK, 1)]),
      'ARCHIVE_TRAILING_BYTES',
    ],
  ])('knows whether a tar ends well that ends in %s', async (_what, end, code) => {
    const watch = watchOf();
    await pass(watch, Buffer.concat([tarEntry({ name: 'a', content: 'x' }), end]), 10_000);
    watch.entry(BLOCK, 1);
    if (code === undefined) return expect(() => watch.assertEnded()).not.toThrow();
    expect(thrownBy(() => watch.assertEnded())).toMatchObject({ code, params: { package: 'p.tar' } });
  });

  it('does not take zeros in a file for the tar’s end', async () => {
    const watch = watchOf();
    const bytes = buildTar([{ name: 'a', content: Buffer.alloc(4 * BLOCK) }, { name: 'b' }]);
    await pass(watch, bytes, 100_000);
    watch.entry(BLOCK, 4 * BLOCK);
    expect(() => watch.entry(6 * BLOCK, 0)).not.toThrow();
    expect(() => watch.assertEnded()).not.toThrow();
  });

  it('refuses an entry behind the end', async () => {
    const watch = watchOf();
    await pass(watch, Buffer.concat([TAR_END, buildTar([{ name: 'a' }])]), 100_000);
    expect(thrownBy(() => watch.entry(3 * BLOCK, 0))).toMatchObject({ code: 'ARCHIVE_TRAILING_BYTES' });
  });

  it.each<[string, Buffer, string]>([
    ['ARCHIVE_TAR_HEADER_DAMAGED', Buffer.concat([Buffer.alloc(BLOCK, 1), TAR_END]), 'a header'],
    ['ARCHIVE_TRAILING_BYTES', Buffer.concat([TAR_END, Buffer.alloc(BLOCK, 1)]), 'the end'],
  ])('tells as %s what the parser stops at', async (code, tail) => {
    const watch = watchOf();
    const bytes = Buffer.concat([tarEntry({ name: 'a' }), tail]);
    const chunks = watch.blocks(
      (async function* () {
        yield await Promise.resolve(bytes);
      })(),
    );
    await chunks.next();
    watch.entry(BLOCK, 0);
    expect(watch.parserFailed(new Error('parser'))).toMatchObject({ code });
    await chunks.next();
    expect(watch.parserFailed(new Error('parser'))).toMatchObject({ code: 'ARCHIVE_TRUNCATED' });
  });

  it.each<[string, object, number | undefined]>([
    ['ARCHIVE_TOO_LARGE', { maxBytes: 1000, maxEntries: 1 }, undefined],
    ['ARCHIVE_RATIO_TOO_HIGH', { maxRatio: 10 }, 400],
  ])('stops with %s while bytes come', async (code, limits, packedBytes) => {
    const bytes = buildTar([{ name: 'a', content: Buffer.alloc(4000, 1) }]);
    await expect(pass(watchOf(limits, packedBytes), bytes, 512)).rejects.toMatchObject({ code });
  });

  it('refuses half a block at the end, and what does not begin as a tar', async () => {
    const bytes = buildTar([{ name: 'a' }]);
    await expect(pass(watchOf(), bytes.subarray(0, -1), 100)).rejects.toMatchObject({
      code: 'ARCHIVE_TRUNCATED',
    });
    await expect(pass(watchOf(), Buffer.alloc(1024, 'x'), 100)).rejects.toMatchObject({
      code: 'ARCHIVE_FORMAT_UNKNOWN',
    });
  });
});

describe('looksLikeTar', () => {
  it.each([
    [true, buildTar([{ name: 'a' }])],
    [true, TAR_END],
    [false, Buffer.alloc(10)],
    [false, Buffer.alloc(1024, 'x')],
  ])('says %p', (expected, bytes) => {
    expect(looksLikeTar(bytes)).toBe(expected);
  });
});
