import { readFile } from 'node:fs/promises';
import type { CutManifest } from '../cut/index.js';
import { CLOSED, type Pointer } from '../edge/pointer.js';
import type { PointerSnapshot, SiteStore, StagedFile } from './site-store.js';
import { pointerMoved } from './store-errors.js';

/** What the memory store holds of one file. */
export interface MemoryObject {
  readonly file: StagedFile;
  readonly content: Buffer;
}

/** A site store for tests and dry runs: what it acknowledged lives as long as the process. */
export class MemorySiteStore implements SiteStore {
  /** Files by `<generation>/<path>`. */
  readonly objects = new Map<string, MemoryObject>();
  readonly #manifests = new Map<string, CutManifest>();
  #snapshot: PointerSnapshot = { pointer: CLOSED, version: '0' };
  #state: string | undefined;

  readPointer(): Promise<PointerSnapshot> {
    return Promise.resolve(this.#snapshot);
  }

  movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    if (seen.version !== this.#snapshot.version) return Promise.reject(pointerMoved(to));
    this.#snapshot = { pointer: to, version: String(Number(seen.version) + 1) };
    return Promise.resolve();
  }

  readManifest(generation: string): Promise<CutManifest | undefined> {
    return Promise.resolve(this.#manifests.get(generation));
  }

  putManifest(manifest: CutManifest): Promise<void> {
    if (!this.#manifests.has(manifest.generation)) this.#manifests.set(manifest.generation, manifest);
    return Promise.resolve();
  }

  async putFile(generation: string, file: StagedFile, source: string): Promise<void> {
    this.objects.set(`${generation}/${file.path}`, { file, content: await readFile(source) });
  }

  copyFile(generation: string, file: StagedFile, fromGeneration: string): Promise<boolean> {
    const original = this.objects.get(`${fromGeneration}/${file.path}`);
    if (original !== undefined)
      this.objects.set(`${generation}/${file.path}`, { file, content: original.content });
    return Promise.resolve(original !== undefined);
  }

  readState(): Promise<string | undefined> {
    return Promise.resolve(this.#state);
  }

  writeState(state: string): Promise<void> {
    this.#state = state;
    return Promise.resolve();
  }
}
