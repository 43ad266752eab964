import { readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasSystemCode } from '../disk/disk-failure.js';
import { syncDirectory } from './durable-files.js';

const PREPARED = /^(\d{8})\.link$/;

/**
 * A symlink that numbered moves lead on, and never back, whatever process stands still and goes on later.
 *
 * A process prepares the link of its move under that move's number, looks whether the move is still the newest, and only
 * then renames it into place. Whoever acts for a newer move takes the prepared links of older ones away first. So one
 * that stood still before its look sees the newer move, and one that stood still after it finds its link gone.
 */
export class FencedLink {
  /**
   * @param link path of the link
   * @param folder holds prepared links; on the same file system
   */
  constructor(
    private readonly link: string,
    private readonly folder: string,
  ) {}

  /** Where the link leads; `undefined` where there is none. */
  async target(): Promise<string | undefined> {
    try {
      return await readlink(this.link);
    } catch (error) {
      if (hasSystemCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  /** Takes the prepared links of older moves away, of processes that stand still or died. */
  async fence(version: string): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const prepared = PREPARED.exec(name)?.[1];
      if (prepared !== undefined && prepared < version) await rm(join(this.folder, name), { force: true });
    }
  }

  /** Leads the link on for a move, unless a newer one came meanwhile. */
  async lead(version: string, target: string, isNewest: () => Promise<boolean>): Promise<void> {
    const prepared = join(this.folder, `${version}.link`);
    try {
      await symlink(target, prepared);
    } catch (error) {
      // Another process leads it on for the same move, or died over it.
      if (!hasSystemCode(error, 'EEXIST')) throw error;
    }
    if (!(await isNewest())) return rm(prepared, { force: true });
    try {
      await rename(prepared, this.link);
    } catch (error) {
      if (!hasSystemCode(error, 'ENOENT')) throw error;
      return;
    }
    await syncDirectory(dirname(this.link));
  }
}
