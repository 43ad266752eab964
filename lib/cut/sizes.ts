interface Sized {
  readonly path: string;
  readonly size: number;
}

/** Bytes of all files together. */
export function totalSize(files: readonly Sized[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Sorts by code units, as manifests are. */
export function byPath(a: Pick<Sized, 'path'>, b: Pick<Sized, 'path'>): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
