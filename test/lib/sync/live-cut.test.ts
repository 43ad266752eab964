import { MemorySiteStore } from '../../../lib/publish/index.js';
import { FIRST_ID, REHEARSED, REHEARSED_ID, SECOND, ZEROS } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('readLiveCut in a run', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
  });

  const pointer = async (): Promise<unknown> => (await store.readPointer()).pointer;

  it.each([
    ['after its window', '2027-05-17T00:00:00-07:00', { state: 'live' }, { state: 'closed' }],
    ['in the election', '2027-06-06T19:30:00-07:00', { state: 'live' }, { state: 'closed' }],
    ['behind a notice', '2027-06-06T19:30:00-07:00', { state: 'notice' }, { state: 'notice' }],
  ] as const)('is taken away %s', async (_what, now, { state }, expected) => {
    await bench.runAt('2027-05-16T20:05:00-07:00', REHEARSED);
    await store.movePointer({ state, generation: REHEARSED_ID }, await store.readPointer());
    await bench.runAt(now);
    expect(await pointer()).toEqual(expected);
  });

  it('is taken away by its time where its manifest is lost', async () => {
    await store.movePointer({ state: 'live', generation: REHEARSED_ID }, await store.readPointer());
    await bench.runAt('2027-06-06T19:30:00-07:00', ZEROS);
    expect(await pointer()).toEqual({ state: 'closed' });
  });

  it('goes on publishing where the manifest of the live cut is lost', async () => {
    await store.movePointer({ state: 'live', generation: FIRST_ID }, await store.readPointer());
    expect(await bench.runAt('2027-06-06T20:25:00-07:00', SECOND)).toMatchObject({
      kind: 'published',
      sentFiles: 6,
    });
    expect(bench.logLines()).toContainEqual(expect.objectContaining({ msg: 'live cut without manifest' }));
  });
});
