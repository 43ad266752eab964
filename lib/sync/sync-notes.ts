import { cutTimeOf } from '../cut/index.js';
import { failureOf } from '../failure.js';
import { asOrdered } from './accept-gap.js';
import type { SyncContext } from './sync-context.js';
import { NO_STATE, tryParseSyncState, type SyncState } from './sync-state.js';

/** What is to be noted, or what follows from whatever is noted by then, also by another worker. */
type Change = Partial<SyncState> | ((state: SyncState) => Partial<SyncState>);

/** The worker's notes, read once for a run and written only where they changed. */
export class SyncNotes {
  private constructor(
    private readonly context: SyncContext,
    private stored: string | undefined,
    private current: SyncState,
  ) {}

  static async read(context: SyncContext): Promise<SyncNotes> {
    const stored = await context.store.readState();
    const state = tryParseSyncState(stored) ?? { ...NO_STATE, ...(await gapOf(context)) };
    return new SyncNotes(context, stored, state);
  }

  get state(): SyncState {
    return this.current;
  }

  /** Takes over what another worker has noted since. */
  async refresh(): Promise<void> {
    const stored = await this.context.store.readState();
    const state = tryParseSyncState(stored);
    if (state !== undefined) [this.stored, this.current] = [stored, state];
  }

  /** @returns false where the store could not be read */
  async tryRefresh(): Promise<boolean> {
    try {
      await this.refresh();
      return true;
    } catch (error) {
      this.context.log.warn({ reason: failureOf(error).message }, 'notes not read');
      return false;
    }
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
   * @throws STORE_READ_FAILED, STORE_WRITE_FAILED
   */
  async mustNote(change: Change): Promise<void> {
    const told = (state: SyncState): Partial<SyncState> =>
      typeof change === 'function' ? change(state) : change;
    this.current = { ...this.current, ...told(this.current) };
    if (JSON.stringify(this.current) === this.stored) return;
    // What is missing must not be forgotten because a worker that was paused still knows nothing of it.
    if (this.context.settings.package.incremental === true) {
      await this.refresh();
      this.current = { ...this.current, ...beside(told(this.current), this.current) };
    }
    const text = JSON.stringify(this.current);
    await this.context.store.writeState(text);
    this.stored = text;
  }
}

/** A change as it fits what others have noted meanwhile. */
function beside(change: Partial<SyncState>, stored: SyncState): Partial<SyncState> {
  const { gap } = change;
  const ordered = gap === undefined ? change : { ...change, gap: asOrdered(gap, stored.gap) };
  return withoutOlder(ordered, stored);
}

/** A cut that is held by now must not be forgotten for an older one: nothing else names it. */
function withoutOlder(change: Partial<SyncState>, { package: held }: SyncState): Partial<SyncState> {
  const { package: taken, ...rest } = change;
  if (taken === undefined || held?.fate !== 'held' || held.window !== taken.window) return change;
  return cutTimeOf(taken.generation) < cutTimeOf(held.generation) ? rest : change;
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
