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
  readonly crc32?: number;
  /** Expanded size as declared. */
  readonly declaredSize?: number;
  /** Name in the local header. @default the same */
  readonly localName?: string;
  /** Index of another entry on whose bytes this one is laid. */
  readonly sharesBytesOf?: number;
}

const UTF8_FLAG = 0x800;
const UNIX = 3 << 8;

/** Writes a zip as the entries say, true or not. */
export function buildZip(entries: readonly ZipSpec[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { method = 8, flags = UTF8_FLAG } = entry;
    const content = Buffer.from(entry.content ?? '');
    const data = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(entry.name as string);
    const crc = entry.crc32 ?? crc32(content);
    const size = entry.declaredSize ?? content.length;
    const shared = entry.sharesBytesOf === undefined ? undefined : offsets[entry.sharesBytesOf];
    const at = shared ?? offset;
    const localName = Buffer.from(entry.localName ?? name);
    const fixed = header(flags, method, crc, data.length, size);
    if (shared === undefined) {
      const local = Buffer.concat([
        u32(0x04034b50),
        u16(20),
        fixed,
        u16(localName.length),
        u16(0),
        localName,
        data,
      ]);
      parts.push(local);
      offset += local.length;
    }
    offsets.push(at);
    const attributes = ((entry.mode ?? 0) << 16) >>> 0;
    const tail = [u16(name.length), u16(0), u16(0), u16(0), u16(0), u32(attributes), u32(at), name];
    central.push(Buffer.concat([u32(0x02014b50), u16(UNIX | 20), u16(20), fixed, ...tail]));
  }
  return Buffer.concat([...parts, ...central, endRecord(entries.length, central, offset, comment)]);
}

function header(flags: number, method: number, crc: number, packed: number, size: number): Buffer {
  const NOON_OF_2024_06_02 = [u16(0x6000), u16(0x58c2)];
  return Buffer.concat([u16(flags), u16(method), ...NOON_OF_2024_06_02, u32(crc), u32(packed), u32(size)]);
}

function endRecord(count: number, central: readonly Buffer[], offset: number, comment: string): Buffer {
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const counts = [u16(0), u16(0), u16(Math.min(count, 0xffff)), u16(Math.min(count, 0xffff))];
  return Buffer.concat([
    u32(0x06054b50),
    ...counts,
    u32(size),
    u32(offset),
    u16(comment.length),
    Buffer.from(comment),
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
