import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { openDirectorySiteStore } from '../../../lib/publish/directory-site-store.js';
import type { RetiringStore } from '../../../lib/publish/site-store.js';
import { raiseNotice } from '../../../lib/publish/orders.js';
import { extractedCut, stagedFile } from '../../support/cuts.js';
import { putNotes } from '../../support/noted.js';
import { refuseLinks } from '../../support/refused-links.js';
import { tickingClock } from '../../support/ticking-clock.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { describeSiteStore } from './site-store.conformance.js';

const clock = tickingClock();

describeSiteStore('a directory', {
  open: (directory) => openDirectorySiteStore(join(directory, 'site'), { clock }),
  content: (directory, { generation }, path) => {
    const file = join(directory, 'site', 'cuts', generation, path);
    return Promise.resolve(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  },
  sharesStable: false,
  retires: true,
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
    await store.copyFile(LATER, file, { generation: EARLIER });
    const inode = (generation: string): number => statSync(join(root(), 'cuts', generation, 'a.css')).ino;
    expect(inode(LATER)).toBe(inode(EARLIER));
  });

  it.each(['a.css', 'actas/1.jpg'])(
    'hands no %s on that was written to after its cut was whole',
    async (path) => {
      const store = await openDirectorySiteStore(root());
      const { manifest, directory: files } = extractedCut(directory(), '2024-06-03T03:00:00Z', {
        [path]: 'same',
      });
      const stable = { under: manifest.generation, prefixes: ['/actas/'] };
      const file = stagedFile(path, 'same');
      await store.putFile(manifest.generation, file, join(files, path));
      await store.putManifest({ ...manifest, stable });
      const published = join(root(), 'cuts', manifest.generation, path);
      chmodSync(published, 0o644);
      writeFileSync(published, 'evil');
      const afterwards = new Date(Date.now() + 60_000);
      utimesSync(published, afterwards, afterwards);
      expect(await store.copyFile(LATER, file, { ...manifest, stable })).toBe(false);
      expect(existsSync(join(root(), 'cuts', LATER, path))).toBe(false);
    },
  );

  it('takes a file for damaged that has another size, whatever its time', async () => {
    const store = await openDirectorySiteStore(root());
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { 'a.css': 'same' });
    await store.putFile(cut.manifest.generation, stagedFile('a.css', 'same'), join(cut.directory, 'a.css'));
    await store.putManifest(cut.manifest);
    const published = join(root(), 'cuts', cut.manifest.generation, 'a.css');
    chmodSync(published, 0o644);
    writeFileSync(published, 'sam');
    utimesSync(published, 0, 0);
    expect(await store.copyFile(LATER, stagedFile('a.css', 'same'), cut.manifest)).toBe(false);
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
    await store.copyFile(LATER, file, cut.manifest);
    await store.copyFile(LATER, file, cut.manifest);
    await store.putManifest(cut.manifest);
    await store.putManifest(cut.manifest);
    await putNotes(store, '{}');
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

  it('takes a manifest that a failing disk damaged for none, and writes it anew with the cut', async () => {
    const store = await openDirectorySiteStore(root());
    const { manifest } = extractedCut(directory(), '2024-06-03T03:00:00Z', {});
    const path = join(root(), 'manifests', `${manifest.generation}.json`);
    for (const damaged of ['', '{"format":1', '\0\0\0']) {
      writeFileSync(path, damaged);
      expect(await store.readManifest(manifest.generation)).toBeUndefined();
      await store.putManifest(manifest);
      expect(await store.readManifest(manifest.generation)).toEqual(manifest);
    }
  });

  it('says of a damaged newest move that it can’t be read, and lets a person’s order replace it', async () => {
    const store = await openDirectorySiteStore(root());
    await store.movePointer({ state: 'live', generation: EARLIER }, await store.readPointer());
    writeFileSync(join(root(), 'moves', '00000002.json'), '{"state":"li');
    await expect(store.readPointer()).rejects.toMatchObject({
      code: 'POINTER_UNREADABLE',
      params: { value: '{"state":"li', version: '00000002' },
    });
    expect(readlinkSync(join(root(), 'live'))).toBe(`cuts/${EARLIER}`);
    await raiseNotice(store);
    expect((await store.readPointer()).pointer).toEqual({ state: 'notice', held: true });
    expect(readlinkSync(join(root(), 'live'))).toBe('pages/notice');
  });

  it('declares no cut whole of which a file is missing', async () => {
    const store = await openDirectorySiteStore(root());
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { 'a/b.html': 'x', 'a/c.html': 'y' });
    const { generation } = cut.manifest;
    const put = (path: string, text: string): Promise<void> =>
      store.putFile(generation, stagedFile(path, text), join(cut.directory, path));
    await put('a/b.html', 'x');
    await expect(store.putManifest(cut.manifest)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: true,
      params: { path: join(root(), 'cuts', generation, 'a/c.html'), reason: 'ENOENT' },
    });
    expect(await store.readManifest(generation)).toBeUndefined();
    await put('a/c.html', 'y');
    await store.putManifest(cut.manifest);
    expect(await store.readManifest(generation)).toEqual(cut.manifest);
  });

  describe('gives a file the time of the cut that brought it, since a server tells a changed file by it', () => {
    const mtime = (generation: string): string =>
      statSync(join(root(), 'cuts', generation, 'a.css')).mtime.toISOString();
    const put = async (store: RetiringStore, generation: string, text: string): Promise<void> => {
      const source = join(directory(), `source-${text}`);
      writeFileSync(source, text);
      utimesSync(source, 0, 0);
      await store.putFile(generation, stagedFile('a.css', text), source);
    };

    it('and keeps it while the content stays', async () => {
      const store = await openDirectorySiteStore(root());
      await put(store, EARLIER, 'x');
      await store.copyFile(LATER, stagedFile('a.css', 'x'), { generation: EARLIER });
      expect([mtime(EARLIER), mtime(LATER)]).toEqual([
        '2024-06-03T03:00:00.000Z',
        '2024-06-03T03:00:00.000Z',
      ]);
    });

    it('and a correction of the same cut a second more', async () => {
      const correction = '20240603T030000Z-00000002';
      const store = await openDirectorySiteStore(root());
      await put(store, EARLIER, 'x');
      await put(store, correction, 'y');
      await put(store, LATER, 'z');
      expect([mtime(correction), mtime(LATER)]).toEqual([
        '2024-06-03T03:00:01.000Z',
        '2024-06-03T03:20:00.000Z',
      ]);
    });
  });

  it('lets a reader finish who has a file of a removed cut open', async () => {
    const store = await openDirectorySiteStore(root());
    const source = join(directory(), 'source');
    writeFileSync(source, 'x'.repeat(300_000));
    await store.putFile(EARLIER, stagedFile('a.css', 'x'.repeat(300_000)), source);
    const reader = await fs.open(join(root(), 'cuts', EARLIER, 'a.css'));
    await store.removeCut(EARLIER);
    const read = await reader.readFile('utf8');
    await reader.close();
    expect(read).toBe('x'.repeat(300_000));
    expect(readdirSync(join(root(), 'cuts'))).toEqual([]);
    expect(readdirSync(join(root(), 'scratch'))).toEqual([]);
  });

  it('looks for each file of a cut in its own folder, wherever the folders stand among the files', async () => {
    const store = await openDirectorySiteStore(root());
    const paths = ['a', 'b-c/1', 'b/c/d/1', 'b/c/e', 'b/f', 'b0', 'c/1', 'c/d/2', 'c/d/3', 'c/e'];
    const texts = Object.fromEntries(paths.map((path) => [path, path]));
    const { manifest, directory: files } = extractedCut(directory(), '2024-06-03T03:00:00Z', texts);
    const missingAt = async (): Promise<unknown> =>
      store.putManifest(manifest).then(
        () => undefined,
        (error: { params: { path: string } }) => error.params.path,
      );
    const { generation } = manifest;
    for (const { path } of manifest.files) {
      expect(await missingAt()).toBe(join(root(), 'cuts', generation, path));
      await store.putFile(generation, stagedFile(path, path), join(files, path));
    }
    expect(await missingAt()).toBeUndefined();
    expect(await store.readManifest(generation)).toEqual(manifest);
  });

  it('does not take a cut for whole that was removed while it was staged', async () => {
    const store = await openDirectorySiteStore(root());
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1', b: '2' });
    const { generation } = cut.manifest;
    await store.putFile(generation, stagedFile('a', '1'), join(cut.directory, 'a'));
    await store.removeCut(generation);
    await store.putFile(generation, stagedFile('b', '2'), join(cut.directory, 'b'));
    await expect(store.putManifest(cut.manifest)).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
  });
});

describe('a directory store whose disk refuses', () => {
  const directory = useTemporaryDirectory();
  const root = (): string => join(directory(), 'site');
  const GENERATION = '20240603T030000Z-00000001';
  const NEXT = '20240603T032000Z-00000002';
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const source = (text: string): string => {
    const path = join(directory(), 'source');
    rmSync(path, { force: true });
    writeFileSync(path, text);
    return path;
  };

  it.each(['EXDEV', 'EMLINK', 'EPERM'])('copies a file for which it gets no link: %s', async (code) => {
    const store = await openDirectorySiteStore(root(), { precompress: false });
    const path = source('x');
    refuseLinks(code, (from) => from.endsWith('source'));
    await store.putFile(GENERATION, stagedFile('a.css', 'x'), path);
    const published = join(root(), 'cuts', GENERATION, 'a.css');
    expect(readFileSync(published, 'utf8')).toBe('x');
    expect(statSync(published).ino).not.toBe(statSync(path).ino);
  });

  it('has a file sent again that has as many names as it can have', async () => {
    const store = await openDirectorySiteStore(root(), { precompress: false });
    const file = stagedFile('a.css', 'x');
    await store.putFile(GENERATION, file, source('x'));
    refuseLinks('EMLINK', (from) => from.includes('cuts'));
    expect(await store.copyFile(NEXT, file, { generation: GENERATION })).toBe(false);
    await store.putFile(NEXT, file, source('x'));
    expect(readFileSync(join(root(), 'cuts', NEXT, 'a.css'), 'utf8')).toBe('x');
  });

  it('leaves nothing of a file for which there is no space, and publishes it when there is', async () => {
    const store = await openDirectorySiteStore(root(), { precompress: false });
    refuseLinks('EXDEV', (from) => from.endsWith('source'));
    const full = jest.spyOn(fs, 'copyFile').mockImplementationOnce((_from, to) => {
      writeFileSync(String(to), 'half');
      return Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'copyfile' }));
    });
    const path = source('whole');
    const file = stagedFile('a.css', 'whole');
    await expect(store.putFile(GENERATION, file, path)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: true,
      params: { reason: 'ENOSPC' },
    });
    expect(full).toHaveBeenCalledTimes(1);
    expect(readdirSync(join(root(), 'scratch'))).toEqual([]);
    expect(existsSync(join(root(), 'cuts', GENERATION, 'a.css'))).toBe(false);
    await store.putFile(GENERATION, file, path);
    expect(readFileSync(join(root(), 'cuts', GENERATION, 'a.css'), 'utf8')).toBe('whole');
  });

  it('moves the pointer, or says that it did not, on a disk that is full', async () => {
    const store = await openDirectorySiteStore(root());
    const seen = await store.readPointer();
    refuseLinks('ENOSPC', (from) => from.includes('scratch'));
    const move = store.movePointer({ state: 'live', generation: GENERATION }, seen);
    await expect(move).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED', params: { reason: 'ENOSPC' } });
    jest.restoreAllMocks();
    expect(await store.readPointer()).toEqual(seen);
    expect(readdirSync(join(root(), 'scratch'))).toEqual([]);
  });
});
