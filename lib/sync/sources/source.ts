import type { ReceivedPackage } from '../../cut/index.js';

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
}

export type FetchResult =
  /** The source still has the version that the caller knows. */
  | { readonly kind: 'unchanged' }
  /** The source has no package at its address. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'package'; readonly received: ReceivedPackage; readonly validators: Validators };

/**
 * Where packages come from.
 *
 * **Idempotent.** `fetch` may be repeated at will: it changes nothing at the source, and writes only into the directory
 * that it is given.
 *
 * **Whole or not at all.** A package is returned once its last byte is on this host's disk, hashed on the way and
 * compared with the length that the source declared. Whether the bytes are a sound archive is not a source's affair.
 *
 * **Errors.** SOURCE_UNREACHABLE, SOURCE_TRUNCATED (both may pass by themselves), SOURCE_REFUSED, SOURCE_NOT_A_PACKAGE,
 * SOURCE_REDIRECTED, SOURCE_TOO_LARGE, SOURCE_ADDRESS_FORBIDDEN, SECRET_UNREADABLE, and STORE_WRITE_FAILED where this
 * host's disk fails. No error carries a credential.
 */
export interface Source {
  /** Names the source to a person: its host. */
  readonly host: string;
  fetch(request: FetchRequest): Promise<FetchResult>;
}
