import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CutManifest } from '../cut/index.js';
import { GENERATION } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import type { CompressedVariants } from './compressed-variants.js';
import { hasContent, hasSize, placeFile, placeLink, syncDirectory, usingScratch } from './durable-files.js';
import type { CutPlace, StagedFile } from './site-store.js';
import { hasSystemCode } from './store-errors.js';

/** Directories of a store in which its cuts stand. */
export interface CutDirectories {
  /** One folder for each cut, with all its files, so that a web server needs no rule. */
  readonly cuts: string;
  /** On the same file system. */
  readonly scratch: string;
}

/** The files of a directory store's cuts. */
export class DirectoryCuts {
  constructor(
    private readonly at: CutDirectories,
    private readonly variants: CompressedVariants | undefined,
  ) {}

  pathOf(generation: string, path: string): string {
    return join(this.at.cuts, generation, path);
  }

  async put(generation: string, file: StagedFile, source: string, now: Date): Promise<void> {
    const path = this.pathOf(generation, file.path);
    await placeFile(source, path, this.at.scratch, now);
    await this.variants?.place(file, path, now);
  }

  async copy(generation: string, file: StagedFile, from: CutPlace, now: Date): Promise<boolean> {
    const path = this.pathOf(generation, file.path);
    const source = this.pathOf(from.generation, file.path);
    if (!(await isIntact(file, source, from, source === path))) return false;
    if (source !== path && !(await placeLink(source, path, this.at.scratch))) return false;
    await this.variants?.place(file, path, now);
    return true;
  }

  /**
   * Makes the names of a cut's files safe on the disk, before its manifest says that they are.
   * @throws STORE_WRITE_FAILED when one is missing: a retirement may have taken an old cut away while it was staged
   */
  async sync({ generation, files }: CutManifest): Promise<void> {
    const folders = namesByFolder(
      files.map(({ path }) => this.pathOf(generation, path)),
      this.at.cuts,
    );
    await Promise.all([...folders].map(([folder, names]) => syncFolder(folder, names)));
  }

  async list(): Promise<readonly string[]> {
    return (await readdir(this.at.cuts)).filter((name) => GENERATION.test(name)).sort();
  }

  /** Takes a cut's folder away at one stroke; readers keep the files that they have open. */
  async remove(generation: string): Promise<void> {
    await usingScratch(this.at.scratch, async (aside) => {
      try {
        await rename(this.pathOf(generation, ''), aside);
      } catch (error) {
        if (!hasSystemCode(error, 'ENOENT')) throw error;
      }
    });
    await syncDirectory(this.at.cuts);
    await this.variants?.prune();
  }
}

/** A stable file that its cut hands on is looked at, not read: nobody but this store writes it, and it writes it once. */
async function isIntact(
  file: StagedFile,
  path: string,
  { stable }: CutPlace,
  own: boolean,
): Promise<boolean> {
  const handedOn = !own && file.stableUnder !== undefined && file.stableUnder === stable?.under;
  // One damaged file would otherwise be handed on from cut to cut.
  return handedOn ? hasSize(path, file.size) : hasContent(path, file);
}

/** Names of files and folders by the folder in which they stand, up to and with `top`. */
function namesByFolder(paths: readonly string[], top: string): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([[top, new Set()]]);
  for (const path of paths) {
    for (let name = path; name !== top; name = dirname(name)) {
      const folder = dirname(name);
      const known = folders.get(folder);
      known?.add(basename(name));
      if (known !== undefined) break;
      folders.set(folder, new Set([basename(name)]));
    }
  }
  return folders;
}

async function syncFolder(folder: string, expected: ReadonlySet<string>): Promise<void> {
  const names = new Set(await readdir(folder));
  for (const name of expected) if (!names.has(name)) throw fileMissing(join(folder, name));
  await syncDirectory(folder);
}

function fileMissing(path: string): DifusorError {
  return new DifusorError('STORE_WRITE_FAILED', { path, reason: 'ENOENT' }, { retryable: true });
}
