import { access, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskWriteFailed, hasSystemCode } from '../disk/disk-failure.js';
import type { Clock } from '../clock.js';
import type { ReceivedPackage, ReceivedTree } from '../cut/index.js';
import { archivedAs, type ArchiveStore } from './archive-store.js';
import { placeFile, syncDirectory, syncFile, usingScratch } from './durable-files.js';
import { sweepScratch } from './sweep-scratch.js';
import { WorkPool } from './work-pool.js';

/** Files of a tree that are placed at one time. */
const AT_ONCE = 16;

/** Packages below a directory of this host; a tree is kept as the folder that it is. */
export class DirectoryArchiveStore implements ArchiveStore {
  /** @param clock gives what is kept its time; default: this host's */
  constructor(
    private readonly root: string,
    private readonly clock: Clock = () => new Date(),
  ) {}

  async keep(generation: string, received: ReceivedPackage): Promise<string> {
    const kept = archivedAs(generation, received);
    const path = join(this.root, kept);
    try {
      if (await exists(path)) {
        // Whoever put it there may have died before it was safe on the disk.
        await assureKept(received, path);
        return kept;
      }
      const scratch = join(this.root, 'scratch');
      await mkdir(scratch, { recursive: true });
      await sweepScratch(scratch);
      if (received.form === 'tree') await this.keepTree(received, path, scratch);
      else await placeFile(received.path, path, scratch, this.clock());
      await syncFolders(path);
      return kept;
    } catch (error) {
      throw diskWriteFailed(path, error);
    }
  }

  /** Whole or not at all: another process may have been faster, and then its folder stays. */
  private async keepTree(
    { path: source, files }: ReceivedTree,
    path: string,
    scratch: string,
  ): Promise<void> {
    await usingScratch(scratch, async (tree) => {
      // A hostile tree may hold no plain file, and is kept all the same.
      await mkdir(tree);
      const folders = new Set([tree]);
      await new WorkPool().each(files, AT_ONCE, async (file) => {
        await placeFile(join(source, file.path), join(tree, file.path), scratch, this.clock());
        folders.add(dirname(join(tree, file.path)));
      });
      await mkdir(dirname(path), { recursive: true });
      for (const folder of folders) await syncDirectory(folder);
      try {
        await rename(tree, path);
      } catch (error) {
        if (!hasSystemCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
      }
    });
  }
}

async function assureKept({ form }: ReceivedPackage, path: string): Promise<void> {
  if (form === 'archive') await syncFile(path);
  await syncFolders(path);
}

async function syncFolders(path: string): Promise<void> {
  await syncDirectory(dirname(path));
  await syncDirectory(dirname(dirname(path)));
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return false;
    throw error;
  }
}
