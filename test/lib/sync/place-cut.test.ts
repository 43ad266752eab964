import { generationOf, type CutManifest } from '../../../lib/cut/index.js';
import { DifusorError } from '../../../lib/errors.js';
import { MemoryJournal } from '../../../lib/journal/index.js';
import { MemorySiteStore, raiseNotice, rollBack } from '../../../lib/publish/index.js';
import type { SyncOutcome } from '../../../lib/sync/outcome.js';
import type { PackageSettings, WorkerSettings } from '../../../lib/worker-settings.js';
import { sha256 } from '../../support/cuts.js';
import type { SamplePackage } from '../../support/sample-package.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { SETTINGS } from '../../support/worker-settings.js';
import { buildZip } from '../../support/zip-writer.js';

/** A package of a few files, whose cut is of so many minutes past 20:00, or before it. */
function cutOf(minutes: number, contents: Readonly<Record<string, string>>): SamplePackage {
  const files = Object.fromEntries(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)]));
  const bytes = buildZip(Object.entries(files).map(([name, content]) => ({ name, content })));
  const time = minutes < 0 ? `19${60 + minutes}` : `20${String(minutes).padStart(2, '0')}`;
  return { name: `20270606_${time}_PREP_BCS.zip`, bytes, sha256: sha256(bytes), files };
}
function idOf(minutes: number, sample: SamplePackage): string {
  return generationOf(new Date(Date.parse('2027-06-07T03:00:00Z') + minutes * 60_000), sample.sha256);
}
const at = (minute: number): string => `2027-06-06T20:${String(minute).padStart(2, '0')}:00-07:00`;

const WHOLE = { 'index.html': 'uno', 'json/main.json': '{}', 'actas/1.svg': 'A', 'css/sitio.css': 'c' };

describe('placeCut in a run', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;
  let journal: MemoryJournal;

  const setUp = (packaged: Partial<PackageSettings> = {}, change: Partial<WorkerSettings> = {}): void => {
    store = new MemorySiteStore();
    const settings = { ...SETTINGS, ...change, package: { ...SETTINGS.package, ...packaged } };
    bench = new SyncBench(directory(), store, settings);
    journal = new MemoryJournal(bench.clock);
    bench.overrides = { journal };
  };
  beforeEach(() => setUp());
  afterEach(() => jest.restoreAllMocks());

  const manifestOf = async (minutes: number, sample: SamplePackage): Promise<CutManifest> => {
    const manifest = await store.readManifest(idOf(minutes, sample));
    if (manifest === undefined) throw new Error(`no manifest of ${minutes}`);
    return manifest;
  };
  const contentsOf = async (minutes: number, sample: SamplePackage): Promise<Record<string, string>> => {
    const manifest = await manifestOf(minutes, sample);
    const entries = manifest.files.map(({ path }) => [path, store.contentOf(manifest, path)?.toString()]);
    return Object.fromEntries(entries) as Record<string, string>;
  };
  const live = async (): Promise<string | undefined> => (await store.readPointer()).pointer.generation;

  describe('of an incremental package', () => {
    beforeEach(() => setUp({ incremental: true, mustContain: ['index.html', 'actas/*'] }));
    const [FULL, DELTA] = [cutOf(0, WHOLE), cutOf(20, { 'index.html': 'dos', 'actas/2.svg': 'B' })];

    it('lays what changed over the cut before it, and sends only that', async () => {
      await bench.runAt(at(5), FULL);
      expect(await bench.runAt(at(25), DELTA)).toMatchObject({
        kind: 'published',
        sentFiles: 2,
        copiedFiles: 3,
      });
      expect(await contentsOf(20, DELTA)).toEqual({ ...WHOLE, 'index.html': 'dos', 'actas/2.svg': 'B' });
      expect(await manifestOf(20, DELTA)).toMatchObject({ base: idOf(0, FULL) });
      expect(await manifestOf(0, FULL)).not.toHaveProperty('base');
    });

    it('takes the first package for the whole cut, and refuses it where it is none', async () => {
      const partial = cutOf(0, { 'index.html': 'uno' });
      expect(await bench.runAt(at(5), partial)).toMatchObject({
        kind: 'refused',
        error: { code: 'CUT_INCOMPLETE', params: { package: partial.name, file: 'actas/*' } },
      });
      expect(await live()).toBeUndefined();
    });

    it('lays it over the newest cut, also where a person rolled back from that one', async () => {
      const LATER = cutOf(40, { 'json/main.json': '{"corte":3}' });
      await bench.runAt(at(5), FULL);
      await bench.runAt(at(25), DELTA);
      await rollBack(store);
      expect(await live()).toBe(idOf(0, FULL));
      expect(await bench.runAt(at(45), LATER)).toMatchObject({ kind: 'published', sentFiles: 1 });
      expect(await contentsOf(40, LATER)).toMatchObject({
        'index.html': 'dos',
        'actas/2.svg': 'B',
        'json/main.json': '{"corte":3}',
      });
    });

    it('lays it over the cut that waits for the opening', async () => {
      const [EARLY, LATER] = [cutOf(-15, WHOLE), cutOf(-5, { 'json/main.json': '[0]' })];
      expect(await bench.runAt('2027-06-06T19:46:00-07:00', EARLY)).toMatchObject({ kind: 'held' });
      expect(await bench.runAt('2027-06-06T19:56:00-07:00', LATER)).toMatchObject({ kind: 'held' });
      expect(await contentsOf(-5, LATER)).toEqual({ ...WHOLE, 'json/main.json': '[0]' });
      expect(await manifestOf(-5, LATER)).toMatchObject({ base: idOf(-15, EARLY) });
    });

    it('lays it over the correction from which a person rolled back, of two cuts of one time', async () => {
      const CORRECTED = cutOf(0, { ...WHOLE, 'index.html': 'corregido' });
      await bench.runAt(at(5), FULL);
      await bench.runAt(at(6), CORRECTED);
      await rollBack(store);
      await bench.runAt(at(25), cutOf(20, { 'json/main.json': '{}' }));
      const manifest = await store.readManifest((await live()) ?? '');
      expect(manifest?.base).toBe(idOf(0, CORRECTED));
    });

    it('does not take changes for a whole cut where the cut that they change can’t be read', async () => {
      await bench.runAt(at(5), FULL);
      const read = store.readManifest.bind(store);
      jest
        .spyOn(store, 'readManifest')
        .mockImplementation((each) => (each === idOf(0, FULL) ? Promise.resolve(undefined) : read(each)));
      expect(await bench.runAt(at(25), DELTA)).toMatchObject({
        kind: 'failed',
        error: { code: 'STORE_READ_FAILED', retryable: true },
      });
      expect(await live()).toBe(idOf(0, FULL));
    });

    it('never lays a cut of the election over one of a drill', async () => {
      const drilled = { ...cutOf(0, WHOLE), name: '20270516_1945_PREP_BCS.zip' };
      expect(await bench.runAt('2027-05-16T19:50:00-07:00', drilled)).toMatchObject({ kind: 'held' });
      const first = cutOf(-15, { 'index.html': 'cero', 'actas/9.svg': 'Z' });
      expect(await bench.runAt('2027-06-06T19:46:00-07:00', first)).toMatchObject({ kind: 'held' });
      expect(await contentsOf(-15, first)).toEqual({ 'index.html': 'cero', 'actas/9.svg': 'Z' });
    });

    it('lays it over the cut behind a notice', async () => {
      await bench.runAt(at(5), FULL);
      await raiseNotice(store);
      expect(await bench.runAt(at(25), DELTA)).toMatchObject({ kind: 'published', shown: 'notice' });
      expect(await contentsOf(20, DELTA)).toMatchObject({ 'css/sitio.css': 'c', 'actas/2.svg': 'B' });
    });
  });

  it('sends a whole package’s changes only, against the cut from which a person rolled back', async () => {
    const [ONE, TWO] = [cutOf(0, WHOLE), cutOf(20, { ...WHOLE, 'index.html': 'dos' })];
    const THREE = cutOf(40, { ...WHOLE, 'index.html': 'dos', 'json/main.json': '[3]' });
    await bench.runAt(at(5), ONE);
    await bench.runAt(at(25), TWO);
    await rollBack(store);
    const outcome = await bench.runAt(at(45), THREE);
    expect(outcome).toMatchObject({ kind: 'published', sentFiles: 1, copiedFiles: 3 });
    expect(await manifestOf(40, THREE)).not.toHaveProperty('base');
  });

  it('goes on without a base where the manifests of the named cuts are lost', async () => {
    const [ONE, TWO] = [cutOf(0, WHOLE), cutOf(20, { ...WHOLE, 'index.html': 'dos' })];
    await bench.runAt(at(5), ONE);
    const generation = await live();
    const read = store.readManifest.bind(store);
    jest
      .spyOn(store, 'readManifest')
      .mockImplementation((each) => (each === generation ? Promise.resolve(undefined) : read(each)));
    expect(await bench.runAt(at(25), TWO)).toMatchObject({ kind: 'published', sentFiles: 4, copiedFiles: 0 });
  });

  it.each([
    ['a file', 'bd/*.csv', 'bd/*.csv'],
    ['a file in an archive', 'bd/*.zip!/GUB.csv', 'bd/*.zip!/GUB.csv'],
  ])('refuses a cut that lacks %s, and stages nothing of it', async (_what, pattern, file) => {
    setUp({ mustContain: ['index.html', pattern] });
    const putFile = jest.spyOn(store, 'putFile');
    expect(await bench.runAt(at(5), cutOf(0, WHOLE))).toMatchObject({
      kind: 'refused',
      error: { code: 'CUT_INCOMPLETE', params: { file } },
    });
    expect(putFile).not.toHaveBeenCalled();
  });

  describe('with stable files', () => {
    beforeEach(() => setUp({}, { stablePrefixes: ['/actas/'] }));
    const [ONE, TWO] = [cutOf(0, WHOLE), cutOf(20, { ...WHOLE, 'index.html': 'dos', 'actas/2.svg': 'B' })];
    const placesOf = (path: string): string[] =>
      [...store.objects.keys()].filter((key) => key.endsWith(path));

    it('writes them once, outside of the cuts', async () => {
      await bench.runAt(at(5), ONE);
      await bench.runAt(at(25), TWO);
      const under = idOf(0, ONE);
      expect(placesOf('actas/1.svg')).toEqual([`stable/${under}/actas/1.svg`]);
      expect(placesOf('actas/2.svg')).toEqual([`stable/${under}/actas/2.svg`]);
      expect(await contentsOf(20, TWO)).toMatchObject({ 'actas/1.svg': 'A', 'actas/2.svg': 'B' });
      expect((await store.readPointer()).pointer.stable).toEqual({ under, prefixes: ['/actas/'] });
    });

    it('gives a corrected image a place of its own, so that the older cut keeps its own', async () => {
      const corrected = cutOf(20, { ...WHOLE, 'actas/1.svg': 'A, corregida' });
      await bench.runAt(at(5), ONE);
      await bench.runAt(at(25), corrected);
      expect(await contentsOf(0, ONE)).toMatchObject({ 'actas/1.svg': 'A' });
      expect(await contentsOf(20, corrected)).toMatchObject({ 'actas/1.svg': 'A, corregida' });
      expect((await store.readPointer()).pointer.stable?.under).toBe(idOf(20, corrected));
    });
  });

  describe('that was cut off', () => {
    const CUT = cutOf(0, WHOLE);
    /** The process dies with the call of that number: nothing of what it does later happens. */
    const dieAt = (method: 'putFile' | 'putManifest' | 'movePointer', call: number): void => {
      const original = store[method].bind(store) as (...args: unknown[]) => Promise<void>;
      let calls = 0;
      jest.spyOn(store, method).mockImplementation((...args: unknown[]): Promise<void> => {
        calls += 1;
        if (calls < call) return original(...args);
        return Promise.reject(new DifusorError('STORE_WRITE_FAILED', { path: 'x', reason: 'killed' }));
      });
    };

    it.each([
      ['the first file', 'putFile', 1, 4],
      ['the second file', 'putFile', 2, 3],
      ['the last file', 'putFile', 4, 1],
      ['the manifest', 'putManifest', 1, 0],
      ['the flip', 'movePointer', 1, 0],
    ] as const)('at %s goes on and sends nothing twice', async (_what, method, call, left) => {
      bench.overrides = {
        journal,
        staging: { concurrency: { sends: 1 }, retry: { retries: 0, firstWaitMs: 1 } },
      };
      dieAt(method, call);
      expect(await bench.runAt(at(5), CUT)).toMatchObject({ kind: 'failed' });
      jest.restoreAllMocks();
      const sent = jest.spyOn(store, 'putFile');
      expect(await bench.runAt(at(6), CUT)).toMatchObject({ kind: 'published', sentFiles: left });
      expect(sent).toHaveBeenCalledTimes(left);
      expect(await contentsOf(0, CUT)).toEqual(WHOLE);
    });

    it('sends all again where the journal was lost', async () => {
      dieAt('putManifest', 1);
      await bench.runAt(at(5), CUT);
      jest.restoreAllMocks();
      bench.overrides = {};
      expect(await bench.runAt(at(6), CUT)).toMatchObject({ kind: 'published', sentFiles: 4 });
    });
  });

  describe('with images of actas', () => {
    const actas = { csv: 'bd.csv', column: 'SHA', images: 'actas/*' };
    beforeEach(() => setUp({ actas }));
    const csv = (...images: string[]): string =>
      `CLAVE,SHA\n${images.map((i) => `1,${sha256(i)}`).join('\n')}\n`;

    it('counts those that have not come yet, and publishes', async () => {
      const sample = cutOf(0, { ...WHOLE, 'bd.csv': csv('A', 'B', 'C') });
      expect(await bench.runAt(at(5), sample)).toMatchObject({ kind: 'published', pendingActas: 2 });
    });

    it('counts those that an earlier package brought', async () => {
      setUp({ actas, incremental: true });
      await bench.runAt(at(5), cutOf(0, { ...WHOLE, 'bd.csv': csv('A', 'B', 'C') }));
      const delta = cutOf(20, { 'bd.csv': csv('A', 'B', 'C'), 'actas/2.svg': 'B' });
      expect(await bench.runAt(at(25), delta)).toMatchObject({ kind: 'published', pendingActas: 1 });
    });

    it('publishes images alone over a cut that has the database already', async () => {
      setUp({ actas, incremental: true, digests: { file: 'SUMS', algorithm: 'sha256' } });
      const first = { ...WHOLE, 'bd.csv': csv('A', 'B') };
      const sums = Object.entries(first).map(([path, text]) => `${sha256(text)}  ${path}\n`);
      await bench.runAt(at(5), cutOf(0, { ...first, SUMS: sums.join('') }));
      const outcome = await bench.runAt(at(25), cutOf(20, { 'actas/2.svg': 'B' }));
      expect(outcome).toMatchObject({ kind: 'published', sentFiles: 1 });
      expect(outcome).not.toHaveProperty('pendingActas');
    });

    it('refuses an image that no row knows', async () => {
      const sample = cutOf(0, { ...WHOLE, 'actas/1.svg': 'forjada', 'bd.csv': csv('A') });
      expect(await bench.runAt(at(5), sample)).toMatchObject({
        kind: 'refused',
        error: { code: 'INTEGRITY_ACTA_UNKNOWN', params: { image: 'actas/1.svg' } },
      });
    });

    it('says nothing of them where nobody counts', async () => {
      setUp();
      const outcome: SyncOutcome = await bench.runAt(at(5), cutOf(0, WHOLE));
      expect(outcome).not.toHaveProperty('pendingActas');
    });
  });
});
