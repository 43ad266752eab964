import { getFileNameLowLevel, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { DifusorError } from '../errors.js';
import type { ArchiveLimits } from './archive-limits.js';
import { printable } from './entry-path.js';
import { assertFileOrDirectory } from './entry-kind.js';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 0x1;
/** Size and CRC stand behind the data, and the local header has zeros. */
const DESCRIPTOR_FLAG = 0x8;
const UTF8_FLAG = 0x800;
const ZIP64_MARK = 0xffffffff;

/** An entry as the central directory lists it, with its name decoded and nothing of it trusted yet. */
export interface ZipEntry {
  /** A folder's ends in `/`. */
  readonly name: string;
  readonly raw: Entry;
}

/** @returns the entry with its name as the archive means it: backslashes are kept, not turned into slashes */
export function decodeEntry(raw: Entry): ZipEntry {
  return {
    raw,
    name: getFileNameLowLevel(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, true),
  };
}

/**
 * Whether an entry is one that a package may hold, beside its path.
 * @throws ARCHIVE_ENTRY_NOT_A_FILE, ARCHIVE_ENTRY_ENCRYPTED, ARCHIVE_ENTRY_METHOD_UNKNOWN, ARCHIVE_RATIO_TOO_HIGH
 */
export function assertReadable({ name, raw }: ZipEntry, limits: ArchiveLimits): void {
  assertFileOrDirectory(name, raw.externalFileAttributes >>> 16);
  const entry = printable(name);
  if (raw.generalPurposeBitFlag & ENCRYPTED_FLAG)
    throw new DifusorError('ARCHIVE_ENTRY_ENCRYPTED', { entry });
  const method = raw.compressionMethod;
  if (method !== STORED && method !== DEFLATED) {
    throw new DifusorError('ARCHIVE_ENTRY_METHOD_UNKNOWN', { entry, method });
  }
  const ratio = raw.uncompressedSize / Math.max(raw.compressedSize, 1);
  if (ratio > limits.maxRatio) {
    throw new DifusorError('ARCHIVE_RATIO_TOO_HIGH', {
      entry,
      ratio: Math.ceil(ratio),
      limit: limits.maxRatio,
    });
  }
}

/**
 * Where an entry's bytes stand, after its local header was found to say what the central directory says.
 * @throws Error when the two headers differ
 */
export async function locateEntry(
  zip: ZipFile,
  { raw, name }: ZipEntry,
): Promise<{ start: number; end: number }> {
  const local = await zip.readLocalFileHeaderPromise(raw);
  if (!agree(local, raw)) throw new Error(`local and central headers of ${printable(name)} differ`);
  return { start: raw.relativeOffsetOfLocalHeader, end: local.fileDataStart + raw.compressedSize };
}

function agree(local: LocalFileHeader, central: Entry): boolean {
  const changed = local.generalPurposeBitFlag ^ central.generalPurposeBitFlag;
  const sameEntry =
    local.fileName.equals(central.fileNameRaw) &&
    local.compressionMethod === central.compressionMethod &&
    (changed & (ENCRYPTED_FLAG | DESCRIPTOR_FLAG | UTF8_FLAG)) === 0;
  if (!sameEntry || local.generalPurposeBitFlag & DESCRIPTOR_FLAG) return sameEntry;
  const sameSize = [ZIP64_MARK, central.compressedSize].includes(local.compressedSize);
  return sameSize && local.crc32 === central.crc32;
}
