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
  /** Offset in the archive of which the directory says that the entry stands there. @default it has bytes of its own */
  readonly at?: number;
}

const UTF8_FLAG = 0x800;
const UNIX = 3 << 8;
const VERSION = 20;
const NOON_OF_2024_06_02 = [u16(0x6000), u16(0x58c2)];

/** Writes a zip as the entries say, true or not. */
export function buildZip(entries: readonly ZipSpec[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let end = 0;
  for (const entry of entries) {
    const local = entry.at === undefined ? localEntry(entry) : Buffer.alloc(0);
    locals.push(local);
    central.push(centralEntry(entry, entry.at ?? end));
    end += local.length;
  }
  return Buffer.concat([...locals, ...central, endRecord(central, end, comment)]);
}

/** An entry's own header and data, as they stand in an archive. */
export function localEntry(entry: ZipSpec): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  return Buffer.concat([
    u32(0x04034b50),
    u16(VERSION),
    facts(entry),
    u16(name.length),
    u16(0),
    name,
    packed(entry),
  ]);
}

function centralEntry(entry: ZipSpec, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const attributes = u32(((entry.mode ?? 0) << 16) >>> 0);
  const none = [u16(0), u16(0), u16(0), u16(0)];
  const versions = [u16(UNIX | VERSION), u16(VERSION)];
  return Buffer.concat([
    u32(0x02014b50),
    ...versions,
    facts(entry),
    u16(name.length),
    ...none,
    attributes,
    u32(offset),
    name,
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

function packed({ content, method = 8 }: ZipSpec): Buffer {
  const bytes = Buffer.from(content ?? '');
  return method === 8 ? deflateRawSync(bytes) : bytes;
}

function endRecord(central: readonly Buffer[], offset: number, comment: string): Buffer {
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const count = u16(central.length);
  const text = Buffer.from(comment);
  return Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    count,
    count,
    u32(size),
    u32(offset),
    u16(text.length),
    text,
  ]);
}

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}
