/** A package as it arrived: a file on this host, hashed while it was received. */
export interface ReceivedPackage {
  /** Name by which the archive keeps it: letters, digits, `.`, `-` and `_` only. */
  readonly name: string;
  /** Path of the file on this host. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256: string;
}

const LONGEST_NAME = 150;

/** A name that is safe as a file name and as an object key, whatever the source called the package. */
export function safePackageName(offered: string): string {
  const base = offered.slice(offered.lastIndexOf('/') + 1);
  const kept = base.replace(/[^\w.-]+/g, '_').replace(/^[.-]+/, '');
  return kept === '' ? 'package' : kept.slice(0, LONGEST_NAME);
}
