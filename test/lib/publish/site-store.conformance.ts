import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayRetire, type CutPlace, type RetiringStore, type SiteStore } from '../../../lib/publish/index.js';
import { extractedCut, stagedFile } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

/** What the suite needs of one kind of store. */
export interface SiteStoreHarness {
  /** Opens the store; a second call stands for another process on the same one. */
  open(directory: string): Promise<SiteStore>;
  /** What readers of a cut's path would get; `undefined` where there is nothing. */
  content(directory: string, cut: CutPlace, path: string): Promise<string | undefined>;
  /** Stable files of several cuts are one object; else each cut has all its files, and none can be taken. */
  readonly sharesStable: boolean;
  /** The worker may take cuts away. */
  readonly retires: boolean;
}

const EARLIER = '20240603T030000Z-00000001';
const LATER = '20240603T032000Z-00000002';

/** The contract of `SiteStore`, held against one kind of store. */
export function describeSiteStore(
  kind: string,
  { open, content, sharesStable, retires }: SiteStoreHarness,
): void {
  describe(`${kind} as a site store`, () => {
    const directory = useTemporaryDirectory();
    const opened = (): Promise<SiteStore> => open(directory());
    const source = (text: string, name = 'source'): string => {
      const path = join(directory(), name);
      // The last one may have become a published file, which its owner can't write.
      rmSync(path, { force: true });
      writeFileSync(path, text);
      return path;
    };

    describe('pointer', () => {
      it('is closed where nobody has set it', async () => {
        const store = await opened();
        expect((await store.readPointer()).pointer).toEqual({ state: 'closed' });
      });

      it.each([
        { state: 'live', generation: EARLIER },
        { state: 'notice', generation: EARLIER },
        { state: 'notice' },
        { state: 'closed' },
        { state: 'closed', held: true, generation: EARLIER, floor: LATER },
        { state: 'notice', held: true },
        { state: 'live', generation: LATER, stable: { under: EARLIER, prefixes: ['/actas/'] } },
      ] as const)('reads back %j, also from another process', async (pointer) => {
        const store = await opened();
        await store.movePointer(pointer, await store.readPointer());
        expect((await store.readPointer()).pointer).toEqual(pointer);
        expect((await (await opened()).readPointer()).pointer).toEqual(pointer);
      });

      it('moves many times, each from the one before', async () => {
        const store = await opened();
        for (const generation of [EARLIER, LATER, EARLIER]) {
          await store.movePointer({ state: 'live', generation }, await store.readPointer());
          expect((await store.readPointer()).pointer).toEqual({ state: 'live', generation });
        }
      });

      it('refuses a move from a snapshot that no longer stands, and changes nothing', async () => {
        const store = await opened();
        const stale = await store.readPointer();
        await store.movePointer({ state: 'live', generation: LATER }, stale);
        const late = store.movePointer({ state: 'live', generation: EARLIER }, stale);
        await expect(late).rejects.toMatchObject({ code: 'POINTER_MOVED', retryable: true });
        expect((await store.readPointer()).pointer).toEqual({ state: 'live', generation: LATER });
      });

      it('lets one of several workers win a race, and tells the others', async () => {
        const workers = await Promise.all(Array.from({ length: 4 }, opened));
        const seen = await Promise.all(workers.map((worker) => worker.readPointer()));
        const generations = workers.map((_, index) => `20240603T03000${index}Z-0000000${index}`);
        const moves = await Promise.allSettled(
          workers.map((worker, index) =>
            worker.movePointer(
              { state: 'live', generation: generations[index] ?? '' },
              seen[index] ?? seen[0]!,
            ),
          ),
        );
        const winners = generations.filter((_, index) => moves[index]?.status === 'fulfilled');
        expect(winners).toHaveLength(1);
        const { pointer } = await (await opened()).readPointer();
        expect(pointer).toEqual({ state: 'live', generation: winners[0] });
      });
    });

    describe('files', () => {
      it('holds what it was given, in folders too, and overwrites nothing of another cut', async () => {
        const store = await opened();
        await store.putFile(EARLIER, stagedFile('a/b/index.html', 'first'), source('first'));
        await store.putFile(LATER, stagedFile('a/b/index.html', 'second'), source('second', 'other'));
        expect(await content(directory(), { generation: EARLIER }, 'a/b/index.html')).toBe('first');
        expect(await content(directory(), { generation: LATER }, 'a/b/index.html')).toBe('second');
      });

      it('may be given the same file again', async () => {
        const store = await opened();
        const path = source('once');
        await store.putFile(EARLIER, stagedFile('index.html', 'once'), path);
        await store.putFile(EARLIER, stagedFile('index.html', 'once'), path);
        expect(await content(directory(), { generation: EARLIER }, 'index.html')).toBe('once');
      });

      it('stages an empty file', async () => {
        const store = await opened();
        await store.putFile(EARLIER, stagedFile('empty', ''), source(''));
        expect(await content(directory(), { generation: EARLIER }, 'empty')).toBe('');
      });

      it('keeps names as they are, whatever a URL would make of them', async () => {
        const store = await opened();
        const path = 'año 2024/100% +¿qué?#1 & más.html';
        await store.putFile(EARLIER, stagedFile(path, 'x'), source('x'));
        expect(await store.copyFile(LATER, stagedFile(path, 'x'), { generation: EARLIER })).toBe(true);
        expect(await content(directory(), { generation: LATER }, path)).toBe('x');
      });

      it('copies an unchanged file from another cut, also twice', async () => {
        const store = await opened();
        const file = stagedFile('css/sitio.css', 'same');
        await store.putFile(EARLIER, file, source('same'));
        expect(await store.copyFile(LATER, file, { generation: EARLIER })).toBe(true);
        expect(await store.copyFile(LATER, file, { generation: EARLIER })).toBe(true);
        expect(await content(directory(), { generation: LATER }, 'css/sitio.css')).toBe('same');
      });

      it('does not take another file for a copy', async () => {
        const store = await opened();
        await store.putFile(EARLIER, stagedFile('a.css', 'old'), source('old'));
        expect(await store.copyFile(LATER, stagedFile('a.css', 'new'), { generation: EARLIER })).toBe(false);
      });

      it('finds a file that an earlier run of the same cut has put', async () => {
        const store = await opened();
        const file = stagedFile('a.css', 'same');
        await store.putFile(EARLIER, file, source('same'));
        expect(await store.copyFile(EARLIER, file, { generation: EARLIER })).toBe(true);
        expect(await content(directory(), { generation: EARLIER }, 'a.css')).toBe('same');
      });

      it('says that it can’t copy what the other cut does not have', async () => {
        const store = await opened();
        expect(await store.copyFile(LATER, stagedFile('gone.html', 'x'), { generation: EARLIER })).toBe(
          false,
        );
        expect(await content(directory(), { generation: LATER }, 'gone.html')).toBeUndefined();
      });
    });

    describe('stable files', () => {
      const stable = { under: EARLIER, prefixes: ['/actas/'] };
      const [earlier, later] = [
        { generation: EARLIER, stable },
        { generation: LATER, stable },
      ];
      const acta = (text: string): ReturnType<typeof stagedFile> => ({
        ...stagedFile('actas/0001.jpg', text),
        stableUnder: EARLIER,
      });

      it('are had by every cut of their place', async () => {
        const store = await opened();
        await store.putFile(EARLIER, acta('image'), source('image'));
        expect(await store.copyFile(LATER, acta('image'), earlier)).toBe(true);
        expect(await content(directory(), earlier, 'actas/0001.jpg')).toBe('image');
        expect(await content(directory(), later, 'actas/0001.jpg')).toBe('image');
      });

      it('may be put again with the same content, by another cut too', async () => {
        const store = await opened();
        await store.putFile(EARLIER, acta('image'), source('image'));
        await store.putFile(EARLIER, acta('image'), source('image'));
        await store.putFile(LATER, acta('image'), source('image'));
        expect(await content(directory(), later, 'actas/0001.jpg')).toBe('image');
      });

      it('move to a new place, from that of another cut or from within it', async () => {
        const store = await opened();
        const own = { generation: LATER, stable: { ...stable, under: LATER } };
        const moved = { ...acta('image'), stableUnder: LATER };
        await store.putFile(EARLIER, acta('image'), source('image'));
        expect(await store.copyFile(LATER, moved, earlier)).toBe(true);
        expect(await content(directory(), own, 'actas/0001.jpg')).toBe('image');
        const css = stagedFile('actas/a.css', 'x');
        await store.putFile(EARLIER, css, source('x', 'css'));
        expect(await store.copyFile(LATER, { ...css, stableUnder: LATER }, { generation: EARLIER })).toBe(
          true,
        );
        expect(await content(directory(), own, 'actas/a.css')).toBe('x');
      });

      it('leave their place for the cut, where they are no longer stable', async () => {
        const store = await opened();
        await store.putFile(EARLIER, acta('image'), source('image'));
        expect(await store.copyFile(LATER, stagedFile('actas/0001.jpg', 'image'), earlier)).toBe(true);
        expect(await content(directory(), { generation: LATER }, 'actas/0001.jpg')).toBe('image');
      });

      it('never get other content under an older cut', async () => {
        const store = await opened();
        await store.putFile(EARLIER, acta('image'), source('image'));
        const corrected = store.putFile(LATER, acta('corrected'), source('corrected', 'other'));
        if (sharesStable) {
          await expect(corrected).rejects.toMatchObject({
            code: 'STABLE_FILE_TAKEN',
            params: { path: 'actas/0001.jpg' },
            retryable: false,
          });
        } else await corrected;
        expect(await content(directory(), earlier, 'actas/0001.jpg')).toBe('image');
      });
    });

    describe('retirement', () => {
      const retiring = async (): Promise<RetiringStore> => {
        const store = await opened();
        if (!mayRetire(store)) throw new Error('the store takes no cut away');
        return store;
      };
      const staged = async (store: SiteStore, cutTime: string): Promise<string> => {
        const { manifest } = extractedCut(directory(), cutTime, { 'a.css': cutTime });
        await store.putFile(manifest.generation, stagedFile('a.css', cutTime), source(cutTime));
        await store.putManifest(manifest);
        return manifest.generation;
      };

      it(retires ? 'is the worker’s' : 'is not the worker’s', async () => {
        expect(mayRetire(await opened())).toBe(retires);
      });
      if (!retires) return;

      it('lists every cut, oldest first, also one that is not whole', async () => {
        const store = await retiring();
        expect(await store.listCuts()).toEqual([]);
        const later = await staged(store, '2024-06-03T03:40:00Z');
        const earlier = await staged(store, '2024-06-03T03:00:00Z');
        await store.putFile(LATER, stagedFile('a.css', 'x'), source('x'));
        const generations = (await store.listCuts()).map(({ generation }) => generation);
        expect(generations).toEqual([earlier, LATER, later]);
      });

      it('takes a cut away with its manifest, and may be asked again', async () => {
        const store = await retiring();
        const [gone, stays] = [
          await staged(store, '2024-06-03T03:00:00Z'),
          await staged(store, '2024-06-03T03:20:00Z'),
        ];
        await store.removeCut(gone);
        await store.removeCut(gone);
        expect((await store.listCuts()).map(({ generation }) => generation)).toEqual([stays]);
        expect(await store.readManifest(gone)).toBeUndefined();
        expect(await content(directory(), { generation: gone }, 'a.css')).toBeUndefined();
        expect(await content(directory(), { generation: stays }, 'a.css')).toBe('2024-06-03T03:20:00Z');
      });

      it('takes no file from the cuts that share it', async () => {
        const store = await retiring();
        const file = stagedFile('a.css', 'same');
        await store.putFile(EARLIER, file, source('same'));
        await store.copyFile(LATER, file, { generation: EARLIER });
        await store.removeCut(EARLIER);
        expect(await content(directory(), { generation: LATER }, 'a.css')).toBe('same');
      });

      it('knows until when a cut was named by the pointer, and that it was', async () => {
        const store = await retiring();
        const [first, second] = [
          await staged(store, '2024-06-03T03:00:00Z'),
          await staged(store, '2024-06-03T03:20:00Z'),
        ];
        const idle = async (of: string): Promise<number> =>
          (await store.listCuts()).find(({ generation }) => generation === of)?.idleSince.getTime() ?? NaN;
        const before = await idle(first);
        await store.movePointer({ state: 'live', generation: first }, await store.readPointer());
        await store.movePointer({ state: 'live', generation: second }, await store.readPointer());
        expect(await idle(first)).toBeGreaterThan(before);
        expect(await idle(second)).toBeGreaterThanOrEqual(before);
      });
    });

    describe('manifests', () => {
      const manifestOf = (window: string): ReturnType<typeof extractedCut>['manifest'] => ({
        ...extractedCut(directory(), '2024-06-03T03:00:00Z', {}).manifest,
        window,
      });

      it('has none for a cut that is not staged whole', async () => {
        expect(await (await opened()).readManifest(EARLIER)).toBeUndefined();
      });

      it('reads back what was put, also from another process', async () => {
        const store = await opened();
        const manifest = manifestOf('election');
        await store.putManifest(manifest);
        expect(await store.readManifest(manifest.generation)).toEqual(manifest);
        expect(await (await opened()).readManifest(manifest.generation)).toEqual(manifest);
      });

      it('keeps the first for a generation', async () => {
        const store = await opened();
        const first = manifestOf('rehearsal-1');
        await store.putManifest(first);
        await store.putManifest(manifestOf('election'));
        expect(await store.readManifest(first.generation)).toEqual(first);
      });
    });

    describe('notes', () => {
      it('are absent at first, then what was last written, also for another process', async () => {
        const store = await opened();
        expect((await store.readNotes()).text).toBeUndefined();
        const first = await store.writeNotes('{"format":1}', await store.readNotes());
        const second = await store.writeNotes('{"format":1,"n":2}', first);
        expect(await store.readNotes()).toEqual(second);
        expect(await (await opened()).readNotes()).toEqual({
          text: '{"format":1,"n":2}',
          version: second.version,
        });
      });

      it('stay as another process wrote them since', async () => {
        const [store, other] = [await opened(), await opened()];
        const none = await store.readNotes();
        const first = await other.writeNotes('{"n":1}', none);
        await expect(store.writeNotes('{"n":2}', none)).rejects.toMatchObject({ code: 'NOTES_MOVED' });
        const second = await other.writeNotes('{"n":3}', first);
        await expect(store.writeNotes('{"n":4}', first)).rejects.toMatchObject({ code: 'NOTES_MOVED' });
        expect(await store.readNotes()).toEqual(second);
      });

      it('are written once by many at once', async () => {
        const stores = await Promise.all(Array.from({ length: 8 }, () => opened()));
        const seen = await Promise.all(stores.map((store) => store.readNotes()));
        const written = await Promise.allSettled(
          stores.map((store, index) => store.writeNotes(`{"n":${index}}`, seen[index]!)),
        );
        const kept = written.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
        expect(kept).toEqual([await stores[0]?.readNotes()]);
      });

      it('refuse one that stood still while many others were written', async () => {
        const store = await opened();
        const none = await store.readNotes();
        let standing = none;
        for (let n = 1; n <= 100; n += 1) standing = await store.writeNotes(`{"n":${n}}`, standing);
        await expect(store.writeNotes('late', none)).rejects.toMatchObject({ code: 'NOTES_MOVED' });
        expect(await store.readNotes()).toEqual(standing);
      });
    });
  });
}
