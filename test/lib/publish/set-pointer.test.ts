import type { Pointer } from '../../../lib/edge/pointer.js';
import { DifusorError } from '../../../lib/errors.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { setPointer } from '../../../lib/publish/set-pointer.js';
import { pointerUnreadable } from '../../../lib/publish/store-errors.js';

const LIVE: Pointer = {
  state: 'live',
  generation: '20240603T030000Z-00000001',
  floor: '20240603T032000Z-00000002',
  stable: { under: '20240603T030000Z-00000001', prefixes: ['/actas/'] },
};
const CLOSED: Pointer = { state: 'closed' };

describe('setPointer', () => {
  let store: MemorySiteStore;
  beforeEach(() => {
    store = new MemorySiteStore();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('sets what was decided of what was read', async () => {
    const decide = jest.fn(() => LIVE);
    expect(await setPointer(store, decide)).toEqual({ from: CLOSED, to: LIVE, moved: true });
    expect(decide.mock.calls).toEqual([[CLOSED]]);
  });

  it('moves nothing where the pointer is as decided, whatever the order of its keys', async () => {
    await setPointer(store, () => LIVE);
    const move = jest.spyOn(store, 'movePointer');
    const shuffled = Object.fromEntries(Object.entries(LIVE).reverse()) as unknown as Pointer;
    expect(await setPointer(store, () => shuffled)).toEqual({ from: LIVE, to: LIVE, moved: false });
    expect(move).not.toHaveBeenCalled();
  });

  it('finds a move that landed though its answer was lost', async () => {
    const move = store.movePointer.bind(store);
    jest.spyOn(store, 'movePointer').mockImplementation(async (to, seen) => {
      await move(to, seen);
      throw new DifusorError('STORE_WRITE_FAILED');
    });
    expect(await setPointer(store, () => LIVE)).toMatchObject({ moved: true });
  });

  it('decides anew after a lost race, five times at most', async () => {
    const decide = jest.fn(() => LIVE);
    jest.spyOn(store, 'movePointer').mockRejectedValue(new DifusorError('POINTER_MOVED'));
    await expect(setPointer(store, decide)).rejects.toMatchObject({ code: 'POINTER_MOVED' });
    expect(decide).toHaveBeenCalledTimes(5);
  });

  it('passes on what the decision throws, and tries no more', async () => {
    const decide = jest.fn(() => {
      throw new DifusorError('POINTER_MOVED');
    });
    await expect(setPointer(store, decide)).rejects.toMatchObject({ code: 'POINTER_MOVED' });
    expect(decide).toHaveBeenCalledTimes(1);
  });

  it('replaces a pointer that can’t be read only where it may', async () => {
    const { version } = await store.readPointer();
    jest.spyOn(store, 'readPointer').mockRejectedValue(pointerUnreadable('zz', version));
    await expect(setPointer(store, () => LIVE)).rejects.toMatchObject({ code: 'POINTER_UNREADABLE' });
    const decide = jest.fn(() => LIVE);
    const change = await setPointer(store, decide, { overUnreadable: true });
    expect(change).toEqual({ from: undefined, to: LIVE, moved: true });
    expect(decide.mock.calls).toEqual([[{ state: 'closed', held: true }]]);
  });

  it('passes on that the store does not answer, though it may replace', async () => {
    jest.spyOn(store, 'readPointer').mockRejectedValue(new DifusorError('STORE_READ_FAILED'));
    const change = setPointer(store, () => LIVE, { overUnreadable: true });
    await expect(change).rejects.toMatchObject({ code: 'STORE_READ_FAILED' });
  });
});
