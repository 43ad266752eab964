import { getFileNameLowLevel, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { DifusorError, type ErrorCode } from '../../errors.js';
import { kindOfMode } from './entry-kind.js';
import { printable } from './entry-path.js';
import { failureOf } from '../../failure.js';
import type { PackageEntry } from './package-entry.js';

const STORED = 0;
/** The method of every entry that is not stored. */
export const DEFLATED = 8;
/** Encrypted, strongly encrypted, or with its local header masked. */
const ENCRYPTED_FLAGS = 0x2041;
/** Size and CRC stand behind the data, and the local header has zeros. */
const DESCRIPTOR_FLAG = 0x8;
const UTF8_FLAG = 0x800;
const ZIP64_MARK = 0xffffffff;
const ZIP64_FIELD = 0x0001;

/** An entry as the central directory lists it, with its name decoded and nothing of it trusted yet. */
export interface ZipEntry extends PackageEntry {
  readonly raw: Entry;
}

/** @returns the entry with its name as the archive means it: backslashes are kept, not turned into slashes */
export function decodeEntry(raw: Entry): ZipEntry {
  const name = getFileNameLowLevel(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, true);
  const namedDirectory = name.endsWith('/');
  const mode = raw.externalFileAttributes >>> 16;
  return {
    raw,
    path: namedDirectory ? name.slice(0, -1) : name,
    namedDirectory,
    kind: kindOfMode(mode) ?? (namedDirectory ? 'directory' : 'file'),
    mode,
    size: raw.uncompressedSize,
    packedSize: raw.compressedSize,
  };
}

/**
 * Whether an entry's data can be read at all.
 * @throws ARCHIVE_ENTRY_ENCRYPTED, ARCHIVE_ENTRY_METHOD_UNKNOWN, ARCHIVE_ENTRY_SIZE_MISMATCH, ARCHIVE_ZIP64_INVALID
 */
export function assertReadable({ path, raw }: ZipEntry, packageName: string): void {
  const entry = printable(path);
  if (isEncrypted(raw.generalPurposeBitFlag)) throw new DifusorError('ARCHIVE_ENTRY_ENCRYPTED', { entry });
  const { compressionMethod: method, uncompressedSize } = raw;
  if (method !== STORED && method !== DEFLATED) {
    throw new DifusorError('ARCHIVE_ENTRY_METHOD_UNKNOWN', { entry, method });
  }
  if (!zip64Holds(raw)) throw new DifusorError('ARCHIVE_ZIP64_INVALID', { package: packageName });
  if (method === STORED && raw.compressedSize !== uncompressedSize) {
    throw damage('ARCHIVE_ENTRY_SIZE_MISMATCH', { entry, expected: uncompressedSize });
  }
}

export function isEncrypted(flags: number): boolean {
  return (flags & ENCRYPTED_FLAGS) !== 0;
}

/** A mark needs its field, and a field without a mark must not say something else. */
function zip64Holds({
  extraFields,
  uncompressedSize,
  compressedSize,
  relativeOffsetOfLocalHeader,
}: Entry): boolean {
  const field = extraFields.find(({ id }) => id === ZIP64_FIELD)?.data;
  const values = [uncompressedSize, compressedSize, relativeOffsetOfLocalHeader];
  if (field === undefined) return !values.includes(ZIP64_MARK);
  return zip64Values(field).every((value) => values.includes(value));
}

function zip64Values(field: Buffer): number[] {
  const count = Math.min(3, Math.floor(field.length / 8));
  return Array.from({ length: count }, (_, index) => Number(field.readBigUInt64LE(index * 8)));
}

/**
 * Where an entry's bytes stand, after its local header was found to say what the central directory says.
 * @throws ARCHIVE_HEADERS_DIFFER when there is no such header, or it says something else
 */
export async function locateEntry(
  zip: ZipFile,
  { raw, path }: ZipEntry,
): Promise<{ start: number; end: number }> {
  const local = await readLocalHeader(zip, raw);
  if (local === undefined || !agree(local, raw)) {
    throw damage('ARCHIVE_HEADERS_DIFFER', { entry: printable(path) });
  }
  return { start: raw.relativeOffsetOfLocalHeader, end: local.fileDataStart + raw.compressedSize };
}

async function readLocalHeader(zip: ZipFile, raw: Entry): Promise<LocalFileHeader | undefined> {
  if (!Number.isSafeInteger(raw.relativeOffsetOfLocalHeader)) return undefined;
  try {
    return await zip.readLocalFileHeaderPromise(raw);
  } catch (error) {
    if (failureOf(error).syscall !== undefined) throw error;
    return undefined;
  }
}

function agree(local: LocalFileHeader, central: Entry): boolean {
  const changed = local.generalPurposeBitFlag ^ central.generalPurposeBitFlag;
  const sameEntry =
    local.fileName.equals(central.fileNameRaw) &&
    local.compressionMethod === central.compressionMethod &&
    (changed & (ENCRYPTED_FLAGS | DESCRIPTOR_FLAG | UTF8_FLAG)) === 0;
  if (!sameEntry || local.generalPurposeBitFlag & DESCRIPTOR_FLAG) return sameEntry;
  const [uncompressed, compressed] = localSizes(local);
  return (
    local.crc32 === central.crc32 &&
    uncompressed === central.uncompressedSize &&
    compressed === central.compressedSize
  );
}

/** The sizes that a local header means, by its ZIP64 field where it has the mark. */
function localSizes(local: LocalFileHeader): (number | undefined)[] {
  const long = zip64Values(localField(local.extraField) ?? Buffer.alloc(0));
  return [local.uncompressedSize, local.compressedSize].map((size) =>
    size === ZIP64_MARK ? long.shift() : size,
  );
}

function localField(extra: Buffer): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === ZIP64_FIELD)
      return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

function damage(code: ErrorCode, params: Readonly<Record<string, string | number>>): DifusorError {
  return new DifusorError(code, params, { retryable: true });
}
