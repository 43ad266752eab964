import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CutManifest } from '../../../lib/cut/index.js';
import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { overlay } from '../../../lib/publish/overlay.js';
import type { CutPlace, StagedFile } from '../../../lib/publish/site-store.js';
import {
  stageCut,
  type Arrival,
  type StageOptions,
  type StageReport,
} from '../../../lib/publish/stage-cut.js';
import { extractedCut, sha256 } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const OPTIONS: StageOptions = { cacheControl: [], base: undefined, retry: { retries: 2, firstWaitMs: 1 } };
const [FIRST, NEXT, LAST] = ['2024-06-03T03:00:00Z', '2024-06-03T03:20:00Z', '2024-06-03T03:40:00Z'];
const STABLE: StageOptions = { ...OPTIONS, stablePrefixes: ['/actas/'] };

const cost = (report: Partial<StageReport>): StageReport => ({
  sentFiles: 0,
  sentBytes: 0,
  copiedFiles: 0,
  resumedFiles: 0,
  ...report,
});

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

  override copyFile(generation: string, file: StagedFile, from: CutPlace): Promise<boolean> {
    this.calls.push(`copy ${file.path}`);
    return super.copyFile(generation, file, from);
  }

  override putManifest(manifest: CutManifest): Promise<void> {
    this.calls.push('manifest');
    return super.putManifest(manifest);
  }
}

describe('stageCut', () => {
  const directory = useTemporaryDirectory();
  let store: RecordingStore;

  beforeEach(() => {
    store = new RecordingStore();
  });

  const servedBy = (cut: CutPlace, path: string): string | undefined =>
    store.contentOf(cut, path)?.toString();

  it('sends the files of a first cut, and the manifest last', async () => {
    const cut = extractedCut(directory(), FIRST, { a: '1', 'b/c': '22' });
    const { report, manifest } = await stageCut(store, cut, OPTIONS);
    expect(report).toEqual(cost({ sentFiles: 2, sentBytes: 3 }));
    expect(manifest).toEqual(cut.manifest);
    expect(store.calls).toEqual(['put a', 'put b/c', 'manifest']);
    expect(await store.readManifest(cut.manifest.generation)).toEqual(cut.manifest);
    expect((await store.readPointer()).pointer).toEqual({ state: 'closed' });
  });

  it('sends of a next cut what changed, and copies the rest inside the store', async () => {
    const first = extractedCut(directory(), FIRST, { a: '1', b: '2' });
    const next = extractedCut(directory(), NEXT, { a: '1', b: '3' });
    await stageCut(store, first, OPTIONS);
    store.calls.length = 0;
    const { report } = await stageCut(store, next, { ...OPTIONS, base: first.manifest });
    expect(report).toEqual(cost({ sentFiles: 1, sentBytes: 1, copiedFiles: 1 }));
    expect(store.calls).toEqual(['put b', 'copy a', 'manifest']);
    expect(servedBy(next.manifest, 'a')).toBe('1');
  });

  it('sends what it could not copy', async () => {
    const first = extractedCut(directory(), FIRST, { a: '1' });
    const next = extractedCut(directory(), NEXT, { a: '1' });
    const { report } = await stageCut(store, next, { ...OPTIONS, base: first.manifest });
    expect(report).toEqual(cost({ sentFiles: 1, sentBytes: 1 }));
    expect(store.calls).toEqual(['copy a', 'put a', 'manifest']);
  });

  describe('with failures', () => {
    it('tries one that may pass again', async () => {
      store.failures = 2;
      await stageCut(store, extractedCut(directory(), FIRST, { a: '1' }), OPTIONS);
      expect(store.calls).toEqual(['put a', 'put a', 'put a', 'manifest']);
    });

    it.each([
      ['that stays', 3, true, 3],
      ['that can’t pass', 1, false, 1],
    ])('gives up one %s, without a manifest', async (_what, failures, retryable, puts) => {
      Object.assign(store, { failures, retryable });
      const cut = extractedCut(directory(), FIRST, { a: '1' });
      await expect(stageCut(store, cut, OPTIONS)).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
      expect(store.calls).toEqual(Array.from({ length: puts }, () => 'put a'));
      expect(await store.readManifest(cut.manifest.generation)).toBeUndefined();
    });

    it('stops sending once one file has failed for good', async () => {
      Object.assign(store, { failures: 1, retryable: false });
      const contents = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`f${index}`, 'x']));
      const cut = extractedCut(directory(), FIRST, contents);
      const staging = stageCut(store, cut, { ...OPTIONS, concurrency: { sends: 2 } });
      await expect(staging).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
      expect(store.calls.length).toBeLessThan(10);
    });
  });

  describe('with stable files', () => {
    it('shares their place from cut to cut', async () => {
      const first = extractedCut(directory(), FIRST, { 'actas/1': 'x', a: '1' });
      const next = extractedCut(directory(), NEXT, { 'actas/1': 'x', 'actas/2': 'y', a: '2' });
      const { manifest: base } = await stageCut(store, first, STABLE);
      const { manifest, report } = await stageCut(store, next, { ...STABLE, base });
      expect(base.stable).toEqual({ under: base.generation, prefixes: ['/actas/'] });
      expect(manifest.stable).toEqual(base.stable);
      expect(await store.readManifest(manifest.generation)).toEqual(manifest);
      expect(report).toEqual(cost({ sentFiles: 2, sentBytes: 2, copiedFiles: 1 }));
      expect([...store.objects.keys()].filter((key) => key.startsWith('stable/'))).toEqual([
        `stable/${base.generation}/actas/1`,
        `stable/${base.generation}/actas/2`,
      ]);
    });

    it('gives a cut with a corrected image a place of its own', async () => {
      const first = extractedCut(directory(), FIRST, { 'actas/1': 'x', 'actas/2': 'y' });
      const next = extractedCut(directory(), NEXT, { 'actas/1': 'corrected', 'actas/2': 'y' });
      const { manifest: base } = await stageCut(store, first, STABLE);
      const { manifest, report } = await stageCut(store, next, { ...STABLE, base });
      expect(manifest.stable?.under).toBe(manifest.generation);
      expect(report).toEqual(cost({ sentFiles: 1, sentBytes: 9, copiedFiles: 1 }));
      expect([servedBy(base, 'actas/1'), servedBy(manifest, 'actas/1')]).toEqual(['x', 'corrected']);
      expect(servedBy(manifest, 'actas/2')).toBe('y');
    });

    it('moves to a place of its own when a name turns out to be taken', async () => {
      const first = extractedCut(directory(), FIRST, { 'actas/1': 'x', 'actas/2': 'taken' });
      const second = extractedCut(directory(), NEXT, { 'actas/1': 'x' });
      const third = extractedCut(directory(), LAST, { 'actas/1': 'x', 'actas/2': 'other', a: '1' });
      const { manifest: before } = await stageCut(store, first, STABLE);
      const { manifest: base } = await stageCut(store, second, { ...STABLE, base: before });
      expect(base.stable).toEqual(before.stable);
      const { manifest, report } = await stageCut(store, third, { ...STABLE, base });
      expect(manifest.stable?.under).toBe(manifest.generation);
      expect(await store.readManifest(manifest.generation)).toEqual(manifest);
      expect(report).toEqual(cost({ sentFiles: 2, sentBytes: 6, copiedFiles: 1 }));
      expect(servedBy(before, 'actas/2')).toBe('taken');
      expect(['actas/1', 'actas/2', 'a'].map((path) => servedBy(manifest, path))).toEqual([
        'x',
        'other',
        '1',
      ]);
    });

    it('gives up where its own place is taken too', async () => {
      const cut = extractedCut(directory(), FIRST, { 'actas/1': 'x' });
      const { manifest } = await stageCut(store, cut, STABLE);
      const other = extractedCut(directory(), NEXT, { 'actas/1': 'y' });
      const clash = { ...other, manifest: { ...other.manifest, generation: manifest.generation } };
      await expect(stageCut(store, clash, STABLE)).rejects.toMatchObject({ code: 'STABLE_FILE_TAKEN' });
    });
  });

  describe('of a package that holds changes only', () => {
    const incremental = (): { cut: Parameters<typeof stageCut>[1]; base: CutManifest } => {
      const base = extractedCut(directory(), FIRST, { a: '1', b: '2' }).manifest;
      const changed = extractedCut(directory(), NEXT, { b: '3', c: '4' });
      const atHand = new Set(['b', 'c']);
      const files = overlay(base.files, changed.manifest.files);
      const cut = {
        ...changed,
        manifest: { ...changed.manifest, files },
        isAtHand: (path: string) => atHand.has(path),
      };
      return { cut, base };
    };

    it('takes the rest from the base', async () => {
      await stageCut(store, extractedCut(directory(), FIRST, { a: '1', b: '2' }), OPTIONS);
      const { cut, base } = incremental();
      const { report } = await stageCut(store, cut, { ...OPTIONS, base });
      expect(report).toEqual(cost({ sentFiles: 2, sentBytes: 2, copiedFiles: 1 }));
      expect(['a', 'b', 'c'].map((path) => servedBy(cut.manifest, path))).toEqual(['1', '3', '4']);
    });

    it.each(['a base that lost a file', 'no base'])('refuses it with %s', async (what) => {
      const { cut, base } = incremental();
      const staging = stageCut(store, cut, { ...OPTIONS, base: what === 'no base' ? undefined : base });
      await expect(staging).rejects.toMatchObject({
        code: 'CUT_BASE_MISSING',
        params: { package: 'package.zip', file: 'a' },
        retryable: false,
      });
      expect(await store.readManifest(cut.manifest.generation)).toBeUndefined();
      if (what === 'no base') expect(store.calls).toEqual([]);
    });
  });

  describe('after a run that died', () => {
    const contents = { 'actas/1': 'x', a: '1', b: '2' };

    it('tells of each file that was sent, and not of copies', async () => {
      const arrivals: Arrival[] = [];
      const first = extractedCut(directory(), FIRST, contents);
      const onArrived = (arrival: Arrival): Promise<void> => Promise.resolve(void arrivals.push(arrival));
      const { manifest: base } = await stageCut(store, first, { ...STABLE, onArrived });
      const under = first.manifest.generation;
      // Uploads run at once: their order is nobody's.
      expect(new Set(arrivals)).toEqual(
        new Set([
          { path: 'a', sha256: sha256('1') },
          { path: `/stable/${under}/actas/1`, sha256: sha256('x') },
          { path: 'b', sha256: sha256('2') },
        ]),
      );
      arrivals.length = 0;
      const next = extractedCut(directory(), NEXT, { ...contents, b: '3' });
      await stageCut(store, next, { ...STABLE, base, onArrived });
      expect(arrivals.map(({ path }) => path)).toEqual(['b']);
    });

    it('repeats no upload that arrived, and sends the others', async () => {
      const cut = extractedCut(directory(), FIRST, contents);
      const arrived = new Map<string, string>();
      store.failures = 0;
      const dying = stageCut(store, cut, {
        ...STABLE,
        concurrency: { sends: 1 },
        onArrived: ({ path, sha256: hash }) => {
          arrived.set(path, hash);
          if (arrived.size === 2) Object.assign(store, { failures: 1, retryable: false });
          return undefined;
        },
      });
      await expect(dying).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
      expect(arrived.size).toBe(2);
      store.calls.length = 0;
      const { report } = await stageCut(store, cut, { ...STABLE, arrived });
      expect(report).toEqual(cost({ sentFiles: 1, sentBytes: 1, resumedFiles: 2 }));
      expect(store.calls.filter((call) => call.startsWith('put'))).toEqual(['put b']);
    });

    it('sends again what is said to have arrived with other content, or is not there', async () => {
      const cut = extractedCut(directory(), FIRST, { a: '1', b: '2' });
      const arrived = new Map([
        ['a', sha256('another')],
        ['b', sha256('2')],
      ]);
      const { report } = await stageCut(store, cut, { ...OPTIONS, arrived });
      expect(report).toEqual(cost({ sentFiles: 2, sentBytes: 2 }));
    });

    it('does not take a stable file for arrived that did so in another place', async () => {
      const cut = extractedCut(directory(), FIRST, { 'actas/1': 'x' });
      const arrived = new Map([['/stable/20240603T010000Z-00000000/actas/1', sha256('x')]]);
      const { report } = await stageCut(store, cut, { ...STABLE, arrived });
      expect(report.sentFiles).toBe(1);
    });

    it('has what arrived of an incremental package, though its base is gone', async () => {
      const cut = extractedCut(directory(), FIRST, { a: '1' });
      await store.putFile(
        cut.manifest.generation,
        { ...cut.manifest.files[0]!, contentType: 'x', cacheControl: 'x' },
        join(cut.directory, 'a'),
      );
      rmSync(cut.directory, { recursive: true });
      const arrived = new Map([['a', sha256('1')]]);
      const { report } = await stageCut(store, { ...cut, isAtHand: () => false }, { ...OPTIONS, arrived });
      expect(report).toEqual(cost({ resumedFiles: 1 }));
    });
  });

  it('awaits what notes the arrivals before it declares the cut whole', async () => {
    const cut = extractedCut(directory(), FIRST, { a: '1', b: '2' });
    const onArrived = (): Promise<void> => Promise.reject(new DifusorError('JOURNAL_WRITE_FAILED'));
    await expect(stageCut(store, cut, { ...OPTIONS, onArrived })).rejects.toMatchObject({
      code: 'JOURNAL_WRITE_FAILED',
    });
    expect(store.calls).toEqual(['put a', 'put b']);
  });
});
