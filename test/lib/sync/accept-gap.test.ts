import { MemorySiteStore } from '../../../lib/publish/index.js';
import { acceptGap } from '../../../lib/sync/accept-gap.js';
import { SyncNotes } from '../../../lib/sync/sync-notes.js';
import { parseSyncState, type Gap, type MissingPackage } from '../../../lib/sync/sync-state.js';
import { FIRST_ID } from '../../support/night.js';
import { notesOf, putNotes } from '../../support/noted.js';
import { SETTINGS } from '../../support/worker-settings.js';

const package_ = (digit: string, code: string, accepted?: true): MissingPackage => ({
  name: `${digit}.zip`,
  sha256: digit.repeat(64),
  code,
  ...(accepted === undefined ? {} : { accepted }),
});
const DAMAGED = package_('a', 'ARCHIVE_CORRUPT');
const ACCEPTED = package_('a', 'ARCHIVE_CORRUPT', true);
const WAITING = package_('b', 'CUT_GAP');
const DAMAGED_TOO = package_('c', 'ARCHIVE_TRUNCATED');
const gap = (...missing: MissingPackage[]): Gap => ({ window: 'election', over: FIRST_ID, missing });

describe('acceptGap', () => {
  let store: MemorySiteStore;

  beforeEach(() => {
    store = new MemorySiteStore();
  });

  const note = (noted?: Gap): Promise<void> => putNotes(store, JSON.stringify({ format: 1, gap: noted }));
  const noted = async (): Promise<Gap | undefined> => parseSyncState(await notesOf(store)).gap;

  it('does without what was refused, forgets what only waited, and leaves the pointer', async () => {
    await store.movePointer({ state: 'live', generation: FIRST_ID }, await store.readPointer());
    const { pointer } = await store.readPointer();
    await note(gap(DAMAGED, WAITING));
    expect(await acceptGap(store)).toEqual({ from: pointer, to: pointer, moved: true });
    expect(await noted()).toEqual(gap(ACCEPTED));
    expect((await store.readPointer()).pointer).toEqual(pointer);
  });

  it.each<[string, Gap | undefined]>([
    ['nothing is missing', undefined],
    ['a person has accepted all of it already', gap(ACCEPTED)],
    ['a whole package must come first', { window: 'election', missing: [DAMAGED] }],
  ])('writes nothing where %s', async (_, before) => {
    await note(before);
    const write = jest.spyOn(store, 'writeNotes');
    expect(await acceptGap(store)).toMatchObject({ moved: false });
    expect(write).not.toHaveBeenCalled();
  });

  it('writes nothing where there are no notes', async () => {
    expect(await acceptGap(store)).toMatchObject({ moved: false });
    expect(await notesOf(store)).toBeUndefined();
  });

  it('stands where a run of the worker was under way, which goes on to find more', async () => {
    await note(gap(DAMAGED));
    const settings = { ...SETTINGS, package: { ...SETTINGS.package, incremental: true } };
    const notes = await SyncNotes.read({ store, settings } as unknown as Parameters<
      typeof SyncNotes.read
    >[0]);
    await acceptGap(store);
    const found = (missing: readonly MissingPackage[] = []): Gap => gap(...missing, DAMAGED_TOO);
    expect(await notes.note((state) => Promise.resolve({ gap: found(state.gap?.missing) }))).toBe(true);
    expect(await noted()).toEqual(gap(ACCEPTED, DAMAGED_TOO));
    expect(notes.state.gap).toEqual(gap(ACCEPTED, DAMAGED_TOO));
  });

  it('is given again where a run writes its notes at the same moment', async () => {
    await note(gap(DAMAGED));
    const write = store.writeNotes.bind(store);
    jest.spyOn(store, 'writeNotes').mockImplementationOnce(async (text, seen) => {
      await write(JSON.stringify({ format: 1, gap: gap(DAMAGED, WAITING) }), seen);
      return write(text, seen);
    });
    expect(await acceptGap(store)).toMatchObject({ moved: true });
    expect(await noted()).toEqual(gap(ACCEPTED));
  });
});
