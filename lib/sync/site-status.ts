import type { Pointer } from '../edge/pointer.js';
import type { SiteStore } from '../publish/index.js';
import type { WorkerSettings, WorkerWindow } from '../worker-settings.js';
import { freshnessOf, type Freshness } from './freshness.js';
import { parseSyncState, type Trouble } from './sync-state.js';
import { windowAt } from './window.js';

/** A site at one instant. */
export interface SiteStatus {
  readonly pointer: Pointer;
  /** The window that is on; absent outside of all. */
  readonly window?: WorkerWindow;
  readonly freshness: Freshness;
  /** What keeps the worker from its work; absent while its runs end well. */
  readonly trouble?: Trouble;
}

const NOT_MEASURED: Freshness = { state: 'waiting', ageSeconds: 0, lagSeconds: 0 };

/**
 * Reads what a site shows and how fresh that is. Outside of a window nothing ages.
 * @param silence of the worker, where its host can tell; goes before what it noted itself
 * @throws STORE_READ_FAILED, POINTER_UNREADABLE
 */
export async function readStatus(
  store: SiteStore,
  settings: WorkerSettings,
  now: Date,
  silence?: Trouble,
): Promise<SiteStatus> {
  const { pointer } = await store.readPointer();
  const trouble = silence ?? parseSyncState((await store.readNotes()).text).trouble;
  const window = windowAt(settings.windows, now);
  return {
    pointer,
    ...(window === undefined ? {} : { window }),
    freshness: window === undefined ? NOT_MEASURED : freshnessOf({ pointer, trouble }, window, settings, now),
    ...(trouble === undefined ? {} : { trouble }),
  };
}
