import type { CutManifest } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import { placeIn, placeOf } from './file-place.js';
import {
  mayRetire,
  type CutPlace,
  type KeptCut,
  type NotesSnapshot,
  type PointerSnapshot,
  type RetiringStore,
  type SiteStore,
  type StagedFile,
} from './site-store.js';
import { notesMoved, pointerMoved, stableFileTaken } from './store-errors.js';

/**
 * A store that reads through to another one and writes nothing to it: what a run would write is kept in memory, without
 * the files' bytes, so that the run goes on as if.
 */
export class DryRunSiteStore implements RetiringStore {
  readonly #manifests = new Map<string, CutManifest>();
  readonly #removed = new Set<string>();
  /** SHA-256 by the place of the file. */
  readonly #files = new Map<string, string>();
  /** Of each cut that was copied from, SHA-256 by path. */
  readonly #cuts = new Map<string, Promise<ReadonlyMap<string, string>>>();
  #moved: PointerSnapshot | undefined;
  #noted: NotesSnapshot | undefined;

  constructor(private readonly inner: SiteStore) {}

  readPointer(): Promise<PointerSnapshot> {
    return this.#moved === undefined ? this.inner.readPointer() : Promise.resolve(this.#moved);
  }

  async movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    const { version } = await this.readPointer();
    if (version !== seen.version) throw pointerMoved(to);
    this.#moved = { pointer: to, version: `${version}+` };
  }

  async readManifest(generation: string): Promise<CutManifest | undefined> {
    const manifest = this.#manifests.get(generation);
    if (manifest !== undefined || this.#removed.has(generation)) return manifest;
    return this.inner.readManifest(generation);
  }

  async putManifest(manifest: CutManifest): Promise<void> {
    const { generation } = manifest;
    if ((await this.readManifest(generation)) === undefined) this.#manifests.set(generation, manifest);
  }

  putFile(generation: string, file: StagedFile): Promise<void> {
    const place = placeOf(generation, file);
    const there = this.#files.get(place);
    if (file.stableUnder !== undefined && there !== undefined && there !== file.sha256)
      return Promise.reject(stableFileTaken(file.path));
    this.#files.set(place, file.sha256);
    return Promise.resolve();
  }

  async copyFile(generation: string, file: StagedFile, from: CutPlace): Promise<boolean> {
    const made = this.#files.get(placeIn(from, file.path));
    const there = made ?? (await this.filesOf(from.generation)).get(file.path);
    if (there !== file.sha256) return false;
    this.#files.set(placeOf(generation, file), file.sha256);
    return true;
  }

  readNotes(): Promise<NotesSnapshot> {
    return this.#noted === undefined ? this.inner.readNotes() : Promise.resolve(this.#noted);
  }

  async writeNotes(text: string, seen: NotesSnapshot): Promise<NotesSnapshot> {
    const { version } = await this.readNotes();
    if (version !== seen.version) throw notesMoved();
    this.#noted = { text, version: `${version}+` };
    return this.#noted;
  }

  /** What the store underneath holds, where that one can tell. */
  async listCuts(): Promise<readonly KeptCut[]> {
    const cuts = mayRetire(this.inner) ? await this.inner.listCuts() : [];
    return cuts.filter(({ generation }) => !this.#removed.has(generation));
  }

  removeCut(generation: string): Promise<void> {
    this.#manifests.delete(generation);
    this.#removed.add(generation);
    return Promise.resolve();
  }

  private filesOf(generation: string): Promise<ReadonlyMap<string, string>> {
    const known = this.#cuts.get(generation) ?? this.readFilesOf(generation);
    this.#cuts.set(generation, known);
    return known;
  }

  private async readFilesOf(generation: string): Promise<ReadonlyMap<string, string>> {
    const manifest = await this.readManifest(generation);
    return new Map(manifest?.files.map(({ path, sha256 }) => [path, sha256]));
  }
}
