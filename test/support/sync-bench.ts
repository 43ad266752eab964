import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DirectoryArchiveStore, MemorySiteStore, type SiteStore } from '../../lib/publish/index.js';
import {
  createSyncLog,
  createSyncWorker,
  type FetchRequest,
  type FetchResult,
  type Source,
  type SyncOutcome,
  type SyncProgress,
} from '../../lib/sync/index.js';
import type { WorkerSettings } from '../../lib/worker-settings.js';
import { linesOf } from './lines.js';
import type { SamplePackage } from './sample-package.js';
import { SETTINGS } from './worker-settings.js';

/** A source without a network: it offers one package, knows its own version of it, and fails when told to. */
export class ScriptedSource implements Source {
  readonly host = 'prep.example.net';
  offered: SamplePackage | undefined;
  failure: Error | undefined;
  /** It sends its package each time, whatever the worker knows. */
  forgetful = false;
  /** What each request said that it knew. */
  readonly asked: (string | undefined)[] = [];

  fetch({ directory, known }: FetchRequest): Promise<FetchResult> {
    this.asked.push(known?.etag);
    if (this.failure !== undefined) return Promise.reject(this.failure);
    if (this.offered === undefined) return Promise.resolve({ kind: 'absent' });
    const { name, bytes, sha256 } = this.offered;
    if (known?.etag === sha256 && !this.forgetful) return Promise.resolve({ kind: 'unchanged' });
    const path = join(directory, name);
    writeFileSync(path, bytes);
    const received = { name, path, bytes: bytes.length, sha256 };
    return Promise.resolve({ kind: 'package', received, validators: { etag: sha256 } });
  }
}

/** A worker with all that it stands on, under a clock that a test sets. */
export class SyncBench {
  readonly source = new ScriptedSource();
  readonly progress: SyncProgress[] = [];
  readonly metrics: Record<string, unknown>[] = [];
  readonly #log = linesOf();
  #now = new Date(0);

  constructor(
    readonly directory: string,
    readonly store: SiteStore = new MemorySiteStore(),
    readonly settings: WorkerSettings = SETTINGS,
  ) {}

  get archiveRoot(): string {
    return join(this.directory, 'archive');
  }

  get workDirectory(): string {
    return join(this.directory, 'work');
  }

  logLines(): unknown[] {
    return this.#log.lines();
  }

  /** One run of a fresh worker, as a new process would make it. */
  runAt(now: string, offered?: SamplePackage): Promise<SyncOutcome> {
    this.#now = new Date(now);
    if (offered !== undefined) this.source.offered = offered;
    return createSyncWorker({
      settings: this.settings,
      site: 'prep.example.mx',
      source: this.source,
      store: this.store,
      archive: new DirectoryArchiveStore(this.archiveRoot),
      clock: () => this.#now,
      workDirectory: this.workDirectory,
      log: createSyncLog(this.#log.destination),
      emitMetrics: (line) => this.metrics.push(JSON.parse(line) as Record<string, unknown>),
      progress: (step) => this.progress.push(step),
      retry: { retries: 1, firstWaitMs: 1 },
    }).runOnce();
  }
}
