import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openDirectorySiteStore } from '../../../lib/publish/directory-site-store.js';
import { extractedCut, stagedFile } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { describeSiteStore } from './site-store.conformance.js';

describeSiteStore('a directory', {
  open: (directory) => openDirectorySiteStore(join(directory, 'site')),
  content: (directory, generation, path) => {
    const file = join(directory, 'site', 'cuts', generation, path);
    return Promise.resolve(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  },
});

describe('openDirectorySiteStore', () => {
  const directory = useTemporaryDirectory();
  const root = (): string => join(directory(), 'site');
  const EARLIER = '20240603T030000Z-00000001';
  const LATER = '20240603T032000Z-00000002';

  it('shares the blocks of an unchanged file', async () => {
    const store = await openDirectorySiteStore(root());
    const source = join(directory(), 'source');
    writeFileSync(source, 'same');
    const file = stagedFile('a.css', 'same');
    await store.putFile(EARLIER, file, source);
    await store.copyFile(LATER, file, EARLIER);
    const inode = (generation: string): number => statSync(join(root(), 'cuts', generation, 'a.css')).ino;
    expect(inode(LATER)).toBe(inode(EARLIER));
  });

  it('hands no damaged file on to the next cut', async () => {
    const store = await openDirectorySiteStore(root());
    const source = join(directory(), 'source');
    writeFileSync(source, 'same');
    const file = stagedFile('a.css', 'same');
    await store.putFile(EARLIER, file, source);
    const published = join(root(), 'cuts', EARLIER, 'a.css');
    chmodSync(published, 0o644);
    writeFileSync(published, 'evil');
    expect(await store.copyFile(LATER, file, EARLIER)).toBe(false);
    expect(existsSync(join(root(), 'cuts', LATER, 'a.css'))).toBe(false);
  });

  it('publishes files that nobody may write in place', async () => {
    const store = await openDirectorySiteStore(root());
    const source = join(directory(), 'source');
    writeFileSync(source, 'same');
    await store.putFile(EARLIER, stagedFile('a.css', 'same'), source);
    expect(statSync(join(root(), 'cuts', EARLIER, 'a.css')).mode & 0o222).toBe(0);
  });

  it('passes over what is no move of its pointer', async () => {
    const store = await openDirectorySiteStore(root());
    await store.movePointer({ state: 'live', generation: EARLIER }, await store.readPointer());
    writeFileSync(join(root(), 'moves', 'README.txt'), 'zz');
    expect((await store.readPointer()).pointer).toEqual({ state: 'live', generation: EARLIER });
  });

  it('leaves nothing in its scratch directory', async () => {
    const store = await openDirectorySiteStore(root());
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { 'a/b.html': 'x' });
    const file = stagedFile('a/b.html', 'x');
    await store.putFile(cut.manifest.generation, file, join(cut.directory, 'a/b.html'));
    await store.putFile(cut.manifest.generation, file, join(cut.directory, 'a/b.html'));
    await store.copyFile(LATER, file, cut.manifest.generation);
    await store.copyFile(LATER, file, cut.manifest.generation);
    await store.putManifest(cut.manifest);
    await store.putManifest(cut.manifest);
    await store.writeState('{}');
    await store.movePointer({ state: 'closed' }, await store.readPointer());
    expect(existsSync(join(root(), 'cuts', LATER, 'a/b.html'))).toBe(true);
    expect(readdirSync(join(root(), 'scratch'))).toEqual([]);
  });

  it('says which file it could not write, and that it may pass', async () => {
    const store = await openDirectorySiteStore(root());
    mkdirSync(join(root(), 'cuts', EARLIER, 'a.css'), { recursive: true });
    const source = join(directory(), 'source');
    writeFileSync(source, 'x');
    await expect(store.putFile(EARLIER, stagedFile('a.css', 'x'), source)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: true,
      params: { path: join(root(), 'cuts', EARLIER, 'a.css'), reason: 'EISDIR' },
    });
  });

  it('refuses a root that is a file', async () => {
    writeFileSync(root(), '');
    await expect(openDirectorySiteStore(root())).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
  });

  it('refuses a manifest that is damaged', async () => {
    const store = await openDirectorySiteStore(root());
    writeFileSync(join(root(), 'manifests', `${EARLIER}.json`), '{"format":1');
    await expect(store.readManifest(EARLIER)).rejects.toMatchObject({ code: 'STORE_READ_FAILED' });
  });
});
