import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatManifest, parseManifest, type CutManifest } from '../cut/index.js';
import type { Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { DirectoryPointer } from './directory-pointer.js';
import {
  createText,
  placeFile,
  placeLink,
  replaceText,
  sha256OfFile,
  syncDirectory,
  tryReadText,
} from './durable-files.js';
import type { PointerSnapshot, SiteStore, StagedFile } from './site-store.js';
import { diskReadFailed, diskWriteFailed } from './store-errors.js';

/**
 * Opens, and makes where need be, a site store in a directory. Readers follow `<root>/live`, a symlink to
 * `cuts/<generation>`, or to `pages/closed` or `pages/notice`, into which the web server's owner may put a page.
 *
 * Beside them stand `manifests/`, `moves/` (one file for each move of the pointer), `state/` and `scratch/`; all on one
 * file system. Files that did not change from cut to cut are hard links.
 * @throws STORE_WRITE_FAILED
 */
export async function openDirectorySiteStore(root: string): Promise<SiteStore> {
  try {
    for (const part of ['cuts', 'manifests', 'moves', 'state', 'scratch']) {
      await mkdir(join(root, part), { recursive: true });
    }
  } catch (error) {
    throw diskWriteFailed(root, error);
  }
  return new DirectorySiteStore(root);
}

class DirectorySiteStore implements SiteStore {
  readonly #scratch: string;
  readonly #pointer: DirectoryPointer;

  constructor(private readonly root: string) {
    this.#scratch = join(root, 'scratch');
    this.#pointer = new DirectoryPointer({ root, moves: join(root, 'moves'), scratch: this.#scratch });
  }

  readPointer(): Promise<PointerSnapshot> {
    return reading(join(this.root, 'moves'), () => this.#pointer.read());
  }

  movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    return writing(join(this.root, 'moves'), () => this.#pointer.move(to, seen));
  }

  async readManifest(generation: string): Promise<CutManifest | undefined> {
    const path = this.manifestPath(generation);
    const text = await reading(path, () => tryReadText(path));
    if (text === undefined) return undefined;
    const manifest = parseManifest(text);
    if (manifest === undefined)
      throw new DifusorError('STORE_READ_FAILED', { path, reason: 'not a manifest' });
    return manifest;
  }

  putManifest(manifest: CutManifest): Promise<void> {
    const path = this.manifestPath(manifest.generation);
    return writing(path, async () => {
      await this.syncCut(manifest);
      await createText(path, formatManifest(manifest), this.#scratch);
    });
  }

  putFile(generation: string, file: StagedFile, source: string): Promise<void> {
    const path = this.filePath(generation, file.path);
    return writing(path, () => placeFile(source, path, this.#scratch));
  }

  copyFile(generation: string, file: StagedFile, fromGeneration: string): Promise<boolean> {
    const path = this.filePath(generation, file.path);
    const source = this.filePath(fromGeneration, file.path);
    return writing(path, async () => {
      // One damaged file would otherwise be handed on from cut to cut.
      if ((await sha256OfFile(source)) !== file.sha256) return false;
      return placeLink(source, path, this.#scratch);
    });
  }

  readState(): Promise<string | undefined> {
    return reading(this.statePath(), () => tryReadText(this.statePath()));
  }

  writeState(state: string): Promise<void> {
    return writing(this.statePath(), () => replaceText(this.statePath(), state, this.#scratch));
  }

  /** The names of a cut's files are safe on the disk before its manifest says that they are. */
  private async syncCut({ generation, files }: CutManifest): Promise<void> {
    const cut = join(this.root, 'cuts', generation);
    const folders = new Set<string>([join(this.root, 'cuts')]);
    for (const file of files) {
      for (let folder = dirname(join(cut, file.path)); folder.startsWith(cut); folder = dirname(folder)) {
        if (folders.has(folder)) break;
        folders.add(folder);
      }
    }
    for (const folder of folders) await syncDirectory(folder);
  }

  private filePath(generation: string, path: string): string {
    return join(this.root, 'cuts', generation, path);
  }

  private manifestPath(generation: string): string {
    return join(this.root, 'manifests', `${generation}.json`);
  }

  private statePath(): string {
    return join(this.root, 'state', 'sync-state.json');
  }
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof DifusorError ? error : diskReadFailed(path, error);
  }
}

async function writing<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof DifusorError ? error : diskWriteFailed(path, error);
  }
}
