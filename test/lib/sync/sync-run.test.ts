import { MemorySiteStore } from '../../../lib/publish/index.js';
import { FIRST, FIRST_ID } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('syncRun in a worker', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
  });

  it('does nothing and writes nothing while the source has nothing new', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    const before = await store.readState();
    const writeState = jest.spyOn(store, 'writeState');
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toEqual({
      kind: 'unchanged',
      generation: FIRST_ID,
    });
    expect(bench.source.asked).toEqual([undefined, FIRST.sha256]);
    expect(writeState).not.toHaveBeenCalled();
    expect(await store.readState()).toBe(before);
  });

  it.each([undefined, '', '{"format":1}', 'torn {'])(
    'knows the live cut again with %p for notes',
    async (notes) => {
      await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
      jest.spyOn(store, 'readState').mockResolvedValueOnce(notes);
      const putFile = jest.spyOn(store, 'putFile');
      expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toEqual({
        kind: 'unchanged',
        generation: FIRST_ID,
      });
      expect(bench.source.asked).toEqual([undefined, undefined]);
      expect(putFile).not.toHaveBeenCalled();
    },
  );

  it('publishes the source’s cut again where the pointer no longer names it', async () => {
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await store.movePointer({ state: 'closed' }, await store.readPointer());
    expect(await bench.runAt('2027-06-06T20:06:00-07:00')).toMatchObject({
      kind: 'published',
      generation: FIRST_ID,
      sentFiles: 0,
    });
  });

  it('waits for the first package until the opening, and calls its absence a failure after it', async () => {
    expect(await bench.runAt('2027-06-06T19:59:00-07:00')).toEqual({
      kind: 'awaiting',
      opensAt: '2027-06-06T20:00:00-07:00',
    });
    expect(await bench.runAt('2027-06-06T20:00:00-07:00')).toMatchObject({
      kind: 'failed',
      error: { code: 'SOURCE_REFUSED', params: { host: 'prep.example.net', status: 404 } },
    });
  });

  it('asks nobody outside its windows, and says when the next begins', async () => {
    expect(await bench.runAt('2027-06-01T12:00:00Z', FIRST)).toEqual({
      kind: 'outside-window',
      nextFrom: '2027-06-06T19:00:00-07:00',
    });
    expect(await bench.runAt('2027-06-09T12:00:00Z')).toEqual({ kind: 'outside-window' });
    expect(bench.source.asked).toEqual([]);
    expect(bench.metrics).toEqual([]);
  });
});
