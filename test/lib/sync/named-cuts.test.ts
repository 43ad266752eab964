import type { CutManifest } from '../../../lib/cut/index.js';
import type { Pointer } from '../../../lib/edge/pointer.js';
import { MemorySiteStore } from '../../../lib/publish/index.js';
import type { LiveCut } from '../../../lib/sync/live-cut.js';
import { namedCuts, newestCut } from '../../../lib/sync/named-cuts.js';
import type { SyncNotes } from '../../../lib/sync/sync-notes.js';
import type { TakenPackage } from '../../../lib/sync/sync-state.js';
import type { WorkerWindow } from '../../../lib/worker-settings.js';
import { FIRST, FIRST_ID, REHEARSED_ID, SECOND_ID, ZEROS_ID } from '../../support/night.js';
import { SETTINGS } from '../../support/worker-settings.js';

const ELECTION = { window: 'election', rehearsal: false };
const WINDOW = { id: 'election' } as WorkerWindow;
/** Of the same instant as the first, and other bytes. */
const CORRECTED_ID = `${FIRST_ID.slice(0, -8)}00000000`;

type Named = Parameters<typeof namedCuts>[0];

/** What a run knows of a pointer and of the package that its notes have. */
function knowing(
  pointer: Pick<Pointer, 'generation'> & { readonly floor?: string },
  taken?: Pick<TakenPackage, 'generation' | 'fate'> & { readonly window?: string },
  manifest?: CutManifest,
): Named {
  const live = { pointer: { state: 'live', ...pointer }, manifest } as LiveCut;
  const state = taken === undefined ? {} : { package: { window: WINDOW.id, ...taken } };
  return { live, notes: { state } as SyncNotes, window: WINDOW };
}

describe('namedCuts', () => {
  it.each<[string, Named, readonly string[]]>([
    ['none where nothing was published', knowing({}), []],
    ['the live one', knowing({ generation: FIRST_ID }), [FIRST_ID]],
    [
      'the one from which a person rolled back, before the older live one',
      knowing({ generation: FIRST_ID, floor: SECOND_ID }),
      [SECOND_ID, FIRST_ID],
    ],
    [
      'the one from which a person rolled back, before one as old',
      knowing({ generation: FIRST_ID, floor: CORRECTED_ID }),
      [CORRECTED_ID, FIRST_ID],
    ],
    ['one that waits for the opening', knowing({}, { generation: ZEROS_ID, fate: 'held' }), [ZEROS_ID]],
    [
      'none for what the notes say was published where readers get another',
      knowing({ generation: FIRST_ID }, { generation: SECOND_ID, fate: 'published' }),
      [FIRST_ID],
    ],
    [
      'one that was published and was taken away again',
      knowing({}, { generation: SECOND_ID, fate: 'published' }),
      [SECOND_ID],
    ],
    [
      'none that was refused as one of a rehearsal',
      knowing({}, { generation: SECOND_ID, fate: 'rehearsal' }),
      [],
    ],
    [
      'none of another window, whose manifests may be gone by now',
      knowing({}, { generation: REHEARSED_ID, fate: 'held', window: 'rehearsal-1' }),
      [],
    ],
    [
      'one cut once',
      knowing({ generation: FIRST_ID, floor: FIRST_ID }, { generation: FIRST_ID, fate: 'held' }),
      [FIRST_ID],
    ],
  ])('are %s', (_, known, expected) => {
    expect(namedCuts(known)).toEqual(expected);
  });
});

describe('newestCut', () => {
  let store: MemorySiteStore;

  beforeEach(() => {
    store = new MemorySiteStore();
  });

  const manifestOf = (generation: string, origin = ELECTION): CutManifest => ({
    format: 1,
    generation,
    cutTime: '2027-06-07T03:00:00.000Z',
    packageName: FIRST.name,
    packageSha256: FIRST.sha256,
    files: [],
    ...origin,
  });
  const stored = async (generation: string, origin = ELECTION): Promise<CutManifest> => {
    await store.putManifest(manifestOf(generation, origin));
    return manifestOf(generation, origin);
  };
  const newest = (known: Named, incremental?: true): Promise<CutManifest | undefined> => {
    const settings = { ...SETTINGS, package: { ...SETTINGS.package, ...(incremental && { incremental }) } };
    return newestCut({ store, settings }, ELECTION, known);
  };

  it('is the one from which a person rolled back, though an older one is live', async () => {
    const live = await stored(FIRST_ID);
    const left = await stored(SECOND_ID);
    expect(await newest(knowing({ generation: FIRST_ID, floor: SECOND_ID }, undefined, live))).toEqual(left);
  });

  it('is read once: the live one’s manifest is at hand', async () => {
    const read = jest.spyOn(store, 'readManifest');
    const live = manifestOf(FIRST_ID);
    expect(await newest(knowing({ generation: FIRST_ID }, undefined, live))).toBe(live);
    expect(read).not.toHaveBeenCalled();
  });

  it('is never of a rehearsal where a cut of the election is asked for', async () => {
    const rehearsed = await stored(REHEARSED_ID, { window: 'rehearsal-1', rehearsal: true });
    expect(await newest(knowing({ generation: REHEARSED_ID }, undefined, rehearsed))).toBeUndefined();
    const held = await stored(ZEROS_ID);
    const waiting = { generation: ZEROS_ID, fate: 'held' } as const;
    expect(await newest(knowing({ generation: REHEARSED_ID }, waiting, rehearsed))).toEqual(held);
  });

  it('is the next older one where a manifest is lost and packages are whole', async () => {
    const older = await stored(FIRST_ID);
    expect(await newest(knowing({ generation: FIRST_ID, floor: SECOND_ID }, undefined, older))).toEqual(
      older,
    );
  });

  it('is not taken for another where a manifest is lost and packages hold changes', async () => {
    const older = await stored(FIRST_ID);
    const known = knowing({ generation: FIRST_ID, floor: SECOND_ID }, undefined, older);
    await expect(newest(known, true)).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      params: { path: SECOND_ID },
      retryable: true,
    });
  });
});
