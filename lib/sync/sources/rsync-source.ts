import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  ARCHIVE_LIMITS,
  hashTree,
  lookAtTree,
  safePackageName,
  snapshotTree,
  sourceChanged,
  type ArchiveLimits,
  type Snapshot,
} from '../../cut/index.js';
import type { PackageSettings } from '../../worker-settings.js';
import { rsyncArguments } from './rsync-arguments.js';
import { withRsyncCache } from './rsync-cache.js';
import { isNoSuchFolder, rsyncFailure } from './rsync-failure.js';
import { runProcess } from './rsync-process.js';
import { RsyncReport } from './rsync-report.js';
import { refusedTree } from './refused-tree.js';
import { assertRsyncVersion } from './rsync-version.js';
import { prepareRsyncWay, type RsyncWay, type RsyncWayOptions } from './rsync-way.js';
import type { FetchRequest, FetchResult, Source } from './source.js';
import { DEFAULT_TIMEOUTS, type SourceTimeouts } from './timeouts.js';
import { sourceUnreachable } from './source-unreachable.js';

export interface RsyncSourceOptions extends RsyncWayOptions {
  readonly package: Pick<PackageSettings, 'maxBytes'>;
  /**
   * Folder in which the source may keep what it pulled from run to run.
   * @default it transfers everything each time
   */
  readonly cacheDirectory?: string | undefined;
  /** @default 10 s to connect, 30 s for the handshake, 30 s between two chunks, 5 minutes in all */
  readonly timeouts?: Partial<SourceTimeouts> | undefined;
  /**
   * Name or path of the program.
   * @default rsync, wherever this host has it
   */
  readonly command?: string | undefined;
}

interface Run {
  readonly directory: string;
  /** Where the credentials are for as long as the run takes. */
  readonly keys: string;
  readonly cache: string;
  readonly signal: AbortSignal;
}

type Pulled = 'absent' | 'same' | 'changed';

/** Pulls until one finds nothing more to bring: only then was the source the same for as long as it was read. */
const MOST_PULLS = 3;

/**
 * Pulls a plain tree with the `rsync` of this host, over ssh to a host whose key is pinned, or from a daemon in clear
 * text. It pulls into a folder that it keeps, and hands over a snapshot of hard links, which no later pull can change.
 */
export class RsyncSource implements Source {
  readonly host: string;
  readonly #options: RsyncSourceOptions;
  readonly #timeouts: SourceTimeouts;
  readonly #limits: ArchiveLimits;
  #versionIsFit = false;
  /** What the folder was found to hold when it was last read. */
  #read: { readonly fingerprint: string; readonly sha256: string } | undefined;

  constructor(options: RsyncSourceOptions) {
    this.host = options.location.host;
    this.#options = options;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.#limits = {
      ...ARCHIVE_LIMITS,
      maxBytes: Math.min(ARCHIVE_LIMITS.maxBytes, options.package.maxBytes),
    };
  }

  /** @throws SOURCE_TOOL_MISSING, SOURCE_TOOL_TOO_OLD, SOURCE_HOST_KEY_CHANGED */
  async fetch(request: FetchRequest): Promise<FetchResult> {
    const { directory } = request;
    const { cacheDirectory } = this.#options;
    const signal = AbortSignal.timeout(this.#timeouts.totalMs);
    const keys = await mkdtemp(join(directory, '.keys-'));
    try {
      const waitMs = this.#timeouts.headersMs;
      return await withRsyncCache({ host: this.host, cacheDirectory, directory, waitMs }, (cache) =>
        this.#fetch(request, { directory, keys, cache, signal }),
      );
    } catch (error) {
      throw this.#timedOut(error);
    } finally {
      await rm(keys, { recursive: true, force: true });
      if (cacheDirectory === undefined) await rm(join(directory, 'rsync'), { recursive: true, force: true });
    }
  }

  /** What is taken of a tree that is refused may have files of an earlier one: a pull that is stopped mixes them. */
  async #fetch(request: FetchRequest, run: Run): Promise<FetchResult> {
    try {
      return await this.#take(request, run);
    } catch (error) {
      const { cache: from, directory, signal } = run;
      return refusedTree(error, { name: this.#name(), from, directory, link: true, signal });
    }
  }

  async #take({ known }: FetchRequest, run: Run): Promise<FetchResult> {
    await this.#assertVersion(run);
    const way = await prepareRsyncWay(this.#options, run.keys, this.#timeouts);
    const pulled = await this.#pullAll(way, run);
    const look = await lookAtTree(run.cache, { limits: this.#limits });
    if (pulled === 'absent' || look.files === 0) return { kind: 'absent' };
    if (pulled === 'same' && (await this.#sha256(look.fingerprint, run)) === known?.etag) {
      return { kind: 'unchanged' };
    }
    const path = join(run.directory, 'tree');
    const taken = await snapshotTree(run.cache, path, {
      link: true,
      limits: this.#limits,
      signal: run.signal,
    });
    if (taken.sha256 === known?.etag) {
      await rm(path, { recursive: true });
      return { kind: 'unchanged' };
    }
    return this.#package(path, taken);
  }

  #package(path: string, taken: Snapshot): FetchResult {
    return {
      kind: 'package',
      received: { form: 'tree', name: this.#name(), path, ...taken },
      validators: { etag: taken.sha256 },
    };
  }

  #name(): string {
    return safePackageName(basename(this.#options.location.path));
  }

  async #pullAll(way: RsyncWay, run: Run): Promise<Pulled> {
    for (let pull = 0; pull < MOST_PULLS; pull += 1) {
      const report = await this.#pull(way, run);
      if (report === undefined) return 'absent';
      if (report.changes === 0) return pull === 0 ? 'same' : 'changed';
    }
    throw sourceChanged(this.#options.location.path);
  }

  /** @returns `undefined` where the source has no such folder */
  async #pull({ from, via }: RsyncWay, { keys, cache, signal }: Run): Promise<RsyncReport | undefined> {
    const { maxBytes, maxEntries } = this.#limits;
    const report = new RsyncReport({ maxBytes, maxEntries });
    const idleSeconds = Math.ceil(this.#timeouts.idleMs / 1000);
    const { status, said } = await runProcess({
      command: this.#command(),
      args: rsyncArguments({ from, into: cache, via, maxFileBytes: maxBytes, idleSeconds }),
      cwd: keys,
      signal,
      onLine: (line) => report.read(line),
    });
    const { path } = this.#options.location;
    const end = { host: this.host, from: path, into: cache, status, said, bytes: report.bytes };
    if (isNoSuchFolder(end)) return undefined;
    if (status !== 0) throw rsyncFailure(end);
    return report;
  }

  /** The digest of what was pulled, read anew only where something touched it since. */
  async #sha256(fingerprint: string, { cache, signal }: Run): Promise<string> {
    if (this.#read?.fingerprint === fingerprint) return this.#read.sha256;
    const { sha256 } = await hashTree(cache, { limits: this.#limits, signal });
    this.#read = { fingerprint, sha256 };
    return sha256;
  }

  async #assertVersion({ keys, signal }: Run): Promise<void> {
    if (this.#versionIsFit) return;
    const lines: string[] = [];
    await runProcess({
      command: this.#command(),
      args: ['--version'],
      cwd: keys,
      signal,
      onLine: (line) => lines.push(line),
    });
    assertRsyncVersion(lines[0] ?? '');
    this.#versionIsFit = true;
  }

  #command(): string {
    return this.#options.command ?? 'rsync';
  }

  #timedOut(error: unknown): unknown {
    if (!(error instanceof DOMException) || error.name !== 'TimeoutError') return error;
    return sourceUnreachable({ host: this.host, reason: error.name }, error);
  }
}
