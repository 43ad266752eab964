import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CLOSED, formatPointer, parsePointer, POINTER_KEY, type Pointer } from '../edge/pointer.js';
import type { Clock } from '../clock.js';
import { createText } from './durable-files.js';
import { FencedLink } from './fenced-link.js';
import type { PointerSnapshot } from './site-store.js';
import { pointerMoved, pointerUnreadable } from './store-errors.js';

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
  readonly #link: FencedLink;

  constructor(
    private readonly at: PointerDirectories,
    private readonly clock: Clock,
  ) {
    this.#link = new FencedLink(join(at.root, POINTER_KEY), at.moves);
  }

  async read(): Promise<PointerSnapshot> {
    const newest = await this.newest();
    if (newest.version !== UNMOVED) await this.settle();
    return newest;
  }

  /** @throws POINTER_MOVED when the next number is taken */
  async move(to: Pointer, seen: PointerSnapshot): Promise<void> {
    // A name in the way of the link is found before the move, not after it.
    await this.#link.target();
    const next = String(Number(seen.version) + 1).padStart(MOVE_DIGITS, '0');
    const created = await createText(this.moveFile(next), formatPointer(to), this.at.scratch, this.clock());
    if (!created) throw pointerMoved(to);
    await this.settle();
  }

  /**
   * When the pointer left each cut that it once named, by the time of the move; the cut that it names now is not among
   * them. A move that can't be read is taken for one that changed nothing.
   */
  async departures(): Promise<ReadonlyMap<string, Date>> {
    const left = new Map<string, Date>();
    let named: string | undefined;
    for (const version of await this.versions()) {
      const pointer = parsePointer(await this.valueOf(version));
      if (pointer === undefined || pointer.generation === named) continue;
      if (named !== undefined) left.set(named, (await stat(this.moveFile(version))).mtime);
      named = pointer.generation;
    }
    if (named !== undefined) left.delete(named);
    return left;
  }

  private async newest(): Promise<PointerSnapshot> {
    const version = (await this.versions()).at(-1);
    if (version === undefined) return { pointer: CLOSED, version: UNMOVED };
    const value = await this.valueOf(version);
    const pointer = parsePointer(value);
    if (pointer === undefined) throw pointerUnreadable(value, version);
    return { pointer, version };
  }

  /** Of all moves, oldest first. */
  private async versions(): Promise<readonly string[]> {
    const names = (await readdir(this.at.moves)).filter((name) => MOVE.test(name));
    return names.map((name) => name.replace('.json', '')).sort();
  }

  private valueOf(version: string): Promise<string> {
    return readFile(this.moveFile(version), 'utf8');
  }

  /** Leads the link to the newest move, until no newer one came meanwhile. */
  private async settle(): Promise<void> {
    for (;;) {
      const { pointer, version } = await this.newest();
      await this.#link.fence(version);
      const target = linkTarget(pointer);
      if ((await this.#link.target()) === target) return;
      await mkdir(join(this.at.root, target), { recursive: true });
      await this.#link.lead(version, target, async () => (await this.versions()).at(-1) === version);
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
