import { readdirSync, statSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { hasSystemCode } from '../disk/disk-failure.js';
import { cutTimeOf } from '../cut/generation.js';
import type { CutManifest } from '../cut/manifest.js';
import { GENERATION } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import type { CompressedVariants } from './compressed-variants.js';
import { hasContent, placeFile, placeLink, syncDirectory, usingScratch } from './durable-files.js';
import { HandingOn } from './handed-on.js';
import type { PlainFiles } from './plain-files.js';
import type { CutPlace, StagedFile } from './site-store.js';
import { WorkPool } from './work-pool.js';

/** Folders that are synced at one time; each takes a descriptor. */
const FOLDERS_AT_ONCE = 16;

/** Directories of a store in which its cuts stand. */
export interface CutDirectories {
  /** One folder for each cut, with all its files, so that a web server needs no rule. */
  readonly cuts: string;
  /** On the same file system. */
  readonly scratch: string;
  /** One file for each cut that is whole. */
  readonly manifests: string;
}

/** The files of a directory store's cuts. */
export class DirectoryCuts {
  readonly #handingOn: HandingOn;
  #stamp = { generation: '', at: new Date(0) };

  constructor(
    private readonly at: CutDirectories,
    private readonly variants: CompressedVariants | undefined,
    private readonly plain: PlainFiles,
  ) {
    this.#handingOn = new HandingOn(
      (generation) => statSync(this.manifestOf(generation), { throwIfNoEntry: false })?.mtimeMs,
    );
  }

  manifestOf(generation: string): string {
    return `${this.at.manifests}/${generation}.json`;
  }

  folderOf(generation: string): string {
    return `${this.at.cuts}/${generation}`;
  }

  pathOf(generation: string, path: string): string {
    return `${this.at.cuts}/${generation}/${path}`;
  }

  async put(generation: string, file: StagedFile, source: string): Promise<void> {
    const path = this.pathOf(generation, file.path);
    const at = this.stampOf(generation);
    await placeFile(source, path, this.at.scratch, at);
    await this.variants?.place(file, path, at);
  }

  async copy(generation: string, file: StagedFile, from: CutPlace): Promise<boolean> {
    const path = this.pathOf(generation, file.path);
    const source = this.pathOf(from.generation, file.path);
    const own = generation === from.generation;
    const intact = own
      ? hasContent(path, file)
      : this.#handingOn.isIntact(file, source, from.generation, generation);
    if (!(await intact)) return false;
    if (!own && !(await placeLink(source, path, this.at.scratch))) return false;
    await this.variants?.place(file, path, this.stampOf(generation));
    return true;
  }

  /**
   * The time of the files that a cut brings: the cut's own, on every host the same, and a second later for each other cut
   * of that time. Web servers make a file's ETag of its time in seconds and its size, so that two contents of one path
   * must never have one time.
   */
  private stampOf(generation: string): Date {
    if (this.#stamp.generation !== generation) {
      const cutTime = cutTimeOf(generation);
      const instant = generation.slice(0, generation.indexOf('-') + 1);
      const others = readdirSync(this.at.cuts).filter(
        (name) => name !== generation && name.startsWith(instant),
      );
      this.#stamp = { generation, at: new Date(cutTime.getTime() + others.length * 1000) };
    }
    return this.#stamp.at;
  }

  /**
   * Makes the names of a cut's files safe on the disk, before its manifest says that they are.
   * @throws STORE_WRITE_FAILED when one is missing: a retirement may have taken an old cut away while it was staged
   */
  async sync(manifest: CutManifest): Promise<void> {
    const { generation, files } = manifest;
    await this.plain.place(manifest, this.folderOf(generation));
    await new WorkPool().each(this.standing(generation, files), FOLDERS_AT_ONCE, syncDirectory);
  }

  private *standing(generation: string, files: CutManifest['files']): Generator<string> {
    yield this.at.cuts;
    if (files.length > 0) yield* standingFolders(this.folderOf(generation), files);
  }

  async list(): Promise<readonly string[]> {
    return (await readdir(this.at.cuts)).filter((name) => GENERATION.test(name)).sort();
  }

  /** Takes a cut's folder away at one stroke; readers keep the files that they have open. */
  async remove(generation: string): Promise<void> {
    await this.plain.remove(generation);
    await usingScratch(this.at.scratch, async (aside) => {
      try {
        await rename(this.folderOf(generation), aside);
      } catch (error) {
        if (!hasSystemCode(error, 'ENOENT')) throw error;
      }
    });
    await syncDirectory(this.at.cuts);
    await this.variants?.prune();
  }
}

/**
 * The folders in which files stand, each once where the files are sorted; one folder's names at a time are in memory.
 * @throws STORE_WRITE_FAILED for a file that is not there
 */
function* standingFolders(top: string, files: CutManifest['files']): Generator<string> {
  const outer: OpenFolder[] = [];
  let open: OpenFolder = { prefix: '', names: namesIn(top) };
  yield top;
  for (const { path } of files) {
    while (!path.startsWith(open.prefix)) open = outer.pop() ?? open;
    for (
      let slash = path.indexOf('/', open.prefix.length);
      slash >= 0;
      slash = path.indexOf('/', slash + 1)
    ) {
      outer.push(open);
      const prefix = path.slice(0, slash + 1);
      open = { prefix, names: namesIn(`${top}/${prefix}`) };
      yield `${top}/${prefix}`;
    }
    if (!open.names.has(path.slice(open.prefix.length))) throw fileMissing(`${top}/${path}`);
  }
}

interface OpenFolder {
  /** Its path in the cut, with a slash at the end; empty for the cut itself. */
  readonly prefix: string;
  readonly names: ReadonlySet<string>;
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return new Set();
    throw error;
  }
}

function fileMissing(path: string): DifusorError {
  return new DifusorError('STORE_WRITE_FAILED', { path, reason: 'ENOENT' }, { retryable: true });
}
