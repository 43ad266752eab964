import type { CutManifest, ManifestFile } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';

/** The pointer as it was read, with the mark by which a later move can tell whether it still stands. */
export interface PointerSnapshot {
  readonly pointer: Pointer;
  /** Opaque; two snapshots with one version saw the same pointer. */
  readonly version: string;
}

/** The worker's notes as they were read, with the mark by which a later write can tell whether they still stand. */
export interface NotesSnapshot {
  /** Absent where nobody has written any. */
  readonly text: string | undefined;
  /** Opaque; two snapshots with one version saw the same notes. */
  readonly version: string;
}

/** A file of a cut, with the headers under which it is served. */
export interface StagedFile extends ManifestFile {
  readonly contentType: string;
  readonly cacheControl: string;
  /**
   * The place of the stable files to which it belongs: its name never gets other content there.
   * @default it stands with its cut
   */
  readonly stableUnder?: string | undefined;
}

/** Where the files of a cut stand that the store has whole. */
export type CutPlace = Pick<CutManifest, 'generation' | 'stable'>;

/** A cut that a store still has, whole or in part. */
export interface KeptCut {
  readonly generation: string;
  /** Latest instant at which the pointer named it, as far as the store knows, or at which something of it came in. */
  readonly idleSince: Date;
}

/**
 * Where cuts are published: S3 with a CloudFront KeyValueStore, a directory, or memory. One suite tests them all
 * (`test/lib/publish/site-store.conformance.ts`).
 *
 * **Order.** A cut's files come first, its manifest next, the pointer last. Readers follow the pointer alone, so that
 * nothing of a cut shows before it is whole.
 *
 * **Atomic.** `movePointer`, `writeNotes` and `putManifest` happen or do not. A file shows under its path whole or not at all.
 *
 * **Idempotent.** Everything but `movePointer` and `writeNotes` may be repeated with the same arguments after any failure
 * or crash. After one of these failed, read what stands: it may have landed.
 *
 * **Permanent.** What a method acknowledged outlives a crash of this process and of its host. A manifest is written
 * once: the first for a generation stays. Nothing here deletes.
 *
 * Every method throws STORE_READ_FAILED or STORE_WRITE_FAILED, `retryable` where the same call may succeed later.
 */
export interface SiteStore {
  /**
   * What readers are sent to; closed where nobody has set it. Repairs what a crash left between the pointer and the
   * form in which readers follow it.
   * @throws POINTER_UNREADABLE when something is stored that no version of the toolkit has written; its param `version`
   *   is that of the snapshot that could not be made, so that a person's order can replace what is there
   */
  readPointer(): Promise<PointerSnapshot>;

  /**
   * Sets the pointer, if it is still the one of the snapshot.
   * @throws POINTER_MOVED when another process moved it since; nothing was changed then
   */
  movePointer(to: Pointer, seen: PointerSnapshot): Promise<void>;

  /**
   * The manifest of a cut that is staged whole, else `undefined`: a manifest that a failing disk has damaged declares
   * nothing, and the cut can be staged again.
   */
  readManifest(generation: string): Promise<CutManifest | undefined>;

  /** Declares a cut staged whole. Where the generation has a readable manifest already, that one stays. */
  putManifest(manifest: CutManifest): Promise<void>;

  /**
   * Stages one file from this host's disk; the store may share the disk's blocks, so nobody writes to `source` again.
   * @param source path of a file with exactly the bytes that `file` declares
   * @throws STABLE_FILE_TAKEN when the file is stable, and its name has other content in that place
   */
  putFile(generation: string, file: StagedFile, source: string): Promise<void>;

  /**
   * Stages a file that `from` has under the same path with the same content, without sending its bytes again. Where it
   * stands in its place already, be it stable or of this very generation, that costs no request.
   * @returns false when that file can't be had; stage it with `putFile` then
   */
  copyFile(generation: string, file: StagedFile, from: CutPlace): Promise<boolean>;

  /** The workers' own notes, as one of them last wrote them. */
  readNotes(): Promise<NotesSnapshot>;

  /**
   * Writes the notes, if those of the snapshot still stand.
   * @returns what stands now
   * @throws NOTES_MOVED when another process wrote since; nothing was changed then
   */
  writeNotes(text: string, seen: NotesSnapshot): Promise<NotesSnapshot>;
}

/** A store whose worker may take old cuts away; S3's may not. */
export interface RetiringStore extends SiteStore {
  /** Every cut that it holds, whole or in part; sorted, oldest first. */
  listCuts(): Promise<readonly KeptCut[]>;
  /** Takes a cut away: its manifest first, so that nobody takes the rest for whole. May be repeated. */
  removeCut(generation: string): Promise<void>;
}

/** Whether the worker may take cuts away from a store. */
export function mayRetire(store: SiteStore): store is RetiringStore {
  return 'removeCut' in store;
}
