import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import type { StagedFile } from '../../../lib/publish/site-store.js';
import { stageCut, type StageOptions } from '../../../lib/publish/stage-cut.js';
import type { CutManifest } from '../../../lib/cut/index.js';
import { extractedCut } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const OPTIONS: StageOptions = { cacheControl: [], base: undefined, retry: { retries: 2, firstWaitMs: 1 } };

/** A store that tells the order of its calls, and fails as often as a test wants. */
class RecordingStore extends MemorySiteStore {
  readonly calls: string[] = [];
  failures = 0;
  retryable = true;

  override putFile(generation: string, file: StagedFile, source: string): Promise<void> {
    this.calls.push(`put ${file.path}`);
    if (this.failures > 0) {
      this.failures -= 1;
      return Promise.reject(new DifusorError('STORE_WRITE_FAILED', {}, { retryable: this.retryable }));
    }
    return super.putFile(generation, file, source);
  }

  override copyFile(generation: string, file: StagedFile, fromGeneration: string): Promise<boolean> {
    this.calls.push(`copy ${file.path}`);
    return super.copyFile(generation, file, fromGeneration);
  }

  override putManifest(manifest: CutManifest): Promise<void> {
    this.calls.push('manifest');
    return super.putManifest(manifest);
  }
}

describe('stageCut', () => {
  const directory = useTemporaryDirectory();

  it('sends the files of a first cut, and the manifest last', async () => {
    const store = new RecordingStore();
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1', 'b/c': '22' });
    expect(await stageCut(store, cut, OPTIONS)).toEqual({ sentFiles: 2, sentBytes: 3, copiedFiles: 0 });
    expect(store.calls).toEqual(['put a', 'put b/c', 'manifest']);
    expect(await store.readManifest(cut.manifest.generation)).toEqual(cut.manifest);
    expect((await store.readPointer()).pointer).toEqual({ state: 'closed' });
  });

  it('sends of a next cut what changed, and copies the rest inside the store', async () => {
    const store = new RecordingStore();
    const first = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1', b: '2' });
    const next = extractedCut(directory(), '2024-06-03T03:20:00Z', { a: '1', b: '3' });
    await stageCut(store, first, OPTIONS);
    store.calls.length = 0;
    const report = await stageCut(store, next, { ...OPTIONS, base: first.manifest });
    expect(report).toEqual({ sentFiles: 1, sentBytes: 1, copiedFiles: 1 });
    expect(store.calls).toEqual(['put b', 'copy a', 'manifest']);
    expect(store.objects.get(`${next.manifest.generation}/a`)?.content.toString()).toBe('1');
  });

  it('sends what it could not copy', async () => {
    const store = new RecordingStore();
    const first = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1' });
    const next = extractedCut(directory(), '2024-06-03T03:20:00Z', { a: '1' });
    const report = await stageCut(store, next, { ...OPTIONS, base: first.manifest });
    expect(report).toEqual({ sentFiles: 1, sentBytes: 1, copiedFiles: 0 });
    expect(store.calls).toEqual(['copy a', 'put a', 'manifest']);
  });

  it('tries a failure that may pass again', async () => {
    const store = new RecordingStore();
    store.failures = 2;
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1' });
    await stageCut(store, cut, OPTIONS);
    expect(store.calls).toEqual(['put a', 'put a', 'put a', 'manifest']);
  });

  it.each([
    ['that stays', 3, true, 3],
    ['that can’t pass', 1, false, 1],
  ])('gives up a failure %s, without a manifest', async (_what, failures, retryable, puts) => {
    const store = new RecordingStore();
    Object.assign(store, { failures, retryable });
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', { a: '1' });
    await expect(stageCut(store, cut, OPTIONS)).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
    expect(store.calls).toEqual(Array.from({ length: puts }, () => 'put a'));
    expect(await store.readManifest(cut.manifest.generation)).toBeUndefined();
  });

  it('stops sending once one file has failed for good', async () => {
    const store = new RecordingStore();
    Object.assign(store, { failures: 1, retryable: false });
    const contents = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, 'x']));
    const cut = extractedCut(directory(), '2024-06-03T03:00:00Z', contents);
    await expect(stageCut(store, cut, { ...OPTIONS, concurrency: 2 })).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
    });
    expect(store.calls.length).toBeLessThan(10);
  });
});
