import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import { changeNotes } from '../../../lib/sync/change-notes.js';
import { NO_STATE, parseSyncState, type SyncState } from '../../../lib/sync/sync-state.js';
import { notesOf, putNotes } from '../../support/noted.js';

const troubled = (code: string): SyncState => ({
  ...NO_STATE,
  trouble: { since: '2027-06-07T03:00:00.000Z', code },
});

describe('changeNotes', () => {
  let store: MemorySiteStore;

  beforeEach(() => {
    store = new MemorySiteStore();
  });

  /** Another process writes right before each of the first few writes. */
  const interrupt = (times: number): jest.SpyInstance => {
    const write = store.writeNotes.bind(store);
    let interrupted = 0;
    return jest.spyOn(store, 'writeNotes').mockImplementation(async (text, seen) => {
      if (interrupted < times) {
        interrupted += 1;
        await write(JSON.stringify(troubled(`OTHER_${interrupted}`)), await store.readNotes());
      }
      return write(text, seen);
    });
  };
  const append = ({ text }: { readonly text: string | undefined }): SyncState =>
    troubled(`${parseSyncState(text).trouble?.code ?? 'NONE'}_MINE`);

  it('writes what follows from the notes, and returns what stands', async () => {
    const written = await changeNotes(store, await store.readNotes(), append);
    expect(written).toEqual(await store.readNotes());
    expect(await notesOf(store)).toBe(JSON.stringify(troubled('NONE_MINE')));
  });

  it('follows what another process wrote meanwhile', async () => {
    interrupt(2);
    await changeNotes(store, await store.readNotes(), append);
    expect(await notesOf(store)).toBe(JSON.stringify(troubled('OTHER_2_MINE')));
  });

  it('writes nothing where nothing changes, also by what another process wrote', async () => {
    await putNotes(store, JSON.stringify(troubled('SAME')));
    const write = jest.spyOn(store, 'writeNotes');
    await changeNotes(store, await store.readNotes(), () => troubled('SAME'));
    expect(write).not.toHaveBeenCalled();
  });

  it('gives up where others keep writing', async () => {
    const write = interrupt(Infinity);
    await expect(changeNotes(store, await store.readNotes(), append)).rejects.toMatchObject({
      code: 'NOTES_MOVED',
      retryable: true,
    });
    expect(write).toHaveBeenCalledTimes(5);
  });

  it('takes a write that happened and is told as failed for done', async () => {
    const write = store.writeNotes.bind(store);
    jest.spyOn(store, 'writeNotes').mockImplementationOnce(async (text, seen) => {
      await write(text, seen);
      throw new DifusorError('STORE_WRITE_FAILED');
    });
    const same = (): SyncState => troubled('MINE');
    expect(await changeNotes(store, await store.readNotes(), same)).toEqual(await store.readNotes());
  });

  it('tells a write that failed and did not happen', async () => {
    jest.spyOn(store, 'writeNotes').mockRejectedValue(new DifusorError('STORE_WRITE_FAILED'));
    const change = changeNotes(store, await store.readNotes(), append);
    await expect(change).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
    jest.spyOn(store, 'readNotes').mockRejectedValue(new DifusorError('STORE_READ_FAILED'));
    await expect(changeNotes(store, { text: undefined, version: '0' }, append)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
    });
  });

  it('takes a race that was lost to its own write for done', async () => {
    const write = store.writeNotes.bind(store);
    jest.spyOn(store, 'writeNotes').mockImplementationOnce(async (text, seen) => {
      await write(text, seen);
      return write(text, seen);
    });
    const same = (): SyncState => troubled('MINE');
    expect(await changeNotes(store, await store.readNotes(), same)).toEqual(await store.readNotes());
  });
});
