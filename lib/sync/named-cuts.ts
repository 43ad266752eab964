import { cutTimeOf, type CutManifest } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import type { CutOrigin } from './rehearsal.js';
import type { SyncContext } from './sync-context.js';
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
