import { open, type FileHandle } from 'node:fs/promises';
import { DifusorError, type ErrorCode } from '../../errors.js';

const END_SIGNATURE = 'PK\u0005\u0006';
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_BYTES = 20;
const RECORD64_SIGNATURE = 0x06064b50;
const RECORD64_BYTES = 56;
const MARK16 = 0xffff;
const MARK32 = 0xffffffff;

/** What the end of a zip says of its directory, once it was found to contradict nothing. */
export interface ZipEnd {
  readonly entries: number;
  /** Offset of the directory's first byte. */
  readonly start: number;
  /** Offset behind the directory's last byte. */
  readonly end: number;
}

interface EndRecord extends ZipEnd {
  readonly disks: readonly number[];
}

/**
 * Reads the end of a zip.
 * @throws ARCHIVE_TRUNCATED when there is none; ARCHIVE_TRAILING_BYTES, ARCHIVE_MULTI_DISK, ARCHIVE_ZIP64_INVALID or
 *   ARCHIVE_DIRECTORY_DAMAGED when it does not fit what stands around it
 */
export async function readZipEnd(path: string, packageName: string): Promise<ZipEnd> {
  const refusal = (code: ErrorCode): DifusorError =>
    new DifusorError(code, { package: packageName }, { retryable: true });
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - LONGEST_COMMENT - END_BYTES - LOCATOR_BYTES), size);
    const at = tail.lastIndexOf(END_SIGNATURE, tail.length - END_BYTES, 'latin1');
    if (tail.length < END_BYTES || at < 0) throw refusal('ARCHIVE_TRUNCATED');
    const behind = tail.length - at - END_BYTES - tail.readUInt16LE(at + 20);
    if (behind !== 0) throw refusal(behind < 0 ? 'ARCHIVE_TRUNCATED' : 'ARCHIVE_TRAILING_BYTES');
    const endsAt = size - tail.length + at;
    const record = await readRecords(file, tail.subarray(0, at), tail.subarray(at), endsAt);
    const code = record === undefined ? 'ARCHIVE_ZIP64_INVALID' : contradiction(record);
    if (record === undefined || code !== undefined) throw refusal(code ?? 'ARCHIVE_ZIP64_INVALID');
    return record;
  } finally {
    await file.close();
  }
}

interface Records extends EndRecord {
  /** Offset at which the records begin that follow the directory. */
  readonly recordsAt: number;
}

function contradiction({ disks, end, recordsAt }: Records): ErrorCode | undefined {
  if (disks.some((disk) => disk !== 0)) return 'ARCHIVE_MULTI_DISK';
  return end === recordsAt ? undefined : 'ARCHIVE_DIRECTORY_DAMAGED';
}

/** The record of 32 bits, or that of 64 where there is one; `undefined` where the two contradict each other. */
async function readRecords(
  file: FileHandle,
  before: Buffer,
  record: Buffer,
  endsAt: number,
): Promise<Records | undefined> {
  const short = shortRecord(record);
  const locator = before.subarray(-LOCATOR_BYTES);
  if (locator.length < LOCATOR_BYTES || locator.readUInt32LE(0) !== LOCATOR_SIGNATURE) {
    const marked = record.readUInt32LE(12) === MARK32 || record.readUInt32LE(16) === MARK32;
    return marked ? undefined : { ...short, recordsAt: endsAt };
  }
  const recordsAt = readUInt64(locator, 8);
  const long = await readAt(file, recordsAt, recordsAt + RECORD64_BYTES);
  if (long.length < RECORD64_BYTES || long.readUInt32LE(0) !== RECORD64_SIGNATURE) return undefined;
  const fills = recordsAt + 12 + readUInt64(long, 4) === endsAt - LOCATOR_BYTES;
  return fills && agree(record, long) ? { ...longRecord(long), recordsAt } : undefined;
}

function shortRecord(record: Buffer): EndRecord {
  const start = record.readUInt32LE(16);
  const [onDisk, entries] = [record.readUInt16LE(8), record.readUInt16LE(10)];
  return {
    entries,
    start,
    end: start + record.readUInt32LE(12),
    disks: [record.readUInt16LE(4), record.readUInt16LE(6), entries - onDisk],
  };
}

function longRecord(record: Buffer): EndRecord {
  const start = readUInt64(record, 48);
  const [onDisk, entries] = [readUInt64(record, 24), readUInt64(record, 32)];
  return {
    entries,
    start,
    end: start + readUInt64(record, 40),
    disks: [record.readUInt32LE(16), record.readUInt32LE(20), entries - onDisk],
  };
}

/** Each value of the record of 32 bits is either the mark for "see the other" or the same. */
function agree(short: Buffer, long: Buffer): boolean {
  const pairs: [number, number, number][] = [
    [short.readUInt16LE(10), MARK16, readUInt64(long, 32)],
    [short.readUInt32LE(12), MARK32, readUInt64(long, 40)],
    [short.readUInt32LE(16), MARK32, readUInt64(long, 48)],
  ];
  return pairs.every(([value, mark, other]) => value === mark || value === other);
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  if (!Number.isSafeInteger(from)) return Buffer.alloc(0);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(to - from), position: from });
  return buffer.subarray(0, bytesRead);
}

function readUInt64(buffer: Buffer, offset: number): number {
  return Number(buffer.readBigUInt64LE(offset));
}
