/** One entry of a tar, with whatever lies a test wants it to tell. */
export interface TarSpec {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** Type flag. @default a plain file, or a folder where the name ends in a slash */
  readonly type?: string;
  /** @default 0644 */
  readonly mode?: number;
  readonly linkName?: string;
  /** Bytes as declared; a negative one is written as base 256. @default the content's */
  readonly declaredSize?: number;
  /** Records of an extended header before it. @default its path, where that is too long for the header */
  readonly pax?: Readonly<Record<string, string>>;
  /** Whether a long name comes the old GNU way. @default in an extended header */
  readonly gnuLongName?: boolean;
  /** @default what the header sums up to */
  readonly checksum?: number;
  /** @default `ustar`, version 00 */
  readonly magic?: string;
}

const BLOCK = 512;
const NAME_BYTES = 100;
/** A tar's end. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/** Writes a tar as the entries say, true or not. */
export function buildTar(entries: readonly TarSpec[], end: Buffer = TAR_END): Buffer {
  return Buffer.concat([...entries.map(tarEntry), end]);
}

/** An entry's headers and data, as they stand in a tar. */
export function tarEntry(entry: TarSpec): Buffer {
  const name = Buffer.from(entry.name);
  const content = Buffer.from(entry.content ?? '');
  const long = name.length > NAME_BYTES;
  const pax = entry.pax ?? (long && !entry.gnuLongName ? { path: name.toString() } : undefined);
  return Buffer.concat([
    pax === undefined ? Buffer.alloc(0) : special('x', paxRecords(pax)),
    entry.gnuLongName ? special('L', Buffer.concat([name, Buffer.of(0)])) : Buffer.alloc(0),
    header({ ...entry, name: name.subarray(0, NAME_BYTES) }, content.length),
    padded(content),
  ]);
}

function special(type: string, content: Buffer): Buffer {
  return Buffer.concat([header({ name: '././@LongLink', type }, content.length), padded(content)]);
}

/** Each record says its own length, digits included. */
function paxRecords(records: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    const bytes = Buffer.byteLength(rest);
    const digits = String(bytes + String(bytes).length).length;
    return `${bytes + digits}${rest}`;
  });
  return Buffer.from(lines.join(''));
}

function header(entry: TarSpec, bytes: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const name = Buffer.from(entry.name);
  const folder = name.at(-1) === 0x2f;
  name.copy(block, 0);
  octal(block, 100, 8, entry.mode ?? 0o644);
  octal(block, 108, 8, 0);
  octal(block, 116, 8, 0);
  size(block, entry.declaredSize ?? bytes);
  octal(block, 136, 12, 1_717_369_200);
  block.write(entry.type ?? (folder ? '5' : '0'), 156, 'latin1');
  block.write(entry.linkName ?? '', 157);
  block.write(entry.magic ?? 'ustar\u000000', 257, 'latin1');
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  octal(block, 148, 7, entry.checksum ?? sum);
  return block;
}

function size(block: Buffer, bytes: number): void {
  if (bytes >= 0 && bytes < 8 ** 11) return octal(block, 124, 12, bytes);
  block.fill(bytes < 0 ? 0xff : 0, 124, 136);
  block.writeBigInt64BE(BigInt(bytes), 128);
  if (bytes >= 0) block[124] = 0x80;
}

function octal(block: Buffer, offset: number, length: number, value: number): void {
  block.write(`${value.toString(8).padStart(length - 1, '0')}\u0000`, offset, 'latin1');
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);
}
