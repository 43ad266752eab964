import { GENERATION, type StablePlace } from '../edge/pointer.js';

const SHA256 = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;
const TO_THE_MINUTE = 'yyyy-mm-ddThh:mm'.length;

/** One file of a cut; `path` is relative, with `/` between its segments. */
export interface ManifestFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What a cut is made of. Once written for a generation it never changes, and then its files are all there. */
export interface CutManifest {
  readonly format: 1;
  readonly generation: string;
  /** Instant in UTC. */
  readonly cutTime: string;
  readonly packageName: string;
  /** Lower-case hexadecimal. */
  readonly packageSha256: string;
  /** Id of the window in which the cut arrived. */
  readonly window: string;
  /** The data of a rehearsal: never shown as results. */
  readonly rehearsal: boolean;
  /** The cut that was live when this one was fetched; tells a correction of the same time from a replay. */
  readonly supersedes?: string | undefined;
  /** Where the files stand whose names never get other content; absent: with the others. */
  readonly stable?: StablePlace | undefined;
  /** The cut that an incremental package was laid over. */
  readonly base?: string | undefined;
  /** Sorted by path. */
  readonly files: readonly ManifestFile[];
}

/** Reads a stored manifest; `undefined` for anything that is not one. */
export function parseManifest(text: string): CutManifest | undefined {
  try {
    const manifest: unknown = JSON.parse(text);
    return isManifest(manifest) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Reads some files of a stored manifest, as a list of their own; `undefined` for anything else. */
export function parseManifestFiles(text: string): readonly ManifestFile[] | undefined {
  try {
    const files: unknown = JSON.parse(text);
    return isFileList(files) ? files : undefined;
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

/** The stored form of a manifest as bytes, without its text: that would be as many megabytes again. */
export function manifestBytes(manifest: CutManifest): Buffer {
  let size = 0;
  for (const part of formatManifestParts(manifest)) size += Buffer.byteLength(part);
  const bytes = Buffer.allocUnsafeSlow(size);
  let written = 0;
  for (const part of formatManifestParts(manifest)) written += bytes.write(part, written);
  return bytes;
}

type Check = (value: unknown) => boolean;

/**
 * By hand: for tens of thousands of files a schema of each would cost ten times the work, and a second list of them; and
 * to load a library of schemas takes a tenth of the time in which a cut is published to a directory.
 */
const FIELDS: Readonly<Record<keyof CutManifest, Check>> = {
  format: (value) => value === 1,
  generation: isGeneration,
  cutTime: isInstant,
  packageName: isName,
  packageSha256: isSha256,
  window: isName,
  rehearsal: (value) => typeof value === 'boolean',
  supersedes: orAbsent(isGeneration),
  stable: orAbsent(isStablePlace),
  base: orAbsent(isGeneration),
  files: isFileList,
};

const STABLE_FIELDS: Readonly<Record<keyof StablePlace, Check>> = {
  under: isGeneration,
  prefixes: (value) => Array.isArray(value) && value.every((prefix) => typeof prefix === 'string'),
};

function isManifest(value: unknown): value is CutManifest {
  return hasJust(FIELDS, value);
}

function isStablePlace(value: unknown): boolean {
  return hasJust(STABLE_FIELDS, value);
}

/** Whether a value is an object of these fields and no others. */
function hasJust(fields: Readonly<Record<string, Check>>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  return (
    Object.entries(fields).every(([name, check]) => check(given.get(name))) &&
    [...given.keys()].every((name) => Object.hasOwn(fields, name))
  );
}

function orAbsent(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isGeneration(value: unknown): boolean {
  return typeof value === 'string' && GENERATION.test(value);
}

/** Such as `2024-06-03T03:20:00.000Z`; a day that its month has not is none. */
function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  const instant = new Date(value);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value.slice(0, TO_THE_MINUTE));
}

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
