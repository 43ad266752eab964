/** What an entry of a package says that it is. */
export type EntryKind =
  'file' | 'directory' | 'symlink' | 'hardLink' | 'device' | 'fifo' | 'socket' | 'sparse' | 'unknown';

/** One entry of a package in whichever form it came, with nothing of it trusted yet. */
export interface PackageEntry {
  /** As the package means it; a folder's comes without its last slash. */
  readonly path: string;
  /** Whether its name says that it is a folder; absent where the form has no such sign. */
  readonly namedDirectory?: boolean;
  readonly kind: EntryKind;
  /** Unix permissions with the setuid and setgid bits; 0 where none are recorded. */
  readonly mode: number;
  /** Bytes, expanded. */
  readonly size: number;
  /** Bytes in the package; absent where entries are not compressed one by one. */
  readonly packedSize?: number;
}
