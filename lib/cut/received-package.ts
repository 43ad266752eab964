import { createHash } from 'node:crypto';
import type { DigestAlgorithm } from './integrity/file-digest.js';
import type { ManifestFile } from './manifest.js';

/** What every package has, in whichever form it came. */
interface Arrived {
  /** Name by which the archive keeps it: letters, digits, `.`, `-` and `_` only. */
  readonly name: string;
  /** Path on this host. */
  readonly path: string;
  /** Of the file, or of all files of the tree. */
  readonly bytes: number;
  /** Lower-case hexadecimal SHA-256 of the file, or of the tree's list of files ({@link treeSha256}). */
  readonly sha256: string;
}

/** One file: a zip, or a tar, plain or in a gzip; which, its content tells. */
export interface ReceivedArchive extends Arrived {
  readonly form: 'archive';
  /** What the institute says of it in a file beside it; absent where no such file was asked for. */
  readonly declared?: DeclaredDigest | undefined;
}

/** A folder of this run's own: a snapshot that nobody writes to any more, each file hashed while it was taken. */
export interface ReceivedTree extends Arrived {
  readonly form: 'tree';
  /** Sorted by path. */
  readonly files: readonly ManifestFile[];
}

/** A package as it arrived, hashed while it was received. */
export type ReceivedPackage = ReceivedArchive | ReceivedTree;

/** What a file beside an archive says of it. */
export interface DeclaredDigest {
  readonly algorithm: DigestAlgorithm;
  /** Lower-case hexadecimal; `undefined` where the institute has no such file. */
  readonly digest: string | undefined;
}

/** One digest for a tree: SHA-256 over a line `<sha256>  <path>` for each file, sorted by path. */
export function treeSha256(files: readonly ManifestFile[]): string {
  const hash = createHash('sha256');
  for (const { sha256, path } of files) hash.update(`${sha256}  ${path}\n`);
  return hash.digest('hex');
}

const LONGEST_NAME = 150;

/** A name that is safe as a file name and as an object key, whatever the source called the package. */
export function safePackageName(offered: string): string {
  const base = offered.slice(offered.lastIndexOf('/') + 1);
  const kept = base.replace(/[^\w.-]+/g, '_').replace(/^[.-]+/, '');
  return kept === '' ? 'package' : kept.slice(0, LONGEST_NAME);
}
