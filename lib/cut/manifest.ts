import { z } from 'zod';
import { GENERATION } from '../edge/pointer.js';

const SHA256 = /^[0-9a-f]{64}$/;
const sha256 = z.string().regex(SHA256);
const generation = z.string().regex(GENERATION);

/** One file of a cut; `path` is relative, with `/` between its segments. */
export interface ManifestFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

const stableSchema = z
  .strictObject({ under: generation, prefixes: z.array(z.string()).readonly() })
  .readonly();

const manifestSchema = z
  .strictObject({
    format: z.literal(1),
    generation,
    /** Instant in UTC. */
    cutTime: z.iso.datetime(),
    packageName: z.string().min(1),
    packageSha256: sha256,
    /** Id of the window in which the cut arrived. */
    window: z.string().min(1),
    /** The data of a rehearsal: never shown as results. */
    rehearsal: z.boolean(),
    /** The cut that was live when this one was fetched; tells a correction of the same time from a replay. */
    supersedes: generation.optional(),
    /** Where the files stand whose names never get other content; absent: with the others. */
    stable: stableSchema.optional(),
    /** The cut that an incremental package was laid over. */
    base: generation.optional(),
    /** Sorted by path. */
    files: z.custom<readonly ManifestFile[]>(isFileList),
  })
  .readonly();

/** What a cut is made of. Once written for a generation it never changes, and then its files are all there. */
export type CutManifest = z.infer<typeof manifestSchema>;

/** Reads a stored manifest; `undefined` for anything that is not one. */
export function parseManifest(text: string): CutManifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const FILES_IN_A_PART = 512;

/** The stored form of a manifest. */
export function formatManifest(manifest: CutManifest): string {
  return [...formatManifestParts(manifest)].join('');
}

/** The stored form of a manifest, part by part: as one text it would be megabytes. */
export function* formatManifestParts({ files, ...head }: CutManifest): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"files":[`;
  for (let from = 0; from < files.length; from += FILES_IN_A_PART) {
    const part = JSON.stringify(files.slice(from, from + FILES_IN_A_PART)).slice(1, -1);
    yield from === 0 ? part : `,${part}`;
  }
  yield ']}';
}

/** By hand: for tens of thousands of files a schema of each would cost ten times the work, and a second list of them. */
function isFileList(value: unknown): value is readonly ManifestFile[] {
  return Array.isArray(value) && value.every(isManifestFile);
}

function isManifestFile(value: unknown): value is ManifestFile {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false;
  const { path, size, sha256 } = value as Partial<Record<keyof ManifestFile, unknown>>;
  return typeof path === 'string' && path !== '' && isSize(size) && isSha256(sha256);
}

function isSize(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isSha256(value: unknown): boolean {
  return typeof value === 'string' && SHA256.test(value);
}
