import type { Clock } from '../clock.js';
import type { Journal } from '../journal/index.js';
import type { ArchiveStore, RetiringStore, SiteStore, StageOptions } from '../publish/index.js';
import type { WorkerSettings } from '../worker-settings.js';
import type { ClockWitness } from './clock-witness.js';
import type { OutsideLook } from './outside/look-from-outside.js';
import type { Source } from './sources/source.js';
import type { SyncLog } from './sync-log.js';

/** A step that a person who watches is told. */
export type SyncProgress =
  | { readonly step: 'asking'; readonly host: string }
  | { readonly step: 'received'; readonly name: string; readonly bytes: number }
  | { readonly step: 'verified'; readonly files: number; readonly bytes: number }
  | { readonly step: 'staged'; readonly sent: number; readonly copied: number }
  | { readonly step: 'looking'; readonly url: string };

/** What one run of the worker stands on. */
export interface SyncContext {
  readonly settings: WorkerSettings;
  readonly source: Source;
  readonly store: SiteStore;
  readonly archive: ArchiveStore;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly clockWitness: ClockWitness;
  readonly log: SyncLog;
  readonly progress: (progress: SyncProgress) => void;
  /** Looks at a published cut as a reader does; absent: nobody looks. */
  readonly lookFromOutside?: OutsideLook | undefined;
  /** How cuts are staged: calls at one time, and how failed ones are tried again. */
  readonly staging?: Pick<StageOptions, 'concurrency' | 'retry'>;
  /** The same store, where cuts that are old enough may be taken away from it. */
  readonly retiring?: RetiringStore;
  /** File in which each run leaves a sign that it ended; absent: somebody else watches the worker. */
  readonly heartbeat?: string;
  /**
   * Marks the site for the journal, as `siteMark` makes it: an archive's journal may have served another site before.
   * @default the journal belongs to this site alone
   */
  readonly siteMark?: string;
}
