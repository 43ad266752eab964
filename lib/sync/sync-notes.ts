import { cutTimeOf } from '../cut/index.js';
import { failureOf } from '../failure.js';
import type { NotesSnapshot } from '../publish/index.js';
import { changeNotes } from './change-notes.js';
import type { SyncContext } from './sync-context.js';
import { NO_STATE, tryParseSyncState, type SyncState } from './sync-state.js';

/**
 * What is to be noted, or what follows from whatever is noted by then. What is missing is always the latter: a worker that
 * was paused must not undo what another has found since.
 */
type Change = Partial<Omit<SyncState, 'gap'>> | ((state: SyncState) => Promise<Partial<SyncState>>);

const NAMED: readonly string[] = ['held', 'published'];

/** The worker's notes, read once for a run and written only where they changed. */
export class SyncNotes {
  private constructor(
    private readonly context: SyncContext,
    private stored: NotesSnapshot,
    private current: SyncState,
  ) {}

  static async read(context: SyncContext): Promise<SyncNotes> {
    const stored = await context.store.readNotes();
    const state = tryParseSyncState(stored.text) ?? { ...NO_STATE, ...(await gapOf(context)) };
    return new SyncNotes(context, stored, state);
  }

  get state(): SyncState {
    return this.current;
  }

  /** Takes over what another worker has noted since. */
  async refresh(): Promise<void> {
    this.take(await this.context.store.readNotes());
  }

  /**
   * Notes something down; a store that fails to keep it costs work, so the run goes on.
   * @returns whether it was kept
   */
  async note(change: Change): Promise<boolean> {
    try {
      await this.mustNote(change);
      return true;
    } catch (error) {
      this.context.log.warn({ reason: failureOf(error).message }, 'notes not kept');
      return false;
    }
  }

  /**
   * Notes down what nothing else will know.
   * @throws STORE_READ_FAILED, STORE_WRITE_FAILED, NOTES_MOVED when others kept writing meanwhile
   */
  async mustNote(change: Change): Promise<void> {
    const { store } = this.context;
    this.stored = await changeNotes(store, this.stored, async (seen) => {
      if (seen !== this.stored) this.take(seen);
      const told = typeof change === 'function' ? await change(this.current) : change;
      this.current = { ...this.current, ...withoutOlder(told, this.current) };
      return this.current;
    });
  }

  private take(stored: NotesSnapshot): void {
    this.stored = stored;
    this.current = tryParseSyncState(stored.text) ?? this.current;
  }
}

/** A cut that is held or published by now must not be forgotten for an older one: nothing else may name it. */
function withoutOlder(change: Partial<SyncState>, { package: noted }: SyncState): Partial<SyncState> {
  const { package: taken, ...rest } = change;
  if (taken === undefined || noted?.window !== taken.window || !NAMED.includes(noted.fate)) return change;
  return cutTimeOf(taken.generation) < cutTimeOf(noted.generation) ? rest : change;
}

/** What lost notes would have said of missing packages, by the journal. */
async function gapOf({ settings, journal }: SyncContext): Promise<Pick<SyncState, 'gap'>> {
  if (settings.package.incremental !== true) return {};
  const last = await journal.lastGap();
  if (last === undefined || last.missing.length === 0) return {};
  const { window, over } = last;
  const missing = last.missing.map(({ package: name, ...rest }) => ({ name, ...rest }));
  return { gap: { window, over, missing } };
}
