import type { Clock } from '../cut/index.js';
import type { ArchiveStore, SiteStore, StageOptions } from '../publish/index.js';
import type { WorkerSettings } from '../worker-settings.js';
import type { Source } from './sources/source.js';
import type { SyncLog } from './sync-log.js';

/** A step that a person who watches is told. */
export type SyncProgress =
  | { readonly step: 'asking'; readonly host: string }
  | { readonly step: 'received'; readonly name: string; readonly bytes: number }
  | { readonly step: 'verified'; readonly files: number; readonly bytes: number }
  | { readonly step: 'staged'; readonly sent: number; readonly copied: number };

/** What one run of the worker stands on. */
export interface SyncContext {
  readonly settings: WorkerSettings;
  readonly source: Source;
  readonly store: SiteStore;
  readonly archive: ArchiveStore;
  readonly clock: Clock;
  readonly log: SyncLog;
  readonly progress: (progress: SyncProgress) => void;
  /** How failed calls to the store are tried again. */
  readonly retry?: StageOptions['retry'];
}
