import { cutTimeOf, type CutManifest } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import type { FlipCandidate } from '../publish/index.js';
import type { CutOrigin } from './rehearsal.js';
import type { SyncContext } from './sync-context.js';
import type { SyncState } from './sync-state.js';
import type { Reception } from './take-package.js';

/** What names cuts in a window. */
type Naming = Pick<Reception, 'live' | 'notes' | 'window'>;

/**
 * The cut of this window that the notes alone name: it waits for the opening, or was published and no pointer has it any
 * more, since a worker whose clock was ahead took it for the data of a rehearsal that is over.
 */
export function notedCut({ live: { pointer }, notes: { state }, window }: Naming): string | undefined {
  const { package: taken } = state;
  if (taken?.window !== window.id) return undefined;
  const isNamed = taken.fate === 'held' || (taken.fate === 'published' && pointer.generation === undefined);
  return isNamed ? taken.generation : undefined;
}

/**
 * Refuses a cut that must not follow what the notes alone tell: an older one than they name, or changes to another one.
 * @throws CUT_OLDER_THAN_LIVE, CUT_BASE_MISSING
 */
export function assertMayFollow(cut: FlipCandidate & { readonly packageName: string }, at: Naming): void {
  const { generation, base, packageName } = cut;
  const noted = notedCut(at);
  for (const newer of [noted, barring(generation, at)]) {
    if (newer !== undefined && cutTimeOf(generation) < cutTimeOf(newer))
      throw new DifusorError('CUT_OLDER_THAN_LIVE', { generation, live: newer });
  }
  const follows = noted === undefined || base === undefined || generation === noted || base === noted;
  if (!follows) throw new DifusorError('CUT_BASE_MISSING', { package: packageName, file: base });
}

/** Changes that were begun bar what is older, but for the cut under them: readers get that until they are whole. */
function barring(generation: string, at: Naming): string | undefined {
  const begun = begunIn(at);
  return generation === begun?.base ? undefined : begun?.generation;
}

/** The changes of this window that a worker began to lay over a cut, and may have laid by now. */
export function begunIn({ notes: { state }, window }: Pick<Naming, 'notes' | 'window'>): SyncState['begun'] {
  return state.begun?.window === window.id ? state.begun : undefined;
}

/** What looks, right before a flip, at what stands by then where the pointer tells nothing. */
export function lookBeforeFlip(
  cut: FlipCandidate & { readonly packageName: string },
  at: Naming,
): (from: Pointer) => Promise<void> {
  return async (from) => {
    if (from.generation !== undefined) return;
    await at.notes.refresh();
    assertMayFollow(cut, { ...at, live: { pointer: from, manifest: undefined } });
  };
}

/**
 * The cuts that pointer and notes name, the newest first; of two that are equally old, the one from which a person
 * rolled back came last.
 */
export function namedCuts(at: Naming): string[] {
  const { pointer } = at.live;
  const named = new Set([pointer.floor, pointer.generation, notedCut(at)]);
  return [...named]
    .filter((each) => each !== undefined)
    .sort((a, b) => cutTimeOf(b).getTime() - cutTimeOf(a).getTime());
}

/**
 * The newest cut that the store has whole, of those that are named: the live one, the one from which a person rolled
 * back, and the one that only the notes name. A next cut resembles it most, and an incremental one builds on it; the
 * data of a rehearsal and of an election never mix.
 * @throws STORE_READ_FAILED where changes came, and what they change can't be read: it must not be taken for nothing
 */
export async function newestCut(
  { store, settings }: Pick<SyncContext, 'store' | 'settings'>,
  origin: CutOrigin,
  at: Naming,
): Promise<CutManifest | undefined> {
  const { manifest: live } = at.live;
  for (const each of namedCuts(at)) {
    const manifest = each === live?.generation ? live : await store.readManifest(each);
    if (manifest === undefined && settings.package.incremental === true) throw baseUnreadable(each);
    if (manifest?.window === origin.window && manifest.rehearsal === origin.rehearsal) return manifest;
  }
  return undefined;
}

function baseUnreadable(generation: string): DifusorError {
  return new DifusorError('STORE_READ_FAILED', { path: generation, reason: 'ENOENT' }, { retryable: true });
}
