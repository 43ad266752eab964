import { join } from 'node:path';
import { DryRunArchiveStore } from '../../../lib/publish/dry-run-archive-store.js';
import { DryRunSiteStore } from '../../../lib/publish/dry-run-site-store.js';
import { publishCut, raiseNotice, retireCuts, type SiteStore } from '../../../lib/publish/index.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { extractedCut, stagedFile } from '../../support/cuts.js';
import { notesOf, putNotes } from '../../support/noted.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const OPTIONS = { cacheControl: [], stablePrefixes: ['/actas/'], hold: false };
const WRITES = ['movePointer', 'putManifest', 'putFile', 'copyFile', 'writeNotes', 'removeCut'] as const;

describe('DryRunSiteStore', () => {
  const directory = useTemporaryDirectory();
  const cutAt = (time: string, contents: Record<string, string>): ReturnType<typeof extractedCut> =>
    extractedCut(directory(), time, contents);

  /** A store with one published cut, which fails the test at every write from then on. */
  const publishedStore = async (): Promise<MemorySiteStore> => {
    const store = new MemorySiteStore(() => new Date('2024-06-03T03:05:00Z'));
    const cut = cutAt('2024-06-03T03:00:00Z', { 'actas/1': 'x', a: '1', b: '2' });
    await publishCut(store, cut, { ...OPTIONS, base: undefined });
    await putNotes(store, 'before');
    for (const method of WRITES) {
      jest.spyOn(store, method).mockImplementation(() => {
        throw new Error(`wrote: ${method}`);
      });
    }
    return store;
  };

  it('lets a run go on as if, and writes nothing', async () => {
    const store = await publishedStore();
    const dry = new DryRunSiteStore(store);
    const seen = await dry.readPointer();
    expect(seen).toEqual(await store.readPointer());
    const base = await dry.readManifest(seen.pointer.generation ?? '');
    const next = cutAt('2024-06-03T03:20:00Z', { 'actas/1': 'x', a: '1', b: '3' });
    const { staged, manifest, flip } = await publishCut(dry, next, { ...OPTIONS, base });
    expect(staged).toMatchObject({ sentFiles: 1, copiedFiles: 2 });
    expect(flip?.moved).toBe(true);
    expect((await dry.readPointer()).pointer.generation).toBe(manifest.generation);
    expect(await dry.readManifest(manifest.generation)).toEqual(manifest);

    const last = cutAt('2024-06-03T03:40:00Z', { 'actas/1': 'x', a: '1', b: '3' });
    const report = await publishCut(dry, last, { ...OPTIONS, base: manifest });
    expect(report.staged).toMatchObject({ sentFiles: 0, copiedFiles: 3 });
    await raiseNotice(dry);
    expect((await dry.readPointer()).pointer.state).toBe('notice');
    await putNotes(dry, 'after');
    expect([await notesOf(dry), await notesOf(store)]).toEqual(['after', 'before']);
    const gone = await retireCuts(dry, { now: new Date('2024-06-09T00:00:00Z'), hours: 24 });
    expect(gone).toEqual([seen.pointer.generation]);
    expect(await dry.readManifest(gone[0] ?? '')).toBeUndefined();
    expect(await dry.listCuts()).toEqual([]);

    expect(await store.readPointer()).toEqual(seen);
    expect(await store.readManifest(manifest.generation)).toBeUndefined();
  });

  it('reads the state of the store until something is written', async () => {
    expect(await notesOf(new DryRunSiteStore(await publishedStore()))).toBe('before');
  });

  it('refuses a move from a snapshot that no longer stands', async () => {
    const dry = new DryRunSiteStore(await publishedStore());
    const seen = await dry.readPointer();
    await dry.movePointer({ state: 'closed' }, seen);
    await expect(dry.movePointer({ state: 'notice' }, seen)).rejects.toMatchObject({ code: 'POINTER_MOVED' });
  });

  it('copies nothing that the store does not have with that content, and keeps the first manifest', async () => {
    const store = await publishedStore();
    const dry = new DryRunSiteStore(store);
    const { generation } = (await store.readPointer()).pointer;
    const from = { generation: generation ?? '' };
    expect(await dry.copyFile('20240603T032000Z-00000002', stagedFile('a', 'other'), from)).toBe(false);
    expect(await dry.copyFile('20240603T032000Z-00000002', stagedFile('gone', '1'), from)).toBe(false);
    const manifest = await store.readManifest(from.generation);
    await dry.putManifest({ ...manifest!, window: 'other' });
    expect(await dry.readManifest(from.generation)).toEqual(manifest);
  });

  it('refuses other content under a stable name', async () => {
    const dry = new DryRunSiteStore(await publishedStore());
    const acta = (text: string) => ({
      ...stagedFile('actas/9', text),
      stableUnder: '20240603T032000Z-00000002',
    });
    await dry.putFile('20240603T032000Z-00000002', acta('x'));
    await dry.putFile('20240603T034000Z-00000003', acta('x'));
    const other = dry.putFile('20240603T034000Z-00000003', acta('y'));
    await expect(other).rejects.toMatchObject({ code: 'STABLE_FILE_TAKEN' });
  });

  it('knows no cuts of a store that does not list them', async () => {
    const { readPointer, readManifest, readNotes } = new MemorySiteStore();
    const bare = { readPointer, readManifest, readNotes } as unknown as SiteStore;
    expect(await new DryRunSiteStore(bare).listCuts()).toEqual([]);
  });
});

describe('DryRunArchiveStore', () => {
  const directory = useTemporaryDirectory();

  it('says where a package would be kept, and keeps nothing', async () => {
    const received = {
      form: 'archive',
      name: 'p.zip',
      path: join(directory(), 'gone'),
      bytes: 1,
      sha256: '',
    } as const;
    const kept = await new DryRunArchiveStore().keep('20240603T030000Z-00000001', received);
    expect(kept).toBe('packages/20240603T030000Z-00000001/p.zip');
  });
});
