import { basename, join, resolve } from 'node:path';
import {
  ARCHIVE_LIMITS,
  lookAtTree,
  safePackageName,
  snapshotTree,
  sourceChanged,
  type ArchiveLimits,
  type TreeLook,
} from '../../cut/index.js';
import { DifusorError } from '../../errors.js';
import { fileClockNs } from './file-clock.js';
import { openInbox } from './inbox-files.js';
import type { InboxNotes } from './inbox-notes.js';
import { inboxNotes, type InboxSourceOptions } from './inbox-options.js';
import { refusedTree } from './refused-tree.js';
import type { FetchRequest, FetchResult, InboxStatus, Source } from './source.js';

/** Name under which the whole tree is noted; no file can have it. */
const WHOLE = '.';

/**
 * A folder of this host that is the site itself, pushed over and over. A snapshot counts only where nothing in the
 * folder changed from before its first byte to after its last.
 *
 * A marker is whole when it is the last that changed: one that is older than anything else in the tree is of the push
 * before. It is part of the site, unless it is empty or hidden.
 */
export class InboxTreeSource implements Source {
  readonly host: string;
  readonly #options: InboxSourceOptions;
  readonly #notes: InboxNotes;
  readonly #limits: ArchiveLimits;

  /** @throws SETTINGS_INVALID for `rename`: no name tells when the last file of a tree has come */
  constructor(options: InboxSourceOptions) {
    if (options.location.complete.when === 'rename') {
      throw new DifusorError('SETTINGS_INVALID', { reason: 'source.complete' });
    }
    this.host = options.location.path;
    this.#options = options;
    this.#notes = inboxNotes(options);
    this.#limits = {
      ...ARCHIVE_LIMITS,
      maxBytes: Math.min(ARCHIVE_LIMITS.maxBytes, options.package.maxBytes),
    };
  }

  /** Refused for ARCHIVE_ENTRY_…, ARCHIVE_TOO_LARGE and the like, already for the tree as it stands in the inbox. */
  async fetch(request: FetchRequest): Promise<FetchResult> {
    try {
      return await this.#fetch(request);
    } catch (error) {
      const { directory } = request;
      return refusedTree(error, { name: this.#name(), from: this.host, directory, link: false });
    }
  }

  async #fetch({ directory, known }: FetchRequest): Promise<FetchResult> {
    const nowNs = await fileClockNs(directory);
    const before = await this.#look(nowNs);
    const whole = await this.#isWhole(before);
    if (before.fingerprint === known?.etag) return { kind: 'unchanged' };
    if (!whole) return { kind: 'absent' };

    const path = join(directory, 'tree');
    const taken = await snapshotTree(this.host, path, {
      link: false,
      without: this.#apart(before),
      limits: this.#limits,
    });
    const after = await this.#look(nowNs);
    if (after.fingerprint !== before.fingerprint) throw sourceChanged(this.host);
    return {
      kind: 'package',
      received: { form: 'tree', name: this.#name(), path, ...taken },
      validators: { etag: before.fingerprint },
    };
  }

  #name(): string {
    return safePackageName(basename(resolve(this.host)));
  }

  /** @throws as `fetch` */
  async status(): Promise<InboxStatus> {
    const look = await this.#look();
    const whole = await this.#isWhole(look);
    return { ready: whole ? 1 : 0, unfinished: whole || look.files === 0 ? 0 : 1, kept: 0, odd: 0 };
  }

  async #look(nowNs?: bigint): Promise<TreeLook> {
    await (await openInbox(this.host)).close();
    return lookAtTree(this.host, { marker: this.#marker(), nowNs, limits: this.#limits });
  }

  async #isWhole(look: TreeLook): Promise<boolean> {
    const { complete } = this.#options.location;
    if (look.files === 0) return false;
    if (complete.when !== 'quiet') return look.marked;
    await this.#notes.load();
    const quietMs = this.#notes.quietMs(WHOLE, look.fingerprint);
    await this.#notes.save();
    return quietMs >= complete.seconds * 1000;
  }

  #marker(): string | undefined {
    const { complete } = this.#options.location;
    return complete.when === 'marker' ? complete.marker : undefined;
  }

  /** A marker that is nothing but a mark stays out of the site. */
  #apart({ markerBytes }: TreeLook): string | undefined {
    const marker = this.#marker();
    return marker !== undefined && (markerBytes === 0 || marker.startsWith('.')) ? marker : undefined;
  }
}
