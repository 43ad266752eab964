/** How large and how deep a package may be; beyond that it is refused before anything is written. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  /** Bytes of all files together, expanded. */
  readonly maxBytes: number;
  /** Expanded bytes for each compressed one, by file. */
  readonly maxRatio: number;
  /** Bytes of one segment of a path, in UTF-8. */
  readonly maxSegmentBytes: number;
  /** Bytes of a whole path: with the cut's prefix it must fit into an object key of 1,024. */
  readonly maxPathBytes: number;
  /** Segments of a path. */
  readonly maxDepth: number;
}

export const MIB = 1024 * 1024;

export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxEntries: 50_000,
  maxBytes: 2048 * MIB,
  maxRatio: 200,
  maxSegmentBytes: 255,
  maxPathBytes: 960,
  maxDepth: 16,
};
