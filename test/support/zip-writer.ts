import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip, with whatever lies a test wants it to tell. */
export interface ZipSpec {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** @default deflated (8) */
  readonly method?: number;
  /** Unix mode. @default none recorded */
  readonly mode?: number;
  /** General purpose flags. @default UTF-8 names */
  readonly flags?: number;
  /** @default the content's */
  readonly crc32?: number;
  /** Expanded size as declared. @default the content's */
  readonly declaredSize?: number;
  /** Name in the local header. @default the same */
  readonly localName?: string;
  /** Extra fields in the central directory. @default none */
  readonly extra?: Buffer;
  /** Extra fields in the local header. @default none */
  readonly localExtra?: Buffer;
  /** Offset in the archive of which the directory says that the entry stands there. @default it has bytes of its own */
  readonly at?: number;
}

/** How the end of a zip is told. */
export interface ZipEndSpec {
  readonly comment?: string;
  /** Whether a record of 64 bits says it too. @default no */
  readonly zip64?: boolean;
  /** Where the record of 64 bits is said to stand. @default where it stands */
  readonly zip64At?: number;
  /** Entries, as the record of 32 bits counts them. @default as there are, or the mark where they don't fit */
  readonly count?: number;
  /** Entries, as the record of 64 bits counts them. @default as there are */
  readonly count64?: number;
  /** Number of this disk. @default 0 */
  readonly disk?: number;
  /** Where the directory is said to begin. @default where it begins */
  readonly start?: number;
}

const UTF8_FLAG = 0x800;
const MARK16 = 0xffff;
const UNIX = 3 << 8;
const VERSION = 20;
const NOON_OF_2024_06_02 = [u16(0x6000), u16(0x58c2)];

/** Writes a zip as the entries say, true or not. */
export function buildZip(entries: readonly ZipSpec[], ending: ZipEndSpec = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let end = 0;
  for (const entry of entries) {
    const local = entry.at === undefined ? localEntry(entry) : Buffer.alloc(0);
    locals.push(local);
    central.push(centralEntry(entry, entry.at ?? end));
    end += local.length;
  }
  return Buffer.concat([...locals, ...central, endRecords(central, end, ending)]);
}

/** An entry's own header and data, as they stand in an archive. */
export function localEntry(entry: ZipSpec): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  return Buffer.concat([
    u32(0x04034b50),
    u16(VERSION),
    facts(entry),
    u16(name.length),
    u16(entry.localExtra?.length ?? 0),
    name,
    entry.localExtra ?? Buffer.alloc(0),
    packed(entry),
  ]);
}

function centralEntry(entry: ZipSpec, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const attributes = u32(((entry.mode ?? 0) << 16) >>> 0);
  const extra = entry.extra ?? Buffer.alloc(0);
  const none = [u16(0), u16(0), u16(0)];
  const versions = [u16(UNIX | VERSION), u16(VERSION)];
  return Buffer.concat([
    u32(0x02014b50),
    ...versions,
    facts(entry),
    u16(name.length),
    u16(extra.length),
    ...none,
    attributes,
    u32(offset),
    name,
    extra,
  ]);
}

/** What the local header and the central directory both say of an entry. */
function facts(entry: ZipSpec): Buffer {
  const content = Buffer.from(entry.content ?? '');
  const checksum = entry.crc32 ?? crc32(content);
  const sizes = [u32(packed(entry).length), u32(entry.declaredSize ?? content.length)];
  const how = [u16(entry.flags ?? UTF8_FLAG), u16(entry.method ?? 8)];
  return Buffer.concat([...how, ...NOON_OF_2024_06_02, u32(checksum), ...sizes]);
}

const PACKED = new WeakMap<ZipSpec, Buffer>();

function packed(entry: ZipSpec): Buffer {
  const { content, method = 8 } = entry;
  const bytes =
    PACKED.get(entry) ?? (method === 8 ? deflateRawSync(content ?? '') : Buffer.from(content ?? ''));
  PACKED.set(entry, bytes);
  return bytes;
}

function endRecords(central: readonly Buffer[], offset: number, ending: ZipEndSpec): Buffer {
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const text = Buffer.from(ending.comment ?? '');
  const count = u16(ending.count ?? Math.min(central.length, MARK16));
  return Buffer.concat([
    ending.zip64 ? records64(central.length, size, offset, ending) : Buffer.alloc(0),
    u32(0x06054b50),
    u16(ending.disk ?? 0),
    u16(0),
    count,
    count,
    u32(size),
    u32(ending.start ?? offset),
    u16(text.length),
    text,
  ]);
}

function records64(entries: number, size: number, offset: number, ending: ZipEndSpec): Buffer {
  const count = u64(ending.count64 ?? entries);
  const [versions, disk] = [[u16(45), u16(45)], u32(0)];
  const record = [u32(0x06064b50), u64(44), ...versions, disk, disk, count, count, u64(size), u64(offset)];
  return Buffer.concat([...record, u32(0x07064b50), disk, u64(ending.zip64At ?? offset + size), u32(1)]);
}

/** An extra field as a header holds it. */
export function extraField(id: number, ...values: Buffer[]): Buffer {
  const data = Buffer.concat(values);
  return Buffer.concat([u16(id), u16(data.length), data]);
}

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

export function u64(value: number | bigint): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}
