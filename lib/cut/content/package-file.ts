import { tooLarge } from '../archive/entry-policy.js';
import { parsePackagePattern } from './package-file-pattern.js';
import { MAX_HELD_BYTES, shelfOfZip, type FileShelf } from './package-file-shelf.js';

/** One file that a pattern means. */
export interface PackageFile {
  /** Path in the package; `outer.zip!/inner.csv` for a file in an archive. */
  readonly path: string;
  /** Its bytes; only while the search stands at this file. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** The files of a package that a pattern means, one after the other; an archive is open only while its files are passed. */
export async function* findPackageFiles(shelf: FileShelf, pattern: string): AsyncGenerator<PackageFile> {
  const { matches, inside } = parsePackagePattern(pattern);
  for (const path of shelf.paths.filter(matches)) {
    if (inside === undefined) yield { path, open: () => shelf.open(path) };
    else yield* findInside(shelf, path, inside);
  }
}

async function* findInside(shelf: FileShelf, path: string, inside: string): AsyncGenerator<PackageFile> {
  const zip = await shelf.openZip(path);
  try {
    for await (const file of findPackageFiles(await shelfOfZip(zip), inside))
      yield { ...file, path: `${path}!/${file.path}` };
  } finally {
    zip.close();
  }
}

/** The one file that a pattern means with what was read of it; where it means several, the first two. */
export type OneFile<T> =
  | { readonly kind: 'one'; readonly path: string; readonly content: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly paths: readonly string[] };

/** Reads the one file that a pattern means. */
export async function readOneFile<T>(
  shelf: FileShelf,
  pattern: string,
  read: (content: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<OneFile<T>> {
  let one: { path: string; content: T } | undefined;
  for await (const file of findPackageFiles(shelf, pattern)) {
    if (one !== undefined) return { kind: 'several', paths: [one.path, file.path] };
    one = { path: file.path, content: await read(file.open()) };
  }
  return one === undefined ? { kind: 'none' } : { kind: 'one', ...one };
}

/** The first bytes of a file, as many as there are up to a limit; the rest is not read. */
export async function readHead(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

/**
 * All bytes of a file.
 * @throws ARCHIVE_TOO_LARGE when it has more than 64 MiB
 */
export async function readWhole(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const bytes = await readHead(content, MAX_HELD_BYTES + 1);
  if (bytes.length <= MAX_HELD_BYTES) return bytes;
  throw tooLarge({ maxBytes: MAX_HELD_BYTES });
}
