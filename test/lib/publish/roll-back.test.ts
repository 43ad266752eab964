import { cutTimeOf, type CutManifest } from '../../../lib/cut/index.js';
import type { Pointer } from '../../../lib/edge/pointer.js';
import { DryRunSiteStore } from '../../../lib/publish/dry-run-site-store.js';
import { flipPointer } from '../../../lib/publish/flip-pointer.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { rollBack } from '../../../lib/publish/roll-back.js';
import type { PointerSnapshot, SiteStore } from '../../../lib/publish/site-store.js';
import { pointerUnreadable } from '../../../lib/publish/store-errors.js';

const [A, B, C, D] = [
  '20240603T030000Z-0000000a',
  '20240603T032000Z-0000000b',
  '20240603T034000Z-0000000c',
  '20240603T040000Z-0000000d',
] as const;
const UNKNOWN = '20240603T031000Z-ffffffff';

function manifest(generation: string, head: Partial<CutManifest> = {}): CutManifest {
  return {
    format: 1,
    generation,
    cutTime: '2024-06-03T03:00:00Z',
    packageName: 'package.zip',
    packageSha256: '0'.repeat(64),
    window: 'election',
    rehearsal: false,
    files: [],
    ...head,
  };
}

async function storeWith(pointer: Pointer, ...manifests: CutManifest[]): Promise<MemorySiteStore> {
  const store = new MemorySiteStore();
  for (const each of manifests) await store.putManifest(each);
  await store.movePointer(pointer, await store.readPointer());
  return store;
}

const live = (generation: string, floor?: string): Pointer => ({
  state: 'live',
  generation,
  ...(floor === undefined ? {} : { floor }),
});
const chain = [manifest(A), manifest(B, { supersedes: A }), manifest(C, { supersedes: B })];

/** The same store, to whom nobody may go for a list or a removal. */
function withoutRetirement(store: SiteStore): SiteStore {
  return {
    readPointer: () => store.readPointer(),
    movePointer: (to, seen) => store.movePointer(to, seen),
    readManifest: (generation) => store.readManifest(generation),
    putManifest: (each) => store.putManifest(each),
    putFile: (generation, file, source) => store.putFile(generation, file, source),
    copyFile: (generation, file, from) => store.copyFile(generation, file, from),
    readNotes: () => store.readNotes(),
    writeNotes: (text, seen) => store.writeNotes(text, seen),
  };
}

describe('rollBack', () => {
  it('leads readers to the cut that the live one superseded, and bars the live one', async () => {
    const store = await storeWith(live(C), ...chain);
    expect(await rollBack(withoutRetirement(store))).toEqual({ from: live(C), to: live(B, C), moved: true });
    await expect(flipPointer(store, { generation: C })).rejects.toMatchObject({
      code: 'CUT_ROLLED_BACK',
      params: { generation: C, floor: C },
    });
    await flipPointer(store, { generation: D });
    expect((await store.readPointer()).pointer).toEqual(live(D));
  });

  it('lets a corrected package of the barred cut’s time through, fetched since', async () => {
    const store = await storeWith(live(C), ...chain);
    await rollBack(store);
    const corrected = C.replace('0000000c', '0000cccc');
    await flipPointer(store, { generation: corrected, supersedes: B });
    expect((await store.readPointer()).pointer).toEqual(live(corrected));
  });

  it('lets no cut bar others that is dated after the present', async () => {
    const store = await storeWith(live(C), ...chain);
    const beforeC = new Date(cutTimeOf(C).getTime() - 6 * 60_000);
    expect((await rollBack(store, { now: beforeC })).to).toEqual(live(B));
    const again = await storeWith(live(C), ...chain);
    const justBeforeC = new Date(cutTimeOf(C).getTime() - 4 * 60_000);
    expect((await rollBack(again, { now: justBeforeC })).to).toEqual(live(B, C));
  });

  it('keeps the newest floor when it is ordered twice', async () => {
    const store = await storeWith(live(C), ...chain);
    await rollBack(store);
    expect((await rollBack(store)).to).toEqual(live(A, C));
    await expect(rollBack(store)).rejects.toMatchObject({ code: 'NOTHING_TO_ROLL_BACK' });
  });

  it('passes over a cut that is gone, along the chain or by time', async () => {
    const far = manifest(D, { supersedes: C });
    const store = await storeWith(live(D), manifest(A), manifest(B), far);
    expect((await rollBack(store)).to).toEqual(live(B, D));
    const chained = await storeWith(live(D), manifest(A), far);
    const order = rollBack(withoutRetirement(chained));
    await expect(order).rejects.toMatchObject({ code: 'NOTHING_TO_ROLL_BACK' });
  });

  it('leads to the cut that is named, with its stable files', async () => {
    const stable = { under: A, prefixes: ['/actas/'] };
    const store = await storeWith(live(C), manifest(A, { stable }), ...chain.slice(1));
    expect((await rollBack(store, { to: A })).to).toEqual({ ...live(A, C), stable });
    expect(await rollBack(store, { to: A })).toMatchObject({ moved: false });
  });

  it('takes an order back: the floor goes with the return to it', async () => {
    const store = await storeWith(live(C), ...chain);
    await rollBack(store, { to: A });
    expect((await rollBack(store, { to: B })).to).toEqual(live(B, C));
    expect((await rollBack(store, { to: C })).to).toEqual(live(C));
  });

  it.each<[Pointer, Pointer]>([
    [
      { state: 'notice', generation: C },
      { state: 'notice', generation: B, floor: C },
    ],
    [
      { state: 'closed', held: true, generation: C },
      { state: 'closed', held: true, generation: B, floor: C },
    ],
    [
      { state: 'notice', held: true, generation: C },
      { state: 'notice', held: true, generation: B, floor: C },
    ],
  ])('changes what stands behind %j, and leaves what readers see', async (from, to) => {
    const store = await storeWith(from, ...chain);
    expect((await rollBack(store)).to).toEqual(to);
  });

  it.each<[string, Pointer]>([
    ['a site that never opened', { state: 'closed' }],
    ['a notice before the opening', { state: 'notice' }],
  ])('shows nothing on %s', async (_what, pointer) => {
    const store = await storeWith(pointer, ...chain);
    for (const to of [undefined, A]) {
      await expect(rollBack(store, { to })).rejects.toMatchObject({ code: 'NOTHING_TO_ROLL_BACK' });
    }
  });

  it('names the cut that is not there', async () => {
    const store = await storeWith(live(C), ...chain);
    await expect(rollBack(store, { to: UNKNOWN })).rejects.toMatchObject({
      code: 'CUT_NOT_FOUND',
      params: { generation: UNKNOWN },
    });
  });

  describe('with cuts of a rehearsal', () => {
    const rehearsal = { rehearsal: true, window: 'rehearsal-1' };

    it('never shows one as results', async () => {
      const store = await storeWith(live(C), manifest(A, rehearsal), manifest(C, { supersedes: A }));
      await expect(rollBack(store, { to: A })).rejects.toMatchObject({
        code: 'REHEARSAL_AS_LIVE',
        params: { generation: A, window: 'rehearsal-1' },
      });
      await expect(rollBack(store)).rejects.toMatchObject({ code: 'NOTHING_TO_ROLL_BACK' });
    });

    it('never shows one in the place of a live cut that is lost', async () => {
      const store = await storeWith(live(C), manifest(A, rehearsal));
      await expect(rollBack(store, { to: A })).rejects.toMatchObject({ code: 'REHEARSAL_AS_LIVE' });
    });

    it('goes back inside the same rehearsal', async () => {
      const store = await storeWith(
        live(C),
        manifest(A, { ...rehearsal, window: 'rehearsal-0' }),
        manifest(B, rehearsal),
        manifest(C, rehearsal),
      );
      await expect(rollBack(store, { to: A })).rejects.toMatchObject({ code: 'REHEARSAL_AS_LIVE' });
      expect((await rollBack(store)).to).toEqual(live(B, C));
    });
  });

  it('stops where another cut went live meanwhile: the order was about what a person saw', async () => {
    const store = await storeWith(live(C), ...chain, manifest(D, { supersedes: C }));
    const inner = store.movePointer.bind(store);
    let raced = false;
    store.movePointer = async (to: Pointer, seen: PointerSnapshot) => {
      if (!raced) await inner(live(D), seen);
      raced = true;
      return inner(to, seen);
    };
    await expect(rollBack(store)).rejects.toMatchObject({ code: 'POINTER_MOVED', retryable: true });
    expect((await store.readPointer()).pointer).toEqual(live(D));
  });

  it('goes on where only a notice went up meanwhile', async () => {
    const store = await storeWith(live(C), ...chain);
    const inner = store.movePointer.bind(store);
    let raced = false;
    store.movePointer = async (to: Pointer, seen: PointerSnapshot) => {
      if (!raced) await inner({ state: 'notice', generation: C }, seen);
      raced = true;
      return inner(to, seen);
    };
    expect((await rollBack(store)).to).toEqual({ state: 'notice', generation: B, floor: C });
  });

  it('replaces a pointer that can’t be read by the cut that is named, and keeps the site closed', async () => {
    const store = await storeWith(live(C), ...chain);
    const { version } = await store.readPointer();
    const read = jest.spyOn(store, 'readPointer');
    read.mockRejectedValue(pointerUnreadable('zz', version));
    await expect(rollBack(store)).rejects.toMatchObject({ code: 'POINTER_UNREADABLE' });
    const { to } = await rollBack(store, { to: B });
    expect(to).toEqual({ state: 'closed', held: true, generation: B });
    read.mockRestore();
    expect((await store.readPointer()).pointer).toEqual(to);
  });

  it('works on a dry run as on the store itself', async () => {
    const store = await storeWith(live(C), manifest(B), manifest(C));
    expect((await rollBack(new DryRunSiteStore(store))).to).toEqual(live(B, C));
    expect((await store.readPointer()).pointer).toEqual(live(C));
  });
});
