import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { diskReadFailed, diskWriteFailed, hasSystemCode } from '../disk/disk-failure.js';
import type { Clock } from '../clock.js';
import { formatManifestParts, type CutManifest } from '../cut/manifest.js';
import { manifestFrom } from '../cut/manifest-reading.js';
import { GENERATION, type Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';
import { CompressedVariants } from './compressed-variants.js';
import { DirectoryCuts } from './directory-cuts.js';
import { DirectoryPointer } from './directory-pointer.js';
import { createText, partsOf, replaceText, syncDirectory } from './durable-files.js';
import { NumberedTexts, UNWRITTEN } from './numbered-texts.js';
import { sweepScratch } from './sweep-scratch.js';
import { PlainFiles } from './plain-files.js';
import type {
  CutPlace,
  KeptCut,
  NotesSnapshot,
  PointerSnapshot,
  RetiringStore,
  StagedFile,
} from './site-store.js';
import { notesMoved } from './store-errors.js';

export interface DirectorySiteStoreOptions {
  /**
   * Keep a compressed twin (`.gz`) beside each file that it makes smaller, for a web server that sends it as it is.
   * @default true
   */
  readonly precompress?: boolean;
  /**
   * Gives manifests and moves of the pointer their times.
   * @default this host's clock
   */
  readonly clock?: Clock;
}

const NOTES = 'state/notes';
/** As many stay behind the newest. */
const KEPT_NOTES = 32;

/**
 * Opens, and makes where need be, a site store in a directory. Readers follow `<root>/live`, a symlink to
 * `cuts/<generation>`, or to `pages/closed` or `pages/notice`, into which the web server's owner may put a page.
 *
 * A file has the time of the cut that brought it, so that web servers make another ETag of every change.
 *
 * Beside them stand `manifests/`, `moves/` (one file for each move of the pointer), `variants/` (compressed twins),
 * `plain/` (those files of each cut that a web server must not send compressed), `state/notes/` (one file for each time
 * that a worker wrote its notes) and `scratch/`; all on one file system. Files that did not change from cut to cut are hard
 * links.
 * @throws STORE_WRITE_FAILED
 */
export async function openDirectorySiteStore(
  root: string,
  { precompress = true, clock = () => new Date() }: DirectorySiteStoreOptions = {},
): Promise<RetiringStore> {
  try {
    for (const part of ['cuts', 'manifests', 'moves', 'variants', 'plain', NOTES, 'scratch']) {
      await mkdir(join(root, part), { recursive: true });
    }
    await sweepScratch(join(root, 'scratch'));
  } catch (error) {
    throw diskWriteFailed(root, error);
  }
  return new DirectorySiteStore(root, precompress, clock);
}

class DirectorySiteStore implements RetiringStore {
  readonly #scratch: string;
  readonly #pointer: DirectoryPointer;
  readonly #notes: NumberedTexts;
  readonly #cuts: DirectoryCuts;

  constructor(
    private readonly root: string,
    precompress: boolean,
    private readonly clock: Clock,
  ) {
    this.#scratch = join(root, 'scratch');
    const [moves, cuts, manifests] = [join(root, 'moves'), join(root, 'cuts'), join(root, 'manifests')];
    const places = { root, moves, cuts, manifests, scratch: this.#scratch };
    const variants = precompress ? new CompressedVariants(join(root, 'variants'), this.#scratch) : undefined;
    this.#pointer = new DirectoryPointer(places, clock);
    const [folder, scratch] = [join(root, NOTES), this.#scratch];
    this.#notes = new NumberedTexts({ folder, scratch, clock, kept: KEPT_NOTES });
    this.#cuts = new DirectoryCuts(places, variants, new PlainFiles(join(root, 'plain'), this.#scratch));
  }

  readPointer(): Promise<PointerSnapshot> {
    return reading(join(this.root, 'moves'), () => this.#pointer.read());
  }

  movePointer(to: Pointer, seen: PointerSnapshot): Promise<void> {
    return writing(join(this.root, 'moves'), () => this.#pointer.move(to, seen));
  }

  readManifest(generation: string): Promise<CutManifest | undefined> {
    const path = this.#cuts.manifestOf(generation);
    return reading(path, () => manifestFrom(partsOf(path)));
  }

  putManifest(manifest: CutManifest): Promise<void> {
    const path = this.#cuts.manifestOf(manifest.generation);
    return writing(path, async () => {
      await this.#cuts.sync(manifest);
      if (await createText(path, formatManifestParts(manifest), this.#scratch, this.clock())) return;
      if ((await this.readManifest(manifest.generation)) === undefined)
        await replaceText(path, formatManifestParts(manifest), this.#scratch);
    });
  }

  putFile(generation: string, file: StagedFile, source: string): Promise<void> {
    const path = this.#cuts.pathOf(generation, file.path);
    return writing(path, () => this.#cuts.put(generation, file, source));
  }

  copyFile(generation: string, file: StagedFile, from: CutPlace): Promise<boolean> {
    const path = this.#cuts.pathOf(generation, file.path);
    return writing(path, () => this.#cuts.copy(generation, file, from));
  }

  readNotes(): Promise<NotesSnapshot> {
    return reading(join(this.root, NOTES), async () => {
      return (await this.#notes.newest()) ?? { text: undefined, version: UNWRITTEN };
    });
  }

  writeNotes(text: string, seen: NotesSnapshot): Promise<NotesSnapshot> {
    return writing(join(this.root, NOTES), async () => {
      const version = await this.#notes.follow(seen.version, text);
      if (version === undefined) throw notesMoved();
      return { text, version };
    });
  }

  listCuts(): Promise<readonly KeptCut[]> {
    return reading(join(this.root, 'cuts'), async () => {
      const left = await this.#pointer.departures();
      const generations = new Set([...(await this.#cuts.list()), ...(await this.manifests())]);
      const cuts = [...generations].sort().map(async (generation) => {
        return { generation, idleSince: latest(left.get(generation), await this.cameIn(generation)) };
      });
      return Promise.all(cuts);
    });
  }

  removeCut(generation: string): Promise<void> {
    return writing(this.#cuts.folderOf(generation), async () => {
      await rm(this.#cuts.manifestOf(generation), { force: true });
      await syncDirectory(join(this.root, 'manifests'));
      await this.#cuts.remove(generation);
    });
  }

  private async manifests(): Promise<readonly string[]> {
    const names = await readdir(join(this.root, 'manifests'));
    return names.map((name) => name.replace(/\.json$/, '')).filter((name) => GENERATION.test(name));
  }

  /** When a cut became whole, or else when its folder was last touched. */
  private async cameIn(generation: string): Promise<Date | undefined> {
    const whole = await tryTime(this.#cuts.manifestOf(generation));
    return whole ?? tryTime(this.#cuts.folderOf(generation));
  }
}

async function tryTime(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function latest(...times: readonly (Date | undefined)[]): Date {
  return new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)));
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
