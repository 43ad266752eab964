import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { DifusorError } from '../../errors.js';
import { MIB } from '../archive/archive-limits.js';
import type { ManifestFile } from '../manifest.js';
import type { OpenedPackage } from '../archive/opened-package.js';
import { ZIP_OPTIONS, zipContent } from './package-file-zip.js';

/** Bytes of a file that is held whole in memory. */
export const MAX_HELD_BYTES = 64 * MIB;

/** Where the files of a package are read: still in it, on disk once it is extracted, or in an archive in it. */
export interface FileShelf {
  readonly paths: readonly string[];
  /** The bytes of one file; they are read as they are asked for. */
  open(path: string): AsyncIterable<Uint8Array>;
  /** Opens one file as a zip; the caller closes it. */
  openZip(path: string): Promise<ZipFile>;
}

/** Reads from a package before anything of it is extracted. */
export function shelfOfPackage(files: Pick<OpenedPackage, 'paths' | 'read'>): FileShelf {
  const hold = async (path: string): Promise<Buffer> => {
    const content = await files.read(path, MAX_HELD_BYTES);
    if (content !== undefined) return content;
    throw new DifusorError('INTERNAL', { reason: `the package lists ${path} and does not have it` });
  };
  return {
    paths: files.paths,
    open: async function* (path) {
      yield await hold(path);
    },
    openZip: async (path) => fromBufferPromise(await hold(path), ZIP_OPTIONS),
  };
}

/** Reads what was extracted below a directory. */
export function shelfOfDirectory(directory: string, files: readonly ManifestFile[]): FileShelf {
  return {
    paths: files.map(({ path }) => path),
    open: (path) => createReadStream(join(directory, path)) as AsyncIterable<Uint8Array>,
    openZip: (path) => openPromise(join(directory, path), ZIP_OPTIONS),
  };
}

/** Reads from an archive that stands in a package. */
export async function shelfOfZip(zip: ZipFile): Promise<FileShelf> {
  const content = await zipContent(zip, MAX_HELD_BYTES);
  return {
    paths: [...content.names],
    open: (path) => content.open(path),
    openZip: async (path) => fromBufferPromise(await buffer(content.open(path)), ZIP_OPTIONS),
  };
}
