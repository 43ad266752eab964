import { join } from 'node:path';
import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { parseSyncState } from '../../../lib/sync/sync-state.js';
import { FIRST, SECOND, SECOND_ID, ZEROS } from '../../support/night.js';
import { SyncBench } from '../../support/sync-bench.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('the notes of a run', () => {
  const directory = useTemporaryDirectory();
  let store: MemorySiteStore;
  let bench: SyncBench;

  beforeEach(() => {
    store = new MemorySiteStore();
    bench = new SyncBench(directory(), store);
  });

  it('publishes though its notes can’t be kept', async () => {
    jest.spyOn(store, 'writeNotes').mockRejectedValue(new DifusorError('STORE_WRITE_FAILED'));
    expect(await bench.runAt('2027-06-06T20:05:00-07:00', FIRST)).toMatchObject({ kind: 'published' });
  });

  it('leaves at its source a cut that waits for the opening and that no note names', async () => {
    const write = jest.spyOn(store, 'writeNotes').mockRejectedValue(new DifusorError('STORE_WRITE_FAILED'));
    expect(await bench.runAt('2027-06-06T19:50:00-07:00', ZEROS)).toMatchObject({
      kind: 'failed',
      error: { code: 'STORE_WRITE_FAILED' },
    });
    expect(bench.source.released).toEqual([]);
    write.mockRestore();
    expect(await bench.runAt('2027-06-06T19:51:00-07:00')).toMatchObject({ kind: 'held', sentBytes: 0 });
    expect(bench.source.released).toEqual([ZEROS.name]);
  });

  it('writes them only where they changed', async () => {
    const writeNotes = jest.spyOn(store, 'writeNotes');
    bench.source.forgetful = true;
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    await bench.runAt('2027-06-06T20:06:00-07:00');
    await bench.runAt('2027-06-06T20:07:00-07:00');
    expect(writeNotes).toHaveBeenCalledTimes(1);
  });

  it('never name an older cut than another worker published since', async () => {
    const other = new SyncBench(join(directory(), 'other'), store);
    const move = store.movePointer.bind(store);
    jest.spyOn(store, 'movePointer').mockImplementationOnce(async (to, seen) => {
      await move(to, seen);
      await other.runAt('2027-06-06T20:25:00-07:00', SECOND);
    });
    await bench.runAt('2027-06-06T20:05:00-07:00', FIRST);
    expect(parseSyncState((await store.readNotes()).text).package?.generation).toBe(SECOND_ID);
  });
});
