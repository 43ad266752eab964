import { DifusorError } from '../../../lib/errors.js';
import type { Pointer } from '../../../lib/edge/pointer.js';
import { flipPointer } from '../../../lib/publish/flip-pointer.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import type { PointerSnapshot } from '../../../lib/publish/site-store.js';

const EARLIER = '20240603T030000Z-00000001';
const CUT = '20240603T032000Z-00000002';
const LATER = '20240603T034000Z-00000003';
const live = (generation: string): Pointer => ({ state: 'live', generation });

/** A store in which something happens at each move, before the move itself. */
class DisturbedStore extends MemorySiteStore {
  moves = 0;

  constructor(private readonly disturb: (store: MemorySiteStore, move: number) => Promise<void>) {
    super();
  }

  override async movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    this.moves += 1;
    await this.disturb(this, this.moves);
    await super.movePointer(to, seen);
  }

  async set(to: Pointer): Promise<void> {
    await super.movePointer(to, await this.readPointer());
  }
}

describe('flipPointer', () => {
  it('moves the pointer once', async () => {
    const store = new DisturbedStore(() => Promise.resolve());
    expect(await flipPointer(store, { generation: CUT })).toEqual({ moved: true, pointer: live(CUT) });
    expect(store.moves).toBe(1);
  });

  it('leaves a pointer alone that is there already', async () => {
    const store = new DisturbedStore(() => Promise.resolve());
    await store.set(live(CUT));
    expect(await flipPointer(store, { generation: CUT })).toEqual({ moved: false, pointer: live(CUT) });
    expect(store.moves).toBe(0);
  });

  it('refuses to set an older cut over a newer one', async () => {
    const store = new MemorySiteStore();
    await store.movePointer(live(LATER), await store.readPointer());
    await expect(flipPointer(store, { generation: CUT })).rejects.toMatchObject({
      code: 'CUT_OLDER_THAN_LIVE',
      params: { generation: CUT, live: LATER },
    });
  });

  it('runs a lost race again against the pointer of the winner', async () => {
    const store: DisturbedStore = new DisturbedStore(async (_, move) => {
      if (move === 1) await store.set(live(EARLIER));
    });
    expect(await flipPointer(store, { generation: CUT })).toEqual({ moved: true, pointer: live(CUT) });
    expect(store.moves).toBe(2);
  });

  it('yields to a newer cut that won the race', async () => {
    const store: DisturbedStore = new DisturbedStore(() => store.set(live(LATER)));
    await expect(flipPointer(store, { generation: CUT })).rejects.toMatchObject({
      code: 'CUT_OLDER_THAN_LIVE',
    });
    expect((await store.readPointer()).pointer).toEqual(live(LATER));
  });

  it('keeps a notice that went up during the race', async () => {
    const store: DisturbedStore = new DisturbedStore(async (_, move) => {
      if (move === 1) await store.set({ state: 'notice', generation: EARLIER });
    });
    const { pointer } = await flipPointer(store, { generation: CUT });
    expect(pointer).toEqual({ state: 'notice', generation: CUT });
  });

  it('gives up a race without end', async () => {
    const store: DisturbedStore = new DisturbedStore(async () =>
      store.set((await store.readPointer()).pointer),
    );
    await expect(flipPointer(store, { generation: CUT })).rejects.toMatchObject({ code: 'POINTER_MOVED' });
    expect(store.moves).toBe(5);
  });

  it.each(['POINTER_MOVED', 'STORE_WRITE_FAILED'] as const)(
    'finds a move that landed though its answer was %s',
    async (code) => {
      const store: DisturbedStore = new DisturbedStore(async () => {
        await store.set(live(CUT));
        throw new DifusorError(code);
      });
      expect(await flipPointer(store, { generation: CUT })).toEqual({ moved: true, pointer: live(CUT) });
      expect(store.moves).toBe(1);
    },
  );

  it('passes on a failure after which the pointer still stands', async () => {
    const store = new DisturbedStore(() => Promise.reject(new DifusorError('STORE_WRITE_FAILED')));
    await expect(flipPointer(store, { generation: CUT })).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
    });
    expect((await store.readPointer()).pointer).toEqual({ state: 'closed' });
  });
});
