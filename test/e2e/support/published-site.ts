import { existsSync, readdirSync, readFileSync, readlinkSync, statSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parsePointer } from '../../../lib/edge/index.js';
import type { NightCut, NightCuts } from './night-cuts.js';

/** Older than any run; the worker takes what a dead one left for that old. */
const LONG_AGO_MS = 3 * 60 * 60 * 1000;

/** What stands in the folder of a site, as somebody sees it who does not use the toolkit. */
export class PublishedSite {
  constructor(
    readonly root: string,
    private readonly cuts: NightCuts,
  ) {}

  /** The cut that readers are led to; `undefined` where they get none. */
  live(): NightCut | undefined {
    const generation = /^cuts\/(.+)$/.exec(this.target() ?? '')?.[1];
    return generation === undefined ? undefined : this.cuts.of(generation);
  }

  /** Where the link `live` leads; `undefined` where there is none. */
  target(): string | undefined {
    try {
      return readlinkSync(join(this.root, 'live'));
    } catch {
      return undefined;
    }
  }

  /** What readers get that is not the very package: wrong, missing or surplus files of the live cut. */
  faults(): readonly string[] {
    const live = this.live();
    if (live === undefined)
      return this.target()?.startsWith('cuts/') === true ? ['live leads nowhere known'] : [];
    const folder = join(this.root, 'live');
    const wrong = [...live.files].filter(([path, content]) => !tryRead(join(folder, path))?.equals(content));
    const others = filesBelow(folder).filter((path) => !live.files.has(path) && !isTwin(folder, path));
    return [...wrong.map(([path]) => `wrong: ${path}`), ...others.map((path) => `surplus: ${path}`)];
  }

  /** Generations that the pointer named, in the order of its moves. */
  moves(): readonly string[] {
    const folder = join(this.root, 'moves');
    if (!existsSync(folder)) return [];
    const pointers = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => parsePointer(readFileSync(join(folder, name), 'utf8')));
    return pointers.map((pointer) => pointer?.generation ?? 'none');
  }

  /** Whether some move went back to an older cut, or stayed at one. */
  wentBack(): boolean {
    const moves = this.moves();
    return moves.some((generation, index) => index > 0 && generation <= (moves[index - 1] ?? ''));
  }

  /** Folders of runs, at work or dead. */
  runFolders(): readonly string[] {
    const scratch = join(this.root, 'scratch');
    return existsSync(scratch) ? readdirSync(scratch).filter((name) => name.startsWith('run-')) : [];
  }

  /** Makes what dead runs left look as old as it would be some hours later. */
  age(): void {
    const then = new Date(Date.now() - LONG_AGO_MS);
    for (const name of this.runFolders()) utimesSync(join(this.root, 'scratch', name), then, then);
  }
}

/** Paths of all files below a folder, which may be a link. */
function filesBelow(folder: string): readonly string[] {
  const real = join(folder, '.');
  return readdirSync(real, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(real, join(entry.parentPath, entry.name)));
}

/** A compressed twin must be the file itself. */
function isTwin(folder: string, path: string): boolean {
  const original = tryRead(join(folder, path.replace(/\.gz$/, '')));
  return path.endsWith('.gz') && original?.equals(gunzipSync(readFileSync(join(folder, path)))) === true;
}

function tryRead(path: string): Buffer | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
