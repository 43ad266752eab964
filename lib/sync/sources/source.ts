import type { ReceivedPackage, ReceivedTree } from '../../cut/index.js';
import type { DifusorError } from '../../errors.js';

/** What a source calls one version of a package; sent back to it, it spares a download. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface FetchRequest {
  /** Directory of this run's own, in which the package's file is made. */
  readonly directory: string;
  /** Version that the caller has taken already; absent, the source must send what it has. */
  readonly known?: Validators | undefined;
  /**
   * Where packages build on each other: name under which the one before the next is kept, for a source that knows no
   * version of it.
   * @default nothing was taken yet
   */
  readonly after?: string | undefined;
  /**
   * Versions that the caller could not use yet, in the order in which it wants them: handed over again only where
   * nothing else waits, and then the first.
   * @default none
   */
  readonly passed?: readonly Validators[] | undefined;
}

export type FetchResult =
  /** The source still has the version that the caller knows. */
  | (Answered & { readonly kind: 'unchanged' })
  /** The source has no package at its address. */
  | (Answered & { readonly kind: 'absent' })
  | FetchedPackage
  | RefusedTree;

interface Answered {
  /**
   * The source's idea of now, such as an answer's Date.
   * @default it does not tell
   */
  readonly sourceTime?: Date | undefined;
}

export interface FetchedPackage extends Answered {
  readonly kind: 'package';
  readonly received: ReceivedPackage;
  readonly validators: Validators;
  /**
   * Whether the next package waits already.
   * @default not known to
   */
  readonly more?: boolean;
}

/** A tree that can't be taken over as a package. */
export interface RefusedTree extends Answered {
  readonly kind: 'refused';
  /** ARCHIVE_…: what it is refused for. */
  readonly error: DifusorError;
  /** What was taken of it all the same, as evidence: it is no package. */
  readonly part: ReceivedTree;
}

/** What waits in an inbox, for a person who asks. */
export interface InboxStatus {
  readonly ready: number;
  /** Pushes that are not over: half a package without its marker stays one for ever. */
  readonly unfinished: number;
  /** Archived, but this account may not delete them. */
  readonly kept: number;
  /** Links, pipes, folders that are named like a package. */
  readonly odd: number;
}

/**
 * Where packages come from.
 *
 * **Idempotent.** `fetch` may be repeated at will: it changes nothing at the source, and writes only into the directory
 * that it is given.
 *
 * **Whole or not at all.** A package is returned once its last byte is on this host's disk, hashed on the way and
 * compared with the length that the source declared. Whether the bytes are a sound archive, and those that the institute
 * declares beside it, is not a source's affair.
 *
 * **Errors.** SOURCE_UNREACHABLE, SOURCE_TRUNCATED, SOURCE_CHANGED (all may pass by themselves), SOURCE_REFUSED, SOURCE_NOT_A_PACKAGE,
 * SOURCE_REDIRECTED, SOURCE_TOO_LARGE, SOURCE_ADDRESS_FORBIDDEN, SOURCE_HOST_KEY_CHANGED, SOURCE_TOOL_MISSING,
 * SOURCE_TOOL_TOO_OLD, SECRET_UNREADABLE, SETTINGS_INVALID; ARCHIVE_… where a tree can't even be taken over, and
 * not a part of it either; and
 * STORE_READ_FAILED or STORE_WRITE_FAILED where this host's disk fails. No error carries a credential.
 */
export interface Source {
  /** Names the source to a person: its host. */
  readonly host: string;
  /**
   * Whether its answers say what time it is there.
   * @default false
   */
  readonly tellsTime?: boolean;
  fetch(request: FetchRequest): Promise<FetchResult>;
  /**
   * Whether it is on this host: nobody is bothered by being asked.
   * @default false
   */
  readonly isLocal?: boolean;
  /** What waits at a source into which packages are pushed; absent where they are pulled. */
  status?(): Promise<InboxStatus>;
  /**
   * Told that a package is safe in the archive: a source that hands over what it was given may let go of it. The same
   * package may be told of again.
   */
  release?(received: ReceivedPackage): Promise<void>;
  /**
   * Told that the version which the last call of `fetch` knew is safe in the archive: what a run that died between its
   * notes and `release` has left of it may go.
   */
  releaseKnown?(): Promise<void>;
}
