import type { CutManifest } from '../../../lib/cut/index.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { publishCut } from '../../../lib/publish/publish-cut.js';
import { extractedCut } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const OPTIONS = { cacheControl: [], base: undefined, hold: false };

describe('publishCut', () => {
  const directory = useTemporaryDirectory();

  it('stages a cut and leads readers to it', async () => {
    const store = new MemorySiteStore();
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1' });
    const pointer = { state: 'live', generation: cut.manifest.generation } as const;
    expect(await publishCut(store, cut, OPTIONS)).toEqual({
      staged: { sentFiles: 1, sentBytes: 1, copiedFiles: 0, resumedFiles: 0 },
      manifest: cut.manifest,
      flip: { moved: true, pointer },
    });
    expect((await store.readPointer()).pointer).toEqual(pointer);
  });

  it('stages a held cut whole, and shows it to nobody', async () => {
    const store = new MemorySiteStore();
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1' });
    expect((await publishCut(store, cut, { ...OPTIONS, hold: true })).flip).toBeUndefined();
    expect(await store.readManifest(cut.manifest.generation)).toEqual(cut.manifest);
    expect((await store.readPointer()).pointer).toEqual({ state: 'closed' });
  });

  it('leads readers to the place where the stable files turned out to stand', async () => {
    const store = new MemorySiteStore();
    const [first, second, third] = [
      extractedCut(directory(), '2024-06-03T03:00:00Z', { 'actas/1': 'x', 'actas/2': 'taken' }),
      extractedCut(directory(), '2024-06-03T03:20:00Z', { 'actas/1': 'x' }),
      extractedCut(directory(), '2024-06-03T03:40:00Z', { 'actas/1': 'x', 'actas/2': 'other' }),
    ];
    let base: CutManifest | undefined;
    for (const cut of [first, second, third]) {
      const options = { ...OPTIONS, base, stablePrefixes: ['/actas/'] };
      base = (await publishCut(store, cut, options)).manifest;
      const { pointer } = await store.readPointer();
      expect(pointer).toEqual({ state: 'live', generation: base.generation, stable: base.stable });
    }
    expect(base?.stable?.under).toBe(third.manifest.generation);
  });

  it('leaves readers with the newer cut when an older one comes late', async () => {
    const store = new MemorySiteStore();
    const older = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1' });
    const newer = extractedCut(directory(), '2024-06-03T03:20:00Z', { a: '2' });
    await publishCut(store, newer, OPTIONS);
    await expect(publishCut(store, older, OPTIONS)).rejects.toMatchObject({ code: 'CUT_OLDER_THAN_LIVE' });
    expect((await store.readPointer()).pointer).toEqual({
      state: 'live',
      generation: newer.manifest.generation,
    });
  });
});
