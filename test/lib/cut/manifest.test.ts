import { formatManifest, parseManifest, type CutManifest } from '../../../lib/cut/manifest.js';

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

describe('parseManifest', () => {
  it('reads what formatManifest wrote', () => {
    expect(parseManifest(formatManifest(MANIFEST))).toEqual(MANIFEST);
  });

  it.each([
    ['no JSON', '{'],
    ['another format', JSON.stringify({ ...MANIFEST, format: 2 })],
    ['a foreign key', JSON.stringify({ ...MANIFEST, extra: 1 })],
    ['a digest in capitals', JSON.stringify({ ...MANIFEST, packageSha256: 'A'.repeat(64) })],
    ['no files', JSON.stringify({ ...MANIFEST, files: undefined })],
  ])('takes %s for no manifest', (_what, text) => {
    expect(parseManifest(text)).toBeUndefined();
  });
});
