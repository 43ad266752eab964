import { cutTimeOf, type CutManifest } from '../cut/index.js';
import { DifusorError } from '../errors.js';
import type { CutOrigin } from './rehearsal.js';
import type { SyncContext } from './sync-context.js';
import type { Reception } from './take-package.js';

/**
 * The cuts that pointer and notes name, the newest first; of two that are equally old, the one from which a person
 * rolled back came last.
 */
export function namedCuts({
  live: { pointer },
  notes: { state },
}: Pick<Reception, 'live' | 'notes'>): string[] {
  const held = state.package?.fate === 'held' ? state.package.generation : undefined;
  const named = new Set([pointer.floor, pointer.generation, held]);
  return [...named]
    .filter((each) => each !== undefined)
    .sort((a, b) => cutTimeOf(b).getTime() - cutTimeOf(a).getTime());
}

/**
 * The newest cut that the store has whole, of those that are named: the live one, the one from which a person rolled
 * back, and the one that waits for the opening. A next cut resembles it most, and an incremental one builds on it; the
 * data of a rehearsal and of an election never mix.
 * @throws STORE_READ_FAILED where changes came, and what they change can't be read: it must not be taken for nothing
 */
export async function newestCut(
  { store, settings }: Pick<SyncContext, 'store' | 'settings'>,
  origin: CutOrigin,
  at: Pick<Reception, 'live' | 'notes'>,
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
