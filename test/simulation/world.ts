import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutTimeOf, type ReceivedPackage } from '../../lib/cut/index.js';
import { isDifusorError } from '../../lib/errors.js';
import { MemoryJournal, verifyLines } from '../../lib/journal/index.js';
import {
  closeSite,
  openSite,
  raiseNotice,
  rollBack,
  withdrawNotice,
  type ArchiveStore,
  type SiteStore,
} from '../../lib/publish/index.js';
import {
  createSyncLog,
  createSyncWorker,
  windowAt,
  type FetchRequest,
  type FetchResult,
  type Source,
  type SyncWorker,
} from '../../lib/sync/index.js';
import type { WorkerSettings, WorkerWindow } from '../../lib/worker-settings.js';
import type { Offer } from './institute.js';
import type { SimulatedProcess } from './process.js';
import { folderSource, SimulatedInbox } from './pushed-source.js';
import { archiveThrough, journalThrough, sourceThrough, storeThrough } from './through-process.js';
import { BlindSite, WatchedSite } from './watched-site.js';

/** What a person may order. */
export type Order = 'rollback' | 'notice-on' | 'notice-off' | 'close' | 'open';

export interface WorldOptions {
  readonly settings: WorkerSettings;
  readonly offers: readonly Offer[];
  /** Holds the processes' files. */
  readonly directory: string;
  /**
   * Moves the pointer whatever it is by then, as a worker without compare-and-set would.
   * @default false
   */
  readonly blind?: boolean;
  /**
   * Takes every drill for an election, as a worker without windows would.
   * @default false
   */
  readonly unaware?: boolean;
  /**
   * Where an institute leaves packages of changes.
   * @default every package is whole, and only the newest can be had
   */
  readonly changes?: 'folder' | 'inbox' | undefined;
  /**
   * Takes packages of changes as they come, as a worker that forgets what it refused would.
   * @default false
   */
  readonly forgetful?: boolean;
  /**
   * Writes its notes over those of another worker.
   * @default false
   */
  readonly overwriting?: boolean;
}

/** All that stands outside of the processes: what they die for, and what outlives them. */
export class World {
  readonly site: WatchedSite;
  readonly made: ReadonlyMap<string, Offer>;
  readonly journal: MemoryJournal;
  /** True time. */
  now = new Date(0);
  /** What the institute has at its address. */
  offered: Offer | undefined;
  /** What it has sent so far, in that order. */
  sent: readonly Offer[] = [];
  readonly #inbox = new SimulatedInbox(
    () => this.now,
    () => this.sent,
    ({ generation }) => this.assertArchived(generation),
  );
  /** SHA-256 of each package that was kept, by generation. */
  readonly #archived = new Map<string, string>();

  constructor(private readonly options: WorldOptions) {
    const { offers, settings } = options;
    this.made = new Map(offers.map((offer) => [offer.generation, offer]));
    this.journal = new MemoryJournal(() => this.now);
    this.site = new (options.blind === true ? BlindSite : WatchedSite)({
      now: () => this.now,
      windows: settings.windows,
      made: this.made,
      windowOf: (generation) => windowAt(settings.windows, cutTimeOf(generation)),
    });
  }

  /** A worker whose every effect goes through a process. */
  workerOf(process: SimulatedProcess): SyncWorker {
    return createSyncWorker({
      settings: this.workerSettings(),
      site: 'simulated',
      source: sourceThrough(process, this.source()),
      store: storeThrough(process, this.store()),
      archive: archiveThrough(process, this.archive()),
      journal: journalThrough(process, this.journal),
      clock: () => new Date(this.now.getTime() + process.clockAheadMs),
      monotonicMs: () => this.now.getTime(),
      log: createSyncLog({ write: () => undefined }),
      emitMetrics: () => undefined,
      workDirectory: join(this.options.directory, 'work'),
      staging: { concurrency: { sends: 1, copies: 1 }, retry: { retries: 1, firstWaitMs: 0 } },
    });
  }

  /** The window that is on, else the election's. */
  private get window(): WorkerWindow {
    const { windows } = this.options.settings;
    return windowAt(windows, this.now) ?? electionOf(windows);
  }

  private workerSettings(): WorkerSettings {
    const { settings, unaware } = this.options;
    if (unaware !== true) return settings;
    return { ...settings, windows: settings.windows.map((window) => ({ ...window, kind: 'election' })) };
  }

  /** H2: what a run says that it took is in the archive, byte for byte. */
  assertArchived(generation: string): void {
    if (this.#archived.get(generation) !== this.made.get(generation)?.sha256)
      this.site.violated('H2', `the package of ${generation} is not in the archive`);
  }

  /** H2: the journal is one chain. */
  assertJournal(): void {
    const { breaks } = verifyLines(this.journal.lines);
    if (breaks.length > 0) this.site.violated('H2', 'the journal does not hold');
  }

  /** A person orders something, on a day on which nothing fails; what makes no sense then is refused. */
  async order(order: Order): Promise<void> {
    this.site.ordered = true;
    try {
      await this.carryOut(order);
    } catch (error) {
      if (!isDifusorError(error) || error.code === 'INTERNAL') throw error;
    } finally {
      this.site.ordered = false;
    }
  }

  private carryOut(order: Order): Promise<unknown> {
    switch (order) {
      case 'rollback':
        return rollBack(this.site, { now: this.now });
      case 'notice-on':
        return raiseNotice(this.site);
      case 'notice-off':
        return withdrawNotice(this.site, { rehearsal: rehearsalOf(this.window) });
      case 'close':
        return closeSite(this.site);
      case 'open': {
        const opensAt = new Date(this.window.opensAt);
        return openSite(this.site, { now: this.now, opensAt, rehearsal: rehearsalOf(this.window) });
      }
    }
  }

  /** H5: readers get a cut of this time, whole; or the one that a person chose, until a newer one comes. */
  async assertShown({ generation, cutTime }: Offer): Promise<void> {
    const { pointer } = await this.site.readPointer();
    const barred = pointer.floor !== undefined && cutTimeOf(pointer.floor) >= cutTime;
    if (pointer.state === 'live' && barred) return this.site.assertServed(pointer.generation);
    const shown = pointer.generation === undefined ? undefined : this.made.get(pointer.generation);
    if (pointer.state !== 'live' || shown?.cutTime.getTime() !== cutTime.getTime())
      return this.site.violated('H5', `${generation} is not shown, but ${JSON.stringify(pointer)}`);
    await this.site.assertServed(pointer.generation);
  }

  /** The site; of a worker that forgets what is missing, or writes its notes over those of another. */
  private store(): SiteStore {
    const { forgetful, overwriting } = this.options;
    const write = this.site.writeNotes.bind(this.site);
    if (forgetful === true)
      return this.writingNotes((text, seen) =>
        write(JSON.stringify({ ...(JSON.parse(text) as object), gap: undefined }), seen),
      );
    if (overwriting === true)
      return this.writingNotes(async (text) => write(text, await this.site.readNotes()));
    return this.site;
  }

  private writingNotes(write: SiteStore['writeNotes']): SiteStore {
    return new Proxy<SiteStore>(this.site, {
      get: (site, name) => {
        if (name === 'writeNotes') return write;
        const value: unknown = Reflect.get(site, name);
        return typeof value === 'function' ? (value.bind(site) as unknown) : value;
      },
    });
  }

  private source(): Source {
    const { changes } = this.options;
    if (changes === undefined) return this.address();
    if (changes === 'inbox') return this.#inbox;
    return folderSource(
      () => this.now,
      () => this.sent,
    );
  }

  private address(): Source {
    return {
      host: 'simulated',
      tellsTime: true,
      fetch: ({ directory, known }: FetchRequest): Promise<FetchResult> => {
        const sourceTime = this.now;
        if (this.offered === undefined) return Promise.resolve({ kind: 'absent', sourceTime });
        const { name, bytes, sha256 } = this.offered;
        if (known?.etag === sha256) return Promise.resolve({ kind: 'unchanged', sourceTime });
        const path = join(directory, name);
        writeFileSync(path, bytes);
        const received = { form: 'archive' as const, name, path, bytes: bytes.length, sha256 };
        return Promise.resolve({ kind: 'package', received, validators: { etag: sha256 }, sourceTime });
      },
    };
  }

  private archive(): ArchiveStore {
    return {
      keep: (generation: string, received: ReceivedPackage) => {
        const sha256 = createHash('sha256').update(readFileSync(received.path)).digest('hex');
        if (!this.#archived.has(generation)) this.#archived.set(generation, sha256);
        return Promise.resolve(generation);
      },
    };
  }
}

/** The election's own window. */
export function electionOf(windows: readonly WorkerWindow[]): WorkerWindow {
  const found = windows.find(({ kind }) => kind === 'election');
  if (found === undefined) throw new Error('no election in the settings');
  return found;
}

function rehearsalOf({ kind, id }: WorkerWindow): string | undefined {
  return kind === 'rehearsal' ? id : undefined;
}
