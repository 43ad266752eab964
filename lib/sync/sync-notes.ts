import { failureOf } from '../failure.js';
import type { SyncContext } from './sync-context.js';
import { parseSyncState, type SyncState } from './sync-state.js';

/** The worker's notes, read once for a run and written only where they changed. */
export class SyncNotes {
  private constructor(
    private readonly context: SyncContext,
    private stored: string | undefined,
    private current: SyncState,
  ) {}

  static async read(context: SyncContext): Promise<SyncNotes> {
    const stored = await context.store.readState();
    return new SyncNotes(context, stored, parseSyncState(stored));
  }

  get state(): SyncState {
    return this.current;
  }

  /** Notes something down; a store that fails to keep it costs work, so the run goes on. */
  async note(change: Partial<SyncState>): Promise<void> {
    this.current = { ...this.current, ...change };
    const text = JSON.stringify(this.current);
    if (text === this.stored) return;
    try {
      await this.context.store.writeState(text);
      this.stored = text;
    } catch (error) {
      this.context.log.warn({ reason: failureOf(error).message }, 'notes not kept');
    }
  }
}
