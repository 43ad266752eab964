import type { ReceivedArchive } from '../received-package.js';

/** A tar on this host's disk, plain or in a gzip. */
export interface TarFile {
  readonly packageName: string;
  readonly path: string;
  /** Bytes of the gzip; absent where the tar is plain. */
  readonly packedBytes?: number;
}

export function tarFileOf({ name, path, bytes }: ReceivedArchive, form: 'tar' | 'gzip'): TarFile {
  return { packageName: name, path, ...(form === 'gzip' ? { packedBytes: bytes } : {}) };
}
