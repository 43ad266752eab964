import fc from 'fast-check';
import { manifestFrom } from '../../../lib/cut/manifest-reading.js';
import { formatManifest, parseManifest, type CutManifest } from '../../../lib/cut/manifest.js';
import { FUZZ_RUNS } from '../../support/fuzz-runs.js';

const file = (path: string): CutManifest['files'][number] => ({ path, size: 1, sha256: 'f'.repeat(64) });
const HEAD: Omit<CutManifest, 'files'> = {
  format: 1,
  generation: '20240603T032000Z-1a2b3c4d',
  cutTime: '2024-06-03T03:20:00.000Z',
  packageName: '"files":[.zip',
  packageSha256: '1a2b3c4d'.padEnd(64, '0'),
  window: 'election',
  rehearsal: false,
};
const MANIFEST: CutManifest = {
  ...HEAD,
  files: ['a.json', 'b},{"path":.json', '},{', 'ñ/"],"x":[{.csv', '選挙.html', 'z'].map(file),
};

/** The bytes in pieces of a size. */
function* piecesOf(text: string, bytes: number): Generator<Uint8Array> {
  const all = Buffer.from(text);
  for (let from = 0; from < all.length; from += bytes) yield all.subarray(from, from + bytes);
}

describe('manifestFrom', () => {
  it.each([1, 2, 7, 100, 100_000])('reads a manifest that comes in parts of %i bytes', async (bytes) => {
    expect(await manifestFrom(piecesOf(formatManifest(MANIFEST), bytes))).toEqual(MANIFEST);
  });

  it.each([
    ['no files', JSON.stringify({ ...MANIFEST, files: [] })],
    ['its files first', JSON.stringify({ files: MANIFEST.files, ...HEAD })],
    ['space between its parts', JSON.stringify(MANIFEST, null, 2)],
    [
      'digests before paths',
      JSON.stringify({
        ...MANIFEST,
        files: MANIFEST.files.map(({ path, size, sha256 }) => ({ sha256, path, size })),
      }),
    ],
  ])('reads a manifest with %s', async (_what, text) => {
    expect(await manifestFrom(piecesOf(text, 50))).toEqual(JSON.parse(text));
  });

  it.each([
    ['nothing', ''],
    ['one that breaks off between two files', formatManifest(MANIFEST).slice(0, -200)],
    ['one with a bad file at its beginning', formatManifest(MANIFEST).replace('"size":1', '"size":-1')],
    ['one with more after its end', `${formatManifest(MANIFEST)}]`],
    ['one with another list in the place of its files', formatManifest(MANIFEST).replace(/}\]}$/, '},1]}')],
  ])('takes %s for no manifest', async (_what, text) => {
    expect(await manifestFrom(piecesOf(text, 50))).toBeUndefined();
  });

  it('passes on what its parts fail with', async () => {
    const failing = (function* () {
      yield Buffer.from(formatManifest(MANIFEST).slice(0, 100));
      throw new Error('disk');
    })();
    await expect(manifestFrom(failing)).rejects.toThrow('disk');
  });

  it('judges a damaged manifest as if it had come whole', async () => {
    const bytes = Buffer.from(formatManifest(MANIFEST));
    const place = fc.nat(bytes.length - 1);
    const damage = fc.record({
      at: place,
      byte: fc.nat(255),
      cut: place,
      size: fc.integer({ min: 1, max: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.boolean(), async ({ at, byte, cut, size }, breaksOff) => {
        const damaged = Buffer.from(bytes);
        if (breaksOff) damaged.copyWithin(at, cut);
        else damaged[at] = byte;
        const text = damaged.toString('utf8');
        expect(await manifestFrom(piecesOf(text, size))).toEqual(parseManifest(text));
      }),
      { numRuns: FUZZ_RUNS, seed: 34 },
    );
  });
});
