import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteStore } from '../../../lib/publish/index.js';
import { extractedCut, stagedFile } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

/** What the suite needs of one kind of store. */
export interface SiteStoreHarness {
  /** Opens the store; a second call stands for another process on the same one. */
  open(directory: string): Promise<SiteStore>;
  /** What readers of a cut's path would get; `undefined` where there is nothing. */
  content(directory: string, generation: string, path: string): Promise<string | undefined>;
}

const EARLIER = '20240603T030000Z-00000001';
const LATER = '20240603T032000Z-00000002';

/** The contract of `SiteStore`, held against one kind of store. */
export function describeSiteStore(kind: string, { open, content }: SiteStoreHarness): void {
  describe(`${kind} as a site store`, () => {
    const directory = useTemporaryDirectory();
    const opened = (): Promise<SiteStore> => open(directory());
    const source = (text: string, name = 'source'): string => {
      const path = join(directory(), name);
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
        expect(await content(directory(), EARLIER, 'a/b/index.html')).toBe('first');
        expect(await content(directory(), LATER, 'a/b/index.html')).toBe('second');
      });

      it('may be given the same file again', async () => {
        const store = await opened();
        const path = source('once');
        await store.putFile(EARLIER, stagedFile('index.html', 'once'), path);
        await store.putFile(EARLIER, stagedFile('index.html', 'once'), path);
        expect(await content(directory(), EARLIER, 'index.html')).toBe('once');
      });

      it('stages an empty file', async () => {
        const store = await opened();
        await store.putFile(EARLIER, stagedFile('empty', ''), source(''));
        expect(await content(directory(), EARLIER, 'empty')).toBe('');
      });

      it('keeps names as they are, whatever a URL would make of them', async () => {
        const store = await opened();
        const path = 'año 2024/100% +¿qué?#1 & más.html';
        await store.putFile(EARLIER, stagedFile(path, 'x'), source('x'));
        expect(await store.copyFile(LATER, stagedFile(path, 'x'), EARLIER)).toBe(true);
        expect(await content(directory(), LATER, path)).toBe('x');
      });

      it('copies an unchanged file from another cut, also twice', async () => {
        const store = await opened();
        const file = stagedFile('css/sitio.css', 'same');
        await store.putFile(EARLIER, file, source('same'));
        expect(await store.copyFile(LATER, file, EARLIER)).toBe(true);
        expect(await store.copyFile(LATER, file, EARLIER)).toBe(true);
        expect(await content(directory(), LATER, 'css/sitio.css')).toBe('same');
      });

      it('says that it can’t copy what the other cut does not have', async () => {
        const store = await opened();
        expect(await store.copyFile(LATER, stagedFile('gone.html', 'x'), EARLIER)).toBe(false);
        expect(await content(directory(), LATER, 'gone.html')).toBeUndefined();
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

    describe('state', () => {
      it('is absent at first, then what was last written, also for another process', async () => {
        const store = await opened();
        expect(await store.readState()).toBeUndefined();
        await store.writeState('{"format":1}');
        await store.writeState('{"format":1,"n":2}');
        expect(await store.readState()).toBe('{"format":1,"n":2}');
        expect(await (await opened()).readState()).toBe('{"format":1,"n":2}');
      });
    });
  });
}
