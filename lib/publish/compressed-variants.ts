import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { hasSystemCode } from '../disk/disk-failure.js';
import { linkNew, sealFile, usingScratch } from './durable-files.js';
import type { StagedFile } from './site-store.js';

/** The ending that nginx's gzip_static looks for; a brotli variant would need a module that no distribution's nginx has. */
export const TWIN_ENDING = '.gz';
const LEAST_BYTES = 1024;
const COMPRESSIBLE = /^text\/|[/+](?:json|xml|javascript|wasm)\b/;

/**
 * Compressed twins of a directory store's files, for a web server that sends them as they are. Each is made once for a
 * path and a content and hard-linked into the cuts; never for two paths, since a path that takes over another's content
 * would get a twin of an older time, which readers might take for unchanged. A file that a package itself has under the
 * twin's name always wins. A damaged twin is found out by readers: gzip carries a checksum.
 */
export class CompressedVariants {
  /**
   * @param folder keeps one twin for each content
   * @param scratch on the same file system
   */
  constructor(
    private readonly folder: string,
    private readonly scratch: string,
  ) {}

  /** Puts the twin of a published file beside it, where it is smaller. */
  async place(file: StagedFile, path: string, at: Date): Promise<void> {
    if (file.size < LEAST_BYTES || !COMPRESSIBLE.test(file.contentType)) return;
    const twin = `${path}${TWIN_ENDING}`;
    const kept = join(this.folder, nameOf(file));
    if (placedFrom(kept, twin)) return;
    await usingScratch(this.scratch, async (made) => {
      await pipeline(createReadStream(path), createGzip(), createWriteStream(made));
      if ((await stat(made)).size >= file.size) return;
      await sealFile(made, at);
      // The cut's name first: a twin with one name only is taken for one that no cut has.
      linkNew(made, twin);
      await rename(made, kept);
    });
  }

  /** Takes away the twins that no cut has any more. */
  async prune(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      try {
        if ((await stat(path)).nlink === 1) await rm(path, { force: true });
      } catch (error) {
        if (!hasSystemCode(error, 'ENOENT')) throw error;
      }
    }
  }
}

function nameOf({ path, sha256 }: StagedFile): string {
  return createHash('sha256').update(`${sha256}  ${path}`).digest('hex');
}

/** Whether the twin stands, or a package's own file in its place. */
function placedFrom(kept: string, twin: string): boolean {
  try {
    linkNew(kept, twin);
    return true;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', 'EMLINK')) return false;
    throw error;
  }
}
