import type { ReceivedPackage } from '../cut/index.js';

/**
 * Keeps every package that arrived, byte for byte, also those that were refused: the evidence of what the institute
 * sent. Idempotent; what it acknowledged outlives a crash; nothing here deletes or replaces. It may share the disk's
 * blocks with the file that it was given, so nobody writes to that one again.
 */
export interface ArchiveStore {
  /**
   * Keeps a package under `packages/<generation>/<name>`, a tree with all its files below; where it is kept already,
   * that copy stays.
   * @returns where it is kept, relative to the archive
   * @throws STORE_WRITE_FAILED, STORE_READ_FAILED when this host's disk fails
   */
  keep(generation: string, received: ReceivedPackage): Promise<string>;
}

/** Where a package stands in an archive. */
export function archivedAs(generation: string, received: ReceivedPackage): string {
  return `packages/${generation}/${received.name}`;
}
