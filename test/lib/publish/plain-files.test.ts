import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openDirectorySiteStore } from '../../../lib/publish/directory-site-store.js';
import type { RetiringStore } from '../../../lib/publish/site-store.js';
import { extractedCut, sha256, stagedFile } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const TIME = '2024-06-03T03:00:00Z';
const OLD = 'votos\n'.repeat(1000);
const NEW = 'VOTOS\n'.repeat(1000);

describe('the files that must be sent as they are', () => {
  const directory = useTemporaryDirectory();
  const root = (): string => join(directory(), 'site');
  let store: RetiringStore;

  beforeEach(async () => {
    store = await openDirectorySiteStore(root());
  });

  /** Publishes a whole cut of these contents and tells its generation. */
  async function publish(contents: Readonly<Record<string, string | Buffer>>): Promise<string> {
    const cut = extractedCut(
      directory(),
      TIME,
      Object.fromEntries(Object.keys(contents).map((path) => [path, path])),
    );
    const files = Object.entries(contents).map(([path, content]) => ({
      path,
      size: Buffer.byteLength(content),
      sha256: sha256(content),
    }));
    for (const file of files) {
      const source = join(directory(), `source-${sha256(file.path)}`);
      rmSync(source, { force: true });
      writeFileSync(source, contents[file.path] ?? '');
      await store.putFile(cut.manifest.generation, { ...stagedFile(file.path, ''), ...file }, source);
    }
    await store.putManifest({ ...cut.manifest, files });
    return cut.manifest.generation;
  }

  it.each<[string, string | Buffer]>([
    ['an older content', gzipSync(OLD)],
    ['a beginning only', gzipSync(NEW.slice(0, 600))],
    ['more than the content', gzipSync(`${NEW}${NEW}`)],
    ['what would fill a disk', gzipSync(Buffer.alloc(64 * 1024 * 1024))],
    ['no gzip at all', 'PK'],
    ['a gzip that breaks off', gzipSync(NEW).subarray(0, -9)],
    ['nothing', ''],
  ])('are those whose own twin holds %s', async (_what, twin) => {
    const generation = await publish({ 'base/a.csv': NEW, 'base/a.csv.gz': twin, 'b.csv': NEW });
    const plain = join(root(), 'plain', generation, 'base', 'a.csv');
    const published = join(root(), 'cuts', generation, 'base', 'a.csv');
    expect(readFileSync(plain, 'utf8')).toBe(NEW);
    expect(statSync(plain).mtimeMs).toBe(statSync(published).mtimeMs);
    expect(readdirSync(join(root(), 'plain', generation, 'base'))).toEqual(['a.csv']);
    expect(readFileSync(`${published}.gz`)).toEqual(Buffer.from(twin));
  });

  it('are none where the own twin holds the content, or there is no own twin', async () => {
    const generation = await publish({ 'a.csv': NEW, 'a.csv.gz': gzipSync(NEW), 'b.csv': NEW, 'c.gz': 'x' });
    expect(gunzipSync(readFileSync(join(root(), 'cuts', generation, 'b.csv.gz'))).toString()).toBe(NEW);
    expect(readdirSync(join(root(), 'plain'))).toEqual([]);
  });

  it('go with their cut', async () => {
    const generation = await publish({ 'a.csv': NEW, 'a.csv.gz': gzipSync(OLD) });
    expect(existsSync(join(root(), 'plain', generation))).toBe(true);
    await store.removeCut(generation);
    expect(readdirSync(join(root(), 'plain'))).toEqual([]);
  });

  it('are found again where a worker that died had found them', async () => {
    const contents = { 'a.csv': NEW, 'a.csv.gz': gzipSync(OLD) };
    expect(await publish(contents)).toBe(await publish(contents));
  });
});
