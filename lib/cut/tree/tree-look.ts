import { createHash } from 'node:crypto';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../archive/archive-limits.js';
import { fileMark } from './file-mark.js';
import { HeldDirectory } from './held-directory.js';
import { treeReadFailure, walkTree, type WalkedFolder } from './tree-walk.js';

/** A tree as it stands, told without reading a file of it. */
export interface TreeLook {
  /** Differs as soon as any file in the tree is written, replaced, added or removed. */
  readonly fingerprint: string;
  /** Files in it, the marker apart. */
  readonly files: number;
  /** Bytes of the marker; absent where there is none. */
  readonly markerBytes: number | undefined;
  /** Whether the marker is there and is the last that changed; false where no marker was asked for. */
  readonly marked: boolean;
}

export interface TreeLookOptions {
  /** Name of a file at the root that its pusher writes last. */
  readonly marker?: string | undefined;
  /** The present in nanoseconds, by the clock that dates the tree's files; a change after it is not believed. */
  readonly nowNs?: bigint | undefined;
  /** @default the archive policy's */
  readonly limits?: ArchiveLimits | undefined;
}

/**
 * @throws as `walkTree`; SOURCE_CHANGED where the tree changed under way, STORE_READ_FAILED
 */
export async function lookAtTree(path: string, options: TreeLookOptions = {}): Promise<TreeLook> {
  const look = new Look(options);
  try {
    const root = await HeldDirectory.open(path);
    try {
      for await (const folder of walkTree(root, options.limits ?? ARCHIVE_LIMITS)) look.add(folder);
    } finally {
      await root.close();
    }
  } catch (error) {
    throw treeReadFailure(error, path);
  }
  return look.result();
}

/** A pusher may make the marker and then write it: its folder's time is a moment off the marker's own. */
const MARKER_TAKES_NS = 1_000_000_000n;

class Look {
  readonly #hash = createHash('sha256');
  readonly #marker: string | undefined;
  readonly #nowNs: bigint | undefined;
  #files = 0;
  #mark: { readonly bytes: number; readonly ns: bigint } | undefined;
  #changedAfter = false;

  constructor({ marker, nowNs }: TreeLookOptions) {
    this.#marker = marker === undefined ? undefined : Buffer.from(marker).toString('latin1');
    this.#nowNs = nowNs;
  }

  /** The root comes first, and so the marker is known when the folders in it come. */
  add(folder: WalkedFolder): void {
    const { path, stat, files } = folder;
    this.#hash.update(`${path}\0${stat.ino}\0`);
    for (const { name, stat: found } of files) this.#hash.update(`${name}\0${fileMark(found)}\0`);
    const atRoot = path === '';
    const marker = atRoot ? files.find(({ name }) => name === this.#marker) : undefined;
    if (marker !== undefined) {
      this.#mark = { bytes: Number(marker.stat.size), ns: marker.stat.ctimeNs };
    }
    this.#files += files.length - (marker === undefined ? 0 : 1);
    const changed = files.filter((file) => file !== marker).map((file) => file.stat.ctimeNs);
    changed.push(entriesChanged(folder) - (atRoot ? MARKER_TAKES_NS : 0n));
    this.#changedAfter ||= changed.some((ns) => this.#isAfterMark(ns));
  }

  result(): TreeLook {
    const mark = this.#mark;
    return {
      fingerprint: this.#hash.digest('hex'),
      files: this.#files,
      markerBytes: mark?.bytes,
      // A marker from the future was made before the clock was set back: nothing is known to be older than it.
      marked: mark !== undefined && !this.#isFuture(mark.ns) && !this.#changedAfter,
    };
  }

  #isAfterMark(ns: bigint): boolean {
    return this.#mark !== undefined && ns > this.#mark.ns && !this.#isFuture(ns);
  }

  #isFuture(ns: bigint): boolean {
    return this.#nowNs !== undefined && ns > this.#nowNs;
  }
}

/**
 * When an entry of a folder last came or went: that sets the folder's two times to one instant. A pusher that dates its
 * folders afterwards (rsync does) leaves them apart, and changed nothing; 0 then.
 */
function entriesChanged({ stat }: WalkedFolder): bigint {
  return stat.mtimeNs === stat.ctimeNs ? stat.ctimeNs : 0n;
}
