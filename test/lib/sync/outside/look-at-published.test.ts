import { DifusorError } from '../../../../lib/errors.js';
import { MemoryJournal } from '../../../../lib/journal/index.js';
import { MemorySiteStore } from '../../../../lib/publish/index.js';
import type { OutsideLook } from '../../../../lib/sync/index.js';
import { FIRST, FIRST_ID, SECOND, SECOND_ID, ZEROS } from '../../../support/night.js';
import { SyncBench } from '../../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { SETTINGS } from '../../../support/worker-settings.js';

const URL = 'https://prep.example.mx';
const MISMATCH = new DifusorError('OUTSIDE_MISMATCH', { url: URL, generation: FIRST_ID });

describe('lookAtPublished in a worker', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;
  let journal: MemoryJournal;
  let looked: string[];

  /** Has the worker look, and find what a test wants it to. */
  const lookingWith = (sight: OutsideLook): void => {
    bench.overrides = {
      journal,
      lookFromOutside: (manifest) => {
        looked.push(manifest.generation);
        return sight(manifest);
      },
    };
  };
  const seen = (): unknown[] => journal.events.filter(({ event }) => event === 'seen');
  const outsideFailures = (): unknown[] => bench.metrics.map(({ OutsideFailures }) => OutsideFailures);

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store, { ...SETTINGS, publicUrl: URL });
    journal = new MemoryJournal(bench.clock);
    looked = [];
    lookingWith(() => Promise.resolve({ kind: 'seen', files: 6 }));
  });

  it('looks once after each flip, and says so to one who watches', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await bench.runAt('2027-06-06T20:06:00-07:00');
    await bench.runAt('2027-06-06T20:25:00-07:00', SECOND);
    expect(looked).toEqual([FIRST_ID, SECOND_ID]);
    expect(seen()).toEqual(looked.map((generation) => ({ event: 'seen', generation, files: 6 })));
    expect(outsideFailures()).toEqual([0, undefined, 0]);
    expect(bench.progress).toContainEqual({ step: 'looking', url: URL });
  });

  it('looks at a held cut once it is shown, not before', async () => {
    await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS);
    expect(looked).toEqual([]);
    await bench.runAt('2027-06-06T20:00:00-07:00');
    expect(looked).toHaveLength(1);
  });

  it.each(['notice', 'closed'] as const)('does not look behind a site that is on %s', async (state) => {
    await store.movePointer({ state, held: true }, await store.readPointer());
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ shown: state });
    expect(looked).toEqual([]);
    expect(outsideFailures()).toEqual([undefined]);
  });

  it('leaves what is published, whatever is seen, and raises the alarm', async () => {
    lookingWith(() => Promise.resolve({ kind: 'not-seen', files: 6, error: MISMATCH }));
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
    expect((await store.readPointer()).pointer).toEqual({ state: 'live', generation: FIRST_ID });
    expect(seen()).toEqual([expect.objectContaining({ code: 'OUTSIDE_MISMATCH' })]);
    expect(outsideFailures()).toEqual([1]);
    expect(bench.metrics[0]).toMatchObject({ SyncFailures: 0, CutsPublished: 1 });
    expect(bench.logLines()).toContainEqual(
      expect.objectContaining({ level: 50, msg: 'OUTSIDE_MISMATCH', generation: FIRST_ID }),
    );
  });

  it.each([
    ['another cut', { state: 'live', generation: SECOND_ID }],
    ['a notice', { state: 'notice', generation: FIRST_ID }],
  ] as const)('says nothing where %s took the place meanwhile', async (_what, pointer) => {
    lookingWith(async () => {
      await store.movePointer(pointer, await store.readPointer());
      return { kind: 'not-seen', files: 6, error: MISMATCH };
    });
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    expect(looked).toEqual([FIRST_ID]);
    expect({ seen: seen(), failures: outsideFailures() }).toEqual({ seen: [], failures: [undefined] });
    expect(bench.logLines()).not.toContainEqual(expect.objectContaining({ level: 50 }));
  });

  it('goes on where the look itself breaks', async () => {
    lookingWith(() => Promise.reject(new TypeError('no such thing')));
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
    expect(bench.logLines()).toContainEqual(
      expect.objectContaining({ level: 40, msg: 'look from outside failed', reason: 'no such thing' }),
    );
    expect(seen()).toEqual([]);
  });

  it('has nothing to compare with where the manifest is gone', async () => {
    const read = store.readManifest.bind(store);
    jest.spyOn(store, 'readManifest').mockImplementation(async (generation) => {
      const { pointer } = await store.readPointer();
      return pointer.state === 'live' ? undefined : read(generation);
    });
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
    expect(looked).toEqual([]);
  });
});
