import {
  formatManifest,
  formatManifestParts,
  manifestBytes,
  parseManifest,
  type CutManifest,
} from '../../../lib/cut/manifest.js';

const MANIFEST: CutManifest = {
  format: 1,
  generation: '20240603T032000Z-1a2b3c4d',
  cutTime: '2024-06-03T03:20:00.000Z',
  packageName: '20240602_2020_PREP_BCS.zip',
  packageSha256: '1a2b3c4d'.padEnd(64, '0'),
  window: 'election',
  rehearsal: false,
  supersedes: '20240603T030000Z-5e6f7a8b',
  files: [{ path: 'index.html', size: 12, sha256: 'f'.repeat(64) }],
};

/** The manifest with one more file, which differs from its own in this. */
function withFile(difference: Readonly<Record<string, unknown>> | null): string {
  const [file] = MANIFEST.files;
  const other = difference === null ? null : { ...file, ...difference };
  return JSON.stringify({ ...MANIFEST, files: [file, other] });
}

describe('parseManifest', () => {
  it('reads what formatManifest wrote', () => {
    expect(parseManifest(formatManifest(MANIFEST))).toEqual(MANIFEST);
  });

  it('reads one that has all that it may have', () => {
    const stable = { under: '20240603T010000Z-00000000', prefixes: ['/actas/'] };
    const full = { ...MANIFEST, stable, base: MANIFEST.supersedes, cutTime: '2024-06-03T03:20:00Z' };
    expect(parseManifest(formatManifest(full))).toEqual(full);
  });

  it('reads what manifestBytes wrote, also of names beyond ASCII', () => {
    const files = ['ñandú.json', '選挙.html', '\ud800'].map((path) => ({
      path,
      size: 1,
      sha256: 'f'.repeat(64),
    }));
    const bytes = manifestBytes({ ...MANIFEST, files });
    expect(bytes.toString('utf8')).toBe(formatManifest({ ...MANIFEST, files }));
    expect(parseManifest(bytes.toString('utf8'))).toEqual({ ...MANIFEST, files });
  });

  it.each([0, 1, 511, 512, 513, 1500])('reads the parts of a manifest of %i files', (count) => {
    const files = Array.from({ length: count }, (_, index) => ({
      path: `actas/${index}.jpg`,
      size: index,
      sha256: 'f'.repeat(64),
    }));
    const parts = [...formatManifestParts({ ...MANIFEST, files })];
    expect(parseManifest(parts.join(''))).toEqual({ ...MANIFEST, files });
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(100_000);
  });

  it.each([
    ['no JSON', '{'],
    ['another format', JSON.stringify({ ...MANIFEST, format: 2 })],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"manifest"'],
    ['no generation', JSON.stringify({ ...MANIFEST, generation: undefined })],
    [
      'a generation of another form',
      JSON.stringify({ ...MANIFEST, generation: '../20240603T032000Z-1a2b3c4d' }),
    ],
    ['a cut time in no zone', JSON.stringify({ ...MANIFEST, cutTime: '2024-06-03T03:20:00' })],
    ['a cut time that never was', JSON.stringify({ ...MANIFEST, cutTime: '2024-06-31T03:20:00Z' })],
    ['a cut time in a month that is none', JSON.stringify({ ...MANIFEST, cutTime: '2024-13-01T03:20:00Z' })],
    ['a package without a name', JSON.stringify({ ...MANIFEST, packageName: '' })],
    ['no window', JSON.stringify({ ...MANIFEST, window: '' })],
    ['a rehearsal that is a text', JSON.stringify({ ...MANIFEST, rehearsal: 'false' })],
    ['a cut before it that is none', JSON.stringify({ ...MANIFEST, supersedes: 'yesterday' })],
    ['a base that is none', JSON.stringify({ ...MANIFEST, base: '' })],
    [
      'a stable place without folders',
      JSON.stringify({ ...MANIFEST, stable: { under: MANIFEST.generation } }),
    ],
    ['a stable place in no cut', JSON.stringify({ ...MANIFEST, stable: { under: 'x', prefixes: [] } })],
    [
      'a stable place with a folder of no name',
      JSON.stringify({ ...MANIFEST, stable: { under: MANIFEST.generation, prefixes: [1] } }),
    ],
    [
      'a stable place with more',
      JSON.stringify({ ...MANIFEST, stable: { under: MANIFEST.generation, prefixes: [], more: 1 } }),
    ],
    ['a key of every object', JSON.stringify(MANIFEST).replace('{', '{"__proto__":{},')],
    ['a foreign key', JSON.stringify({ ...MANIFEST, extra: 1 })],
    ['a digest in capitals', JSON.stringify({ ...MANIFEST, packageSha256: 'A'.repeat(64) })],
    ['no files', JSON.stringify({ ...MANIFEST, files: undefined })],
    ['files in no list', JSON.stringify({ ...MANIFEST, files: { length: 0 } })],
    ['null among the files', withFile(null)],
    ['a file with a foreign key', withFile({ extra: 1 })],
    ['a file without a size', withFile({ size: undefined })],
    ['a file of half a byte', withFile({ size: 0.5 })],
    ['a file of less than nothing', withFile({ size: -1 })],
    ['a file whose size is a text', withFile({ size: '12' })],
    ['a file without a name', withFile({ path: '' })],
    ['a file whose digest is cut off', withFile({ sha256: 'f'.repeat(63) })],
  ])('takes %s for no manifest', (_what, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });
});
