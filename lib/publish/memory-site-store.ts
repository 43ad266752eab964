import { readFile } from 'node:fs/promises';
import type { Clock } from '../clock.js';
import type { CutManifest } from '../cut/index.js';
import { CLOSED, type Pointer } from '../edge/pointer.js';
import { placeIn, placeOf } from './file-place.js';
import type {
  CutPlace,
  KeptCut,
  NotesSnapshot,
  PointerSnapshot,
  RetiringStore,
  StagedFile,
} from './site-store.js';
import { notesMoved, pointerMoved, stableFileTaken } from './store-errors.js';

/** What the memory store holds of one file. */
export interface MemoryObject {
  readonly file: StagedFile;
  readonly content: Buffer;
}

/** A site store for tests, and for a dry run of a site that is yet to be made: it lives as long as the process. */
export class MemorySiteStore implements RetiringStore {
  /** Files by `<generation>/<path>`, stable ones by `stable/<generation>/<path>`. */
  readonly objects = new Map<string, MemoryObject>();
  readonly #manifests = new Map<string, CutManifest>();
  readonly #touched = new Map<string, Date>();
  #snapshot: PointerSnapshot = { pointer: CLOSED, version: '0' };
  #notes: NotesSnapshot = { text: undefined, version: '0' };

  /** @param clock tells since when a cut is idle */
  constructor(private readonly clock: Clock = () => new Date()) {}

  readPointer(): Promise<PointerSnapshot> {
    return Promise.resolve(this.#snapshot);
  }

  movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    if (seen.version !== this.#snapshot.version) return Promise.reject(pointerMoved(to));
    const left = this.#snapshot.pointer.generation;
    if (left !== undefined && left !== to.generation) this.touch(left);
    this.#snapshot = { pointer: to, version: following(seen) };
    return Promise.resolve();
  }

  readManifest(generation: string): Promise<CutManifest | undefined> {
    return Promise.resolve(this.#manifests.get(generation));
  }

  putManifest(manifest: CutManifest): Promise<void> {
    if (!this.#manifests.has(manifest.generation)) this.#manifests.set(manifest.generation, manifest);
    this.touch(manifest.generation);
    return Promise.resolve();
  }

  async putFile(generation: string, file: StagedFile, source: string): Promise<void> {
    const content = await readFile(source);
    const place = keyOf(placeOf(generation, file));
    const there = this.objects.get(place);
    if (file.stableUnder !== undefined && there !== undefined && there.file.sha256 !== file.sha256) {
      throw stableFileTaken(file.path);
    }
    this.objects.set(place, { file, content });
    this.touch(generation);
  }

  copyFile(generation: string, file: StagedFile, from: CutPlace): Promise<boolean> {
    const original = this.objects.get(keyOf(placeIn(from, file.path)));
    if (original?.file.sha256 !== file.sha256) return Promise.resolve(false);
    this.objects.set(keyOf(placeOf(generation, file)), { file, content: original.content });
    this.touch(generation);
    return Promise.resolve(true);
  }

  /** What readers of a cut get under a path. */
  contentOf(cut: CutPlace, path: string): Buffer | undefined {
    return this.objects.get(keyOf(placeIn(cut, path)))?.content;
  }

  readNotes(): Promise<NotesSnapshot> {
    return Promise.resolve(this.#notes);
  }

  writeNotes(text: string, seen: NotesSnapshot): Promise<NotesSnapshot> {
    if (seen.version !== this.#notes.version) return Promise.reject(notesMoved());
    this.#notes = { text, version: following(seen) };
    return Promise.resolve(this.#notes);
  }

  listCuts(): Promise<readonly KeptCut[]> {
    const cuts = [...this.#touched].map(([generation, idleSince]) => ({ generation, idleSince }));
    return Promise.resolve(cuts.sort((a, b) => (a.generation < b.generation ? -1 : 1)));
  }

  /** Stable files stay: other cuts may stand on them. */
  removeCut(generation: string): Promise<void> {
    this.#manifests.delete(generation);
    this.#touched.delete(generation);
    for (const place of this.objects.keys()) {
      if (place.startsWith(`${generation}/`)) this.objects.delete(place);
    }
    return Promise.resolve();
  }

  private touch(generation: string): void {
    this.#touched.set(generation, this.clock());
  }
}

function following({ version }: PointerSnapshot | NotesSnapshot): string {
  return String(Number(version) + 1);
}

function keyOf(place: string): string {
  return place.replace(/^cuts\//, '');
}
