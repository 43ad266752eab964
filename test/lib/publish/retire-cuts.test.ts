import { join } from 'node:path';
import type { Pointer } from '../../../lib/edge/pointer.js';
import { openDirectorySiteStore } from '../../../lib/publish/directory-site-store.js';
import { publishCut } from '../../../lib/publish/index.js';
import { MemorySiteStore } from '../../../lib/publish/memory-site-store.js';
import { retireCuts } from '../../../lib/publish/retire-cuts.js';
import { rollBack } from '../../../lib/publish/roll-back.js';
import type { KeptCut, RetiringStore } from '../../../lib/publish/site-store.js';
import { extractedCut } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const HOUR = 60 * 60 * 1000;
const START = Date.parse('2024-06-03T03:00:00Z');
const hours = (count: number): Date => new Date(START + count * HOUR);
const NIGHT = ['2024-06-03T03:00:00Z', '2024-06-03T03:20:00Z', '2024-06-03T03:40:00Z'] as const;

/** A store of which only what it lists counts. */
class ListedStore extends MemorySiteStore {
  constructor(private readonly cuts: readonly KeptCut[]) {
    super();
  }

  override listCuts(): Promise<readonly KeptCut[]> {
    return Promise.resolve(this.cuts);
  }
}

async function listed(pointer: Pointer, cuts: Record<string, Date>): Promise<RetiringStore> {
  const store = new ListedStore(
    Object.entries(cuts).map(([generation, idleSince]) => ({ generation, idleSince })),
  );
  await store.movePointer(pointer, await store.readPointer());
  return store;
}

const [A, B, C] = [
  '20240603T030000Z-0000000a',
  '20240603T032000Z-0000000b',
  '20240603T034000Z-0000000c',
] as const;
const live = (generation: string): Pointer => ({ state: 'live', generation });

describe('retireCuts', () => {
  const directory = useTemporaryDirectory();

  it.each<[string, Pointer, Record<string, Date>, Date, string[]]>([
    ['old enough', live(C), { [A]: hours(1), [B]: hours(2), [C]: hours(2) }, hours(26.1), [A, B]],
    ['one of them old enough', live(C), { [A]: hours(1), [B]: hours(2), [C]: hours(2) }, hours(25.5), [A]],
    ['young', live(C), { [A]: hours(1), [B]: hours(2), [C]: hours(2) }, hours(24.9), []],
    ['as new as the live one', live(B), { [A]: hours(90), [B]: hours(2), [C]: hours(2) }, hours(99), []],
    ['older, and no cut is named', { state: 'closed' }, { [A]: hours(1), [B]: hours(2) }, hours(99), []],
    ['behind a notice', { state: 'notice', generation: B }, { [A]: hours(1), [B]: hours(2) }, hours(99), [A]],
  ])('takes away cuts that are %s', async (_what, pointer, cuts, now, gone) => {
    const store = await listed(pointer, cuts);
    const removed = jest.spyOn(store, 'removeCut');
    expect(await retireCuts(store, { now, hours: 24 })).toEqual(gone);
    expect(removed.mock.calls.flat()).toEqual(gone);
  });

  it('keeps the floor and what it is told to spare', async () => {
    const store = await listed({ ...live(C), floor: A }, { [A]: hours(1), [B]: hours(1), [C]: hours(1) });
    expect(await retireCuts(store, { now: hours(99), hours: 24, spare: [B] })).toEqual([]);
    expect(await retireCuts(store, { now: hours(99), hours: 24 })).toEqual([B]);
  });

  it.each([0, -1, 23, Number.NaN])(
    'keeps every cut for a day, also where it is told %p hours',
    async (few) => {
      const store = await listed(live(B), { [A]: hours(1), [B]: hours(1) });
      expect(await retireCuts(store, { now: hours(24.9), hours: few })).toEqual([]);
    },
  );

  it('does not believe a move that is older than the cut that came of it', async () => {
    const store = await listed(live(C), { [A]: hours(-48), [B]: hours(-48), [C]: hours(-48) });
    expect(await retireCuts(store, { now: hours(24.2), hours: 24 })).toEqual([]);
    expect(await retireCuts(store, { now: hours(24.5), hours: 24 })).toEqual([A]);
  });

  it('does not take a clock that went back for age', async () => {
    const store = await listed(live(B), { [A]: hours(30), [B]: hours(30) });
    expect(await retireCuts(store, { now: hours(1), hours: 24 })).toEqual([]);
  });

  it.each(['memory', 'a directory'])('follows the moves of the pointer in %s', async (kind) => {
    let now = hours(0);
    const clock = (): Date => now;
    const store =
      kind === 'memory'
        ? new MemorySiteStore(clock)
        : await openDirectorySiteStore(join(directory(), 'site'), { clock });
    const generations: string[] = [];
    for (const [index, cutTime] of NIGHT.entries()) {
      now = hours(index * 10);
      const cut = extractedCut(directory(), cutTime, { 'a.css': cutTime });
      const { manifest } = await publishCut(store, cut, { cacheControl: [], base: undefined, hold: false });
      generations.push(manifest.generation);
    }
    const retireAt = (hour: number): Promise<readonly string[]> =>
      retireCuts(store, { now: hours(hour), hours: 24 });
    expect(await retireAt(33.9)).toEqual([]);
    expect(await retireAt(34.1)).toEqual([generations[0]]);
    expect(await retireAt(34.1)).toEqual([]);
    now = hours(40);
    await rollBack(store);
    expect(await retireAt(999)).toEqual([]);
    now = hours(50);
    await rollBack(store, { to: generations[2] });
    expect(await retireAt(73.9)).toEqual([]);
    expect(await retireAt(74.1)).toEqual([generations[1]]);
    expect(await store.readManifest(generations[1] ?? '')).toBeUndefined();
    expect(await store.readManifest(generations[2] ?? '')).toBeDefined();
  });
});
