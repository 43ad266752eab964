import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { hasSystemCode } from '../disk/disk-failure.js';
import type { CutManifest, ManifestFile } from '../cut/manifest.js';
import { TWIN_ENDING } from './compressed-variants.js';
import { placeFile, syncDirectory } from './durable-files.js';

/** How zlib says that a file is no gzip, is damaged, or breaks off; and what comes of leaving one that holds too much. */
const NO_TWIN = ['Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_NEED_DICT', 'ABORT_ERR'];

/**
 * The files of a cut that a web server must never send compressed: a package's own file stands under the name of their
 * twin and holds something else, e.g. the twin of an older `x.csv`, which a package of changes renewed alone. Each has
 * another name in the cut's folder here, beside which no twin stands.
 */
export class PlainFiles {
  /**
   * @param folder has a folder for each cut with such files
   * @param scratch on the same file system
   */
  constructor(
    private readonly folder: string,
    private readonly scratch: string,
  ) {}

  /**
   * Finds a whole cut's files of this kind, and makes their names safe on the disk.
   * @param cut the folder in which all its files stand
   */
  async place({ generation, files }: CutManifest, cut: string): Promise<void> {
    const folder = join(this.folder, generation);
    let placed = false;
    for (const file of withOwnTwin(files)) {
      const path = join(cut, file.path);
      if (await unpacksTo(`${path}${TWIN_ENDING}`, file)) continue;
      await placeFile(path, join(folder, file.path), this.scratch, (await stat(path)).mtime);
      placed = true;
    }
    if (!placed) return;
    await syncFolders(folder);
    await syncDirectory(this.folder);
  }

  async remove(generation: string): Promise<void> {
    await rm(join(this.folder, generation), { recursive: true, force: true });
  }
}

function withOwnTwin(files: CutManifest['files']): readonly ManifestFile[] {
  const twins = new Set(files.map(({ path }) => path).filter((path) => path.endsWith(TWIN_ENDING)));
  return twins.size === 0 ? [] : files.filter(({ path }) => twins.has(`${path}${TWIN_ENDING}`));
}

/** Whether a gzip file holds this very content; unpacks no more of it than that. */
async function unpacksTo(path: string, { size, sha256 }: ManifestFile): Promise<boolean> {
  const hash = createHash('sha256');
  let unpacked = 0;
  try {
    await pipeline(createReadStream(path), createGunzip(), async (parts: AsyncIterable<Buffer>) => {
      for await (const part of parts) {
        unpacked += part.length;
        if (unpacked > size) return;
        hash.update(part);
      }
    });
  } catch (error) {
    if (hasSystemCode(error, ...NO_TWIN)) return false;
    throw error;
  }
  return unpacked === size && hash.digest('hex') === sha256;
}

async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name));
  }
  await syncDirectory(folder);
}
