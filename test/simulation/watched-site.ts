import { route, type Pointer } from '../../lib/edge/index.js';
import { MemorySiteStore, type PointerSnapshot } from '../../lib/publish/index.js';
import { cutTimeOf, type CutManifest } from '../../lib/cut/index.js';
import type { WorkerWindow } from '../../lib/worker-settings.js';
import type { Offer } from './institute.js';

/** A broken promise to readers, by the invariant that it breaks. */
export interface Violation {
  readonly invariant: 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7';
  readonly what: string;
}

export interface Watch {
  /** True time, which no process's clock changes. */
  readonly now: () => Date;
  readonly windows: readonly WorkerWindow[];
  /** What the institute made, by generation. */
  readonly made: ReadonlyMap<string, Offer>;
  /** The window whose data a generation is. */
  readonly windowOf: (generation: string) => WorkerWindow | undefined;
}

/** A store in memory that looks, at each move of its pointer, at what readers get from then on. */
export class WatchedSite extends MemorySiteStore {
  readonly violations: Violation[] = [];
  moves = 0;
  /** Set while a person gives an order, who alone may go back. */
  ordered = false;

  constructor(private readonly watch: Watch) {
    super(watch.now);
  }

  override async movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    await super.movePointer(to, seen);
    this.moves += 1;
    this.assertNotBackwards(seen.pointer, to);
    if (to.state === 'live') await this.assertServed(to.generation);
  }

  /** H3: only a person goes back. */
  private assertNotBackwards(from: Pointer, to: Pointer): void {
    if (this.ordered || from.generation === undefined || to.generation === undefined) return;
    if (cutTimeOf(to.generation) < cutTimeOf(from.generation))
      this.violated('H3', `${from.generation} replaced by ${to.generation}`);
  }

  /** H1, H6 and H7: what readers get is one whole cut, byte for byte, in its own time. */
  async assertServed(generation: string): Promise<void> {
    const offer = this.watch.made.get(generation);
    const manifest = await this.readManifest(generation);
    if (offer === undefined || offer.bad !== undefined || manifest === undefined)
      return this.violated('H1', `${generation} is no sound cut (${offer?.bad ?? 'never made'})`);
    const paths = manifest.files.map(({ path }) => path).sort();
    if (paths.join() !== [...offer.files.keys()].sort().join())
      this.violated('H1', `${generation} has other files than its package`);
    for (const [path, content] of offer.files) {
      if (this.served({ state: 'live', generation, ...stableOf(manifest) }, path)?.equals(content) !== true)
        this.violated('H7', `${generation}/${path} is not what was received`);
    }
    this.assertInTime(generation);
  }

  /** What the edge would answer. */
  private served(pointer: Pointer, path: string): Buffer | undefined {
    const to = route(pointer, `/${path}`, '');
    return to.kind === 'rewrite'
      ? this.objects.get(to.uri.replace(/^\/(?:cuts\/)?/, ''))?.content
      : undefined;
  }

  /** The same between the moves: a window may end, and what was written since may have changed a live cut. */
  async assertPresent(): Promise<void> {
    const { pointer } = await this.readPointer();
    if (pointer.state === 'live') await this.assertServed(pointer.generation);
  }

  private assertInTime(generation: string): void {
    const now = this.watch.now();
    const window = this.watch.windowOf(generation);
    if (window === undefined) return this.violated('H6', `${generation} belongs to no window`);
    if (now < new Date(window.opensAt)) this.violated('H6', `${generation} shown before ${window.opensAt}`);
    const present = this.watch.windows.find(
      ({ from, until }) => new Date(from) <= now && now < new Date(until),
    );
    if (window.kind === 'rehearsal' && present?.kind === 'election')
      this.violated('H6', `rehearsal cut ${generation} shown as results`);
  }

  violated(invariant: Violation['invariant'], what: string): void {
    this.violations.push({ invariant, what: `${this.watch.now().toISOString()} ${what}` });
  }
}

function stableOf({ stable }: CutManifest): Pick<CutManifest, 'stable'> {
  return stable === undefined ? {} : { stable };
}

/** A site whose pointer anybody overwrites: what the compare-and-set is for. */
export class BlindSite extends WatchedSite {
  override async movePointer(to: Pointer): Promise<void> {
    await super.movePointer(to, await this.readPointer());
  }
}
