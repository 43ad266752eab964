import type { CutManifest } from '../../../lib/cut/index.js';
import type { Pointer } from '../../../lib/edge/pointer.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { closeSite, openSite, raiseNotice, withdrawNotice } from '../../../lib/publish/orders.js';
import type { PointerChange } from '../../../lib/publish/set-pointer.js';
import type { PointerSnapshot } from '../../../lib/publish/site-store.js';
import { pointerUnreadable } from '../../../lib/publish/store-errors.js';
import { extractedCut } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const GENERATION = '20240603T032000Z-00000002';
const MEMORY = {
  generation: GENERATION,
  floor: '20240603T034000Z-00000003',
  stable: { under: GENERATION, prefixes: ['/actas/'] },
};
const OPENING = new Date('2024-06-03T03:00:00Z');
const OPEN = { now: OPENING, opensAt: OPENING, rehearsal: undefined };

const ORDERS = {
  raiseNotice,
  withdrawNotice: (store: MemorySiteStore) => withdrawNotice(store, { rehearsal: undefined }),
  closeSite,
  openSite: (store: MemorySiteStore) => openSite(store, OPEN),
};
type Order = keyof typeof ORDERS;

const live: Pointer = { state: 'live', ...MEMORY };
const noticed: Pointer = { state: 'notice', ...MEMORY };
const held: Pointer = { state: 'closed', held: true, ...MEMORY };
const both: Pointer = { state: 'notice', held: true, ...MEMORY };
const closed: Pointer = { state: 'closed' };
const heldEmpty: Pointer = { state: 'closed', held: true };
const noticedEmpty: Pointer = { state: 'notice' };

async function storeWith(pointer: Pointer): Promise<MemorySiteStore> {
  const store = new MemorySiteStore();
  await store.movePointer(pointer, await store.readPointer());
  return store;
}

/** A store whose pointer somebody spoilt, until it is set. */
class SpoiltStore extends MemorySiteStore {
  spoilt = true;

  override async readPointer(): Promise<PointerSnapshot> {
    const snapshot = await super.readPointer();
    if (this.spoilt) throw pointerUnreadable('zz', snapshot.version);
    return snapshot;
  }

  override async movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    await super.movePointer(to, seen);
    this.spoilt = false;
  }
}

describe('the orders of a person', () => {
  const directory = useTemporaryDirectory();

  it.each<[Order, Pointer, Pointer]>([
    ['raiseNotice', live, noticed],
    ['raiseNotice', noticed, noticed],
    ['raiseNotice', held, both],
    ['raiseNotice', closed, noticedEmpty],
    ['withdrawNotice', noticed, live],
    ['withdrawNotice', live, live],
    ['withdrawNotice', both, held],
    ['withdrawNotice', noticedEmpty, closed],
    ['closeSite', live, held],
    ['closeSite', held, held],
    ['closeSite', noticed, both],
    ['closeSite', closed, heldEmpty],
    ['openSite', held, live],
    ['openSite', live, live],
    ['openSite', both, noticed],
    ['openSite', heldEmpty, closed],
    ['openSite', closed, closed],
  ])('%s turns %j into %j, and may be repeated', async (order, from, to) => {
    const store = await storeWith(from);
    const moved = JSON.stringify(from) !== JSON.stringify(to);
    expect(await ORDERS[order](store)).toEqual({ from, to, moved });
    expect(await ORDERS[order](store)).toEqual({ from: to, to, moved: false });
    expect((await store.readPointer()).pointer).toEqual(to);
  });

  it('opens nothing before the opening', async () => {
    const store = await storeWith(held);
    const early = openSite(store, { ...OPEN, now: new Date(OPENING.getTime() - 1) });
    await expect(early).rejects.toMatchObject({
      code: 'OPENING_AHEAD',
      params: { opensAt: '2024-06-03T03:00:00.000Z' },
    });
    expect((await store.readPointer()).pointer).toEqual(held);
  });

  describe('on a cut of a rehearsal', () => {
    const rehearsed = (): CutManifest =>
      extractedCut(directory(), '2024-05-20T03:00:00Z', {}, { rehearsal: true, window: 'rehearsal-1' })
        .manifest;
    const show = {
      'notice off': (store: MemorySiteStore, rehearsal?: string): Promise<PointerChange> =>
        withdrawNotice(store, { rehearsal }),
      open: (store: MemorySiteStore, rehearsal?: string): Promise<PointerChange> =>
        openSite(store, { ...OPEN, rehearsal }),
    };

    it.each([
      ['notice off', 'notice', undefined],
      ['notice off', 'notice', 'rehearsal-2'],
      ['open', 'closed', undefined],
    ] as const)('do not show it as results: %s of a %s site in %s', async (order, state, rehearsal) => {
      const manifest = rehearsed();
      const { generation } = manifest;
      const pointer: Pointer =
        state === 'notice' ? { state, generation } : { state: 'closed', held: true, generation };
      const store = await storeWith(pointer);
      await store.putManifest(manifest);
      await expect(show[order](store, rehearsal)).rejects.toMatchObject({
        code: 'REHEARSAL_AS_LIVE',
        params: { generation, window: 'rehearsal-1' },
      });
      expect((await store.readPointer()).pointer).toEqual(pointer);
    });

    it('show it while that rehearsal is on', async () => {
      const manifest = rehearsed();
      const { generation } = manifest;
      const store = await storeWith({ state: 'notice', generation });
      await store.putManifest(manifest);
      await show['notice off'](store, 'rehearsal-1');
      expect((await store.readPointer()).pointer).toEqual({ state: 'live', generation });
    });
  });

  describe('on a pointer that can’t be read', () => {
    it.each<[Order, Pointer]>([
      ['raiseNotice', { state: 'notice', held: true }],
      ['closeSite', heldEmpty],
    ])('%s replaces it, and leaves the site closed', async (order, to) => {
      const store = new SpoiltStore();
      expect(await ORDERS[order](store)).toEqual({ from: undefined, to, moved: true });
      expect((await store.readPointer()).pointer).toEqual(to);
    });

    it.each<Order>(['withdrawNotice', 'openSite'])('%s says so, and changes nothing', async (order) => {
      const store = new SpoiltStore();
      await expect(ORDERS[order](store)).rejects.toMatchObject({ code: 'POINTER_UNREADABLE' });
      expect(store.spoilt).toBe(true);
    });
  });
});
