import { access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReceivedPackage } from '../cut/index.js';
import { archivedAs, type ArchiveStore } from './archive-store.js';
import { placeFile, syncDirectory } from './durable-files.js';
import { diskWriteFailed, hasSystemCode } from './store-errors.js';

/** Packages below a directory of this host. */
export class DirectoryArchiveStore implements ArchiveStore {
  constructor(private readonly root: string) {}

  async keep(generation: string, received: ReceivedPackage): Promise<string> {
    const kept = archivedAs(generation, received);
    const path = join(this.root, kept);
    try {
      if (await exists(path)) return kept;
      const scratch = join(this.root, 'scratch');
      await mkdir(scratch, { recursive: true });
      await placeFile(received.path, path, scratch);
      await syncDirectory(dirname(path));
      await syncDirectory(dirname(dirname(path)));
      return kept;
    } catch (error) {
      throw diskWriteFailed(path, error);
    }
  }
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
