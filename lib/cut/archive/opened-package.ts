import type { ManifestFile } from '../manifest.js';

/** A package whose every entry was found acceptable, before a byte of it was expanded. */
export interface OpenedPackage {
  /** Files in it; archives among them stay as they are. */
  readonly fileCount: number;
  /** Bytes of the files, expanded. */
  readonly totalBytes: number;
  /** Paths of the files, sorted. */
  readonly paths: readonly string[];
  /**
   * The content of one file, before anything is extracted; `undefined` where there is no such path.
   * @throws ARCHIVE_TOO_LARGE when it has more than `maxBytes`, or as `extractTo` does
   */
  read(path: string, maxBytes: number): Promise<Buffer | undefined>;
  /**
   * Writes the files below a directory that does not exist yet, and checks each against what the package says of it:
   * its size, and its CRC-32 where the form has one. After a failure the directory holds a part of them: throw it away.
   * @returns the files, sorted by path
   * @throws ARCHIVE_ENTRY_CRC_MISMATCH, ARCHIVE_ENTRY_SIZE_MISMATCH, ARCHIVE_ENTRY_DATA_DAMAGED, ARCHIVE_CORRUPT,
   *   ARCHIVE_CHANGED, or STORE_WRITE_FAILED when the disk fails
   */
  extractTo(directory: string): Promise<readonly ManifestFile[]>;
  /** Lets go of the archive's file. */
  close(): void;
}
