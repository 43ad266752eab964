import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CLOSED, formatPointer, parsePointer, POINTER_KEY, type Pointer } from '../edge/pointer.js';
import type { Clock } from '../clock.js';
import { FencedLink } from './fenced-link.js';
import { NumberedTexts, UNWRITTEN } from './numbered-texts.js';
import type { PointerSnapshot } from './site-store.js';
import { pointerMoved, pointerUnreadable } from './store-errors.js';

/** Directories of a store on which its pointer stands. */
export interface PointerDirectories {
  /** Holds the link that readers follow. */
  readonly root: string;
  /** One file for each move, numbered; the highest is the pointer. */
  readonly moves: string;
  /** On the same file system. */
  readonly scratch: string;
}

/** The pointer of a directory store: numbered moves, and the symlink `live` that follows the newest of them. */
export class DirectoryPointer {
  readonly #moves: NumberedTexts;
  readonly #link: FencedLink;

  constructor(
    private readonly at: PointerDirectories,
    clock: Clock,
  ) {
    this.#moves = new NumberedTexts({ folder: at.moves, scratch: at.scratch, clock });
    this.#link = new FencedLink(join(at.root, POINTER_KEY), at.moves);
  }

  async read(): Promise<PointerSnapshot> {
    const newest = await this.newest();
    if (newest.version !== UNWRITTEN) await this.settle();
    return newest;
  }

  /** @throws POINTER_MOVED when the next number is taken */
  async move(to: Pointer, seen: PointerSnapshot): Promise<void> {
    // A name in the way of the link is found before the move, not after it.
    await this.#link.target();
    if ((await this.#moves.follow(seen.version, formatPointer(to))) === undefined) throw pointerMoved(to);
    await this.settle();
  }

  /**
   * When the pointer left each cut that it once named, by the time of the move; the cut that it names now is not among
   * them. A move that can't be read is taken for one that changed nothing.
   */
  async departures(): Promise<ReadonlyMap<string, Date>> {
    const left = new Map<string, Date>();
    let named: string | undefined;
    for (const version of await this.#moves.versions()) {
      const pointer = parsePointer(await this.#moves.read(version));
      if (pointer === undefined || pointer.generation === named) continue;
      if (named !== undefined) left.set(named, await this.#moves.writtenAt(version));
      named = pointer.generation;
    }
    if (named !== undefined) left.delete(named);
    return left;
  }

  private async newest(): Promise<PointerSnapshot> {
    const newest = await this.#moves.newest();
    if (newest === undefined) return { pointer: CLOSED, version: UNWRITTEN };
    const { text, version } = newest;
    const pointer = parsePointer(text);
    if (pointer === undefined) throw pointerUnreadable(text, version);
    return { pointer, version };
  }

  /** Leads the link to the newest move, until no newer one came meanwhile. */
  private async settle(): Promise<void> {
    for (;;) {
      const { pointer, version } = await this.newest();
      await this.#link.fence(version);
      const target = linkTarget(pointer);
      if ((await this.#link.target()) === target) return;
      await mkdir(join(this.at.root, target), { recursive: true });
      await this.#link.lead(version, target, async () => (await this.#moves.versions()).at(-1) === version);
    }
  }
}

/** Where readers are sent, relative to the store's root: a cut, or a folder of pages that stand in for one. */
function linkTarget(pointer: Pointer): string {
  return pointer.state === 'live' ? `cuts/${pointer.generation}` : `pages/${pointer.state}`;
}
