import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CLOSED, formatPointer, parsePointer, POINTER_KEY, type Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { createText, syncDirectory } from './durable-files.js';
import type { PointerSnapshot } from './site-store.js';
import { hasSystemCode, pointerMoved } from './store-errors.js';

const MOVE_DIGITS = 8;
const MOVE = /^\d{8}\.json$/;
const UNMOVED = '0'.repeat(MOVE_DIGITS);

/** Directories of a store on which its pointer stands. */
export interface PointerDirectories {
  /** Holds the link that readers follow. */
  readonly root: string;
  /** One file for each move, numbered; the highest is the pointer. */
  readonly moves: string;
  /** On the same file system. */
  readonly scratch: string;
}

/**
 * The pointer of a directory store: numbered files that are created once and never change, and the symlink `live` that
 * follows the newest of them. Creating the next number is the compare-and-set: of two processes one finds it taken. No
 * lock can be left behind by a crash.
 */
export class DirectoryPointer {
  constructor(private readonly at: PointerDirectories) {}

  async read(): Promise<PointerSnapshot> {
    const newest = await this.newest();
    if (newest.version !== UNMOVED) await this.settle();
    return newest;
  }

  /** @throws POINTER_MOVED when the next number is taken */
  async move(to: Pointer, seen: PointerSnapshot): Promise<void> {
    // A name in the way of the link is found before the move, not after it.
    await this.linked();
    const next = String(Number(seen.version) + 1).padStart(MOVE_DIGITS, '0');
    const created = await createText(this.moveFile(next), formatPointer(to), this.at.scratch);
    if (!created) throw pointerMoved(to);
    await this.settle();
  }

  private async newest(): Promise<PointerSnapshot> {
    const names = (await readdir(this.at.moves)).filter((name) => MOVE.test(name));
    const version = names.sort().at(-1)?.replace('.json', '');
    if (version === undefined) return { pointer: CLOSED, version: UNMOVED };
    const value = await readFile(this.moveFile(version), 'utf8');
    const pointer = parsePointer(value);
    if (pointer === undefined) throw new DifusorError('POINTER_UNREADABLE', { value: value.slice(0, 100) });
    return { pointer, version };
  }

  /** Leads the link to the newest move, until no newer one came meanwhile: so a process that was paused heals itself. */
  private async settle(): Promise<void> {
    for (;;) {
      const target = linkTarget((await this.newest()).pointer);
      if ((await this.linked()) === target) return;
      await mkdir(join(this.at.root, target), { recursive: true });
      const link = join(this.at.scratch, randomUUID());
      await symlink(target, link);
      await rename(link, join(this.at.root, POINTER_KEY));
      await syncDirectory(this.at.root);
    }
  }

  private async linked(): Promise<string | undefined> {
    try {
      return await readlink(join(this.at.root, POINTER_KEY));
    } catch (error) {
      if (hasSystemCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  private moveFile(version: string): string {
    return join(this.at.moves, `${version}.json`);
  }
}

/** Where readers are sent, relative to the store's root: a cut, or a folder of pages that stand in for one. */
function linkTarget(pointer: Pointer): string {
  return pointer.state === 'live' ? `cuts/${pointer.generation}` : `pages/${pointer.state}`;
}
