import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openDirectorySiteStore } from '../../../lib/publish/directory-site-store.js';
import type { RetiringStore, StagedFile } from '../../../lib/publish/site-store.js';
import { extractedCut, sha256, stagedFile } from '../../support/cuts.js';
import { refuseLinks } from '../../support/refused-links.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const [FIRST, NEXT, LAST] = [
  '20240603T030000Z-00000001',
  '20240603T032000Z-00000002',
  '20240603T034000Z-00000003',
] as const;
const TEXT = 'votos '.repeat(1000);

describe('the compressed twins of a directory store', () => {
  const directory = useTemporaryDirectory();
  const root = (): string => join(directory(), 'site');
  const at = (generation: string, path: string): string => join(root(), 'cuts', generation, path);
  const twins = (): string[] => readdirSync(join(root(), 'variants'));
  let store: RetiringStore;

  beforeEach(async () => {
    store = await openDirectorySiteStore(root());
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const json = (path: string, text = TEXT): StagedFile => ({
    ...stagedFile(path, text),
    contentType: 'application/json',
  });
  const put = async (generation: string, file: StagedFile, text = TEXT): Promise<void> => {
    const source = join(directory(), `source-${sha256(text)}`);
    rmSync(source, { force: true });
    writeFileSync(source, text);
    await store.putFile(generation, file, source);
  };

  it('stand beside each file that they make smaller', async () => {
    await put(FIRST, json('a/b.json'));
    const twin = at(FIRST, 'a/b.json.gz');
    expect(gunzipSync(readFileSync(twin)).toString()).toBe(TEXT);
    expect(statSync(twin).mode & 0o222).toBe(0);
  });

  it.each<[string, string, string]>([
    ['is small', 'application/json', 'x'.repeat(1023)],
    ['is compressed already', 'image/jpeg', TEXT],
    ['is an archive', 'application/zip', TEXT],
    [
      'gets no smaller',
      'text/plain',
      Array.from({ length: 40 }, (_, i) => Buffer.from(sha256(`${i}`), 'hex').toString('latin1')).join(''),
    ],
  ])('do not stand beside a file that %s', async (_what, contentType, text) => {
    const bytes = Buffer.from(text, 'latin1');
    const source = join(directory(), 'bytes');
    writeFileSync(source, bytes);
    const file = { ...stagedFile('a', text), size: bytes.length, sha256: sha256(bytes), contentType };
    await store.putFile(FIRST, file, source);
    expect(readdirSync(join(root(), 'cuts', FIRST))).toEqual(['a']);
    expect(twins()).toEqual([]);
  });

  it.each([
    'text/html',
    'text/csv',
    'application/json',
    'image/svg+xml',
    'text/javascript',
    'application/xml',
  ])('stand beside %s', async (contentType) => {
    await put(FIRST, { ...json('a'), contentType });
    expect(existsSync(at(FIRST, 'a.gz'))).toBe(true);
  });

  it('are made once for a path’s content, and shared by cuts', async () => {
    await put(FIRST, json('a.json'));
    await store.copyFile(NEXT, json('a.json'), { generation: FIRST });
    expect(statSync(at(NEXT, 'a.json.gz')).ino).toBe(statSync(at(FIRST, 'a.json.gz')).ino);
    expect(twins()).toHaveLength(1);
  });

  it('have a new time where a path takes over another’s content, so that servers make a new ETag of it', async () => {
    await put(FIRST, json('a.json'));
    await put(FIRST, json('b.json', `${TEXT}!`), `${TEXT}!`);
    await put(NEXT, json('b.json'));
    const [before, after] = [FIRST, NEXT].map((generation) => statSync(at(generation, 'b.json.gz')).mtimeMs);
    expect(after).toBeGreaterThan(before ?? Infinity);
  });

  it('are never what a package itself has under that name', async () => {
    for (const generation of [FIRST, NEXT]) {
      const files = [json('a.json'), json('a.json.gz', 'of the package')] as const;
      if (generation === FIRST) {
        await put(generation, files[0]);
        await put(generation, files[1], 'of the package');
      } else {
        await put(generation, files[1], 'of the package');
        await put(generation, files[0]);
      }
      expect(readFileSync(at(generation, 'a.json.gz'), 'utf8')).toBe('of the package');
    }
    await store.copyFile(LAST, json('a.json'), { generation: NEXT });
    await store.copyFile(LAST, json('a.json.gz', 'of the package'), { generation: NEXT });
    expect(readFileSync(at(LAST, 'a.json.gz'), 'utf8')).toBe('of the package');
  });

  it('do not outlive in a next cut the package’s own file that stood there', async () => {
    await put(FIRST, json('a.json.gz', 'of the package'), 'of the package');
    await put(FIRST, json('a.json'));
    await store.copyFile(NEXT, json('a.json'), { generation: FIRST });
    expect(gunzipSync(readFileSync(at(NEXT, 'a.json.gz'))).toString()).toBe(TEXT);
  });

  it('go with the last cut that has them', async () => {
    await put(FIRST, json('a.json'));
    await store.copyFile(NEXT, json('a.json'), { generation: FIRST });
    await put(NEXT, json('b.json', `${TEXT}!`), `${TEXT}!`);
    await store.removeCut(FIRST);
    expect(twins()).toHaveLength(2);
    await store.removeCut(NEXT);
    expect(twins()).toEqual([]);
  });

  it('are made again where one has as many names as it can have', async () => {
    await put(FIRST, json('a.json'));
    const [kept] = twins();
    refuseLinks('EMLINK', (from) => from.includes('variants'));
    await put(NEXT, json('a.json'));
    expect(gunzipSync(readFileSync(at(NEXT, 'a.json.gz'))).toString()).toBe(TEXT);
    expect(twins()).toEqual([kept]);
    expect(statSync(at(NEXT, 'a.json.gz')).ino).toBe(statSync(join(root(), 'variants', kept ?? '')).ino);
  });

  it('are no part of a cut’s manifest, and do no harm to it', async () => {
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { 'a.json': TEXT });
    const { generation } = cut.manifest;
    await store.putFile(generation, json('a.json'), join(cut.directory, 'a.json'));
    await store.putManifest(cut.manifest);
    expect((await store.readManifest(generation))?.files.map(({ path }) => path)).toEqual(['a.json']);
    expect(readdirSync(join(root(), 'cuts', generation)).sort()).toEqual(['a.json', 'a.json.gz']);
  });

  it('are left out where nobody wants them', async () => {
    store = await openDirectorySiteStore(root(), { precompress: false });
    await put(FIRST, json('a.json'));
    expect(readdirSync(join(root(), 'cuts', FIRST))).toEqual(['a.json']);
  });

  it('say that the disk refused one', async () => {
    refuseLinks('ENOSPC', (_from, to) => to.endsWith('.gz'));
    await expect(put(FIRST, json('a.json'))).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      params: { reason: 'ENOSPC' },
    });
    expect(readdirSync(join(root(), 'scratch'))).toEqual([]);
  });

  it('keep a twin that somebody is just linking', async () => {
    await put(FIRST, json('a.json'));
    const kept = twins();
    linkSync(join(root(), 'variants', kept[0] ?? ''), join(root(), 'scratch', 'held'));
    await store.removeCut(FIRST);
    expect(twins()).toEqual(kept);
  });
});
