import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedPackage } from '../../lib/cut/index.js';
import { DirectoryArchiveStore, MemorySiteStore, type SiteStore } from '../../lib/publish/index.js';
import {
  createSyncLog,
  createSyncWorker,
  type FetchRequest,
  type FetchResult,
  type Source,
  type SyncOutcome,
  type SyncProgress,
  type SyncWorker,
  type SyncWorkerOptions,
} from '../../lib/sync/index.js';
import type { WorkerSettings } from '../../lib/worker-settings.js';
import { linesOf } from './lines.js';
import type { SamplePackage } from './sample-package.js';
import { SETTINGS } from './worker-settings.js';

/** A source without a network: it offers one package, knows its own version of it, and fails when told to. */
export class ScriptedSource implements Source {
  readonly host = 'prep.example.net';
  offered: SamplePackage | undefined;
  /** Packages that wait behind the offered one: each follows when the one before it is released. */
  waiting: readonly SamplePackage[] = [];
  failure: Error | undefined;
  releaseFailure: Error | undefined;
  /** It sends its package each time, whatever the worker knows. */
  forgetful = false;
  tellsTime = false;
  /** What it says that the time is. */
  sourceTime: Date | undefined;
  /** What each request said that it knew. */
  readonly asked: (string | undefined)[] = [];
  /** Names of the packages that it was told to let go of. */
  readonly released: string[] = [];

  fetch({ directory, known }: FetchRequest): Promise<FetchResult> {
    this.asked.push(known?.etag);
    if (this.failure !== undefined) return Promise.reject(this.failure);
    const { sourceTime } = this;
    if (this.offered === undefined) return Promise.resolve({ kind: 'absent', sourceTime });
    const { name, bytes, sha256 } = this.offered;
    if (known?.etag === sha256 && !this.forgetful) return Promise.resolve({ kind: 'unchanged', sourceTime });
    const path = join(directory, name);
    writeFileSync(path, bytes);
    const received = { form: 'archive' as const, name, path, bytes: bytes.length, sha256 };
    const more = this.waiting.length > 0;
    return Promise.resolve({ kind: 'package', received, validators: { etag: sha256 }, sourceTime, more });
  }

  release({ name }: ReceivedPackage): Promise<void> {
    if (this.releaseFailure !== undefined) return Promise.reject(this.releaseFailure);
    this.released.push(name);
    const [next, ...rest] = this.waiting;
    if (next !== undefined) [this.offered, this.waiting] = [next, rest];
    return Promise.resolve();
  }
}

/** A worker with all that it stands on, under a clock that a test sets. */
export class SyncBench {
  readonly source = new ScriptedSource();
  readonly progress: SyncProgress[] = [];
  readonly metrics: Record<string, unknown>[] = [];
  /** What a test gives the worker beside or instead of the usual. */
  overrides: Partial<SyncWorkerOptions> = {};
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

  /** The time that it is for every worker of the bench. */
  readonly clock = (): Date => this.#now;

  /** One run of a fresh worker, as a new process would make it; or of one that goes on. */
  runAt(now: string, offered?: SamplePackage, worker: SyncWorker = this.worker()): Promise<SyncOutcome> {
    this.#now = new Date(now);
    if (offered !== undefined) this.source.offered = offered;
    return worker.runOnce();
  }

  /** A worker as a new process has it. */
  worker(): SyncWorker {
    return createSyncWorker({
      settings: this.settings,
      site: 'prep.example.mx',
      source: this.source,
      store: this.store,
      archive: new DirectoryArchiveStore(this.archiveRoot),
      clock: this.clock,
      workDirectory: this.workDirectory,
      log: createSyncLog(this.#log.destination),
      emitMetrics: (line) => this.metrics.push(JSON.parse(line) as Record<string, unknown>),
      progress: (step) => this.progress.push(step),
      staging: { retry: { retries: 1, firstWaitMs: 1 } },
      ...this.overrides,
    });
  }
}
