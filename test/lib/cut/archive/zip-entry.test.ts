import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPromise, type ZipFile } from 'yauzl';
import {
  assertReadable,
  decodeEntry,
  locateEntry,
  type ZipEntry,
} from '../../../../lib/cut/archive/zip-entry.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildZip, extraField, localEntry, u64, type ZipSpec } from '../../../support/zip-writer.js';

const directory = useTemporaryDirectory();
const opened: ZipFile[] = [];

afterEach(() => {
  for (const zip of opened.splice(0)) zip.close();
});

async function entriesOf(bytes: Buffer): Promise<{ zip: ZipFile; entries: ZipEntry[] }> {
  const path = join(directory(), 'package.zip');
  writeFileSync(path, bytes);
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false, validateEntrySizes: false });
  opened.push(zip);
  const entries: ZipEntry[] = [];
  for await (const raw of zip.eachEntry()) entries.push(decodeEntry(raw));
  return { zip, entries };
}

async function entryOf(bytes: Buffer): Promise<{ zip: ZipFile; entry: ZipEntry }> {
  const { zip, entries } = await entriesOf(bytes);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) throw new Error(`${entries.length} entries`);
  return { zip, entry };
}

describe('decodeEntry', () => {
  it.each<[string, ZipSpec, string, boolean?]>([
    ['UTF-8 where the entry says so', { name: 'niño.html' }, 'niño.html'],
    ['code page 437 where it does not', { name: Buffer.of(0x6e, 0x69, 0xa4, 0x6f), flags: 0 }, 'niño'],
    ['a backslash as it stands, for the policy to refuse', { name: '..\\a' }, '..\\a'],
    ['a folder without its last slash', { name: 'a/', method: 0 }, 'a', true],
  ])('reads a name as %s', async (_what, spec, path, namedDirectory = false) => {
    const { entry } = await entryOf(buildZip([spec]));
    expect(entry).toMatchObject({ path, namedDirectory });
  });
});

describe('assertReadable', () => {
  const check = async (spec: ZipSpec): Promise<unknown> => {
    const { entry } = await entryOf(buildZip([spec]));
    return assertReadable(entry, 'package.zip');
  };

  it.each<[string, ZipSpec]>([
    ['a stored file', { name: 'a', content: 'x', method: 0 }],
    ['a deflated file', { name: 'a', content: 'x' }],
    ['an empty file', { name: 'a', content: '', method: 0 }],
    ['a listed folder', { name: 'a/', method: 0, mode: 0o040755 }],
  ])('takes %s', async (_what, spec) => {
    await expect(check(spec)).resolves.toBeUndefined();
  });

  it.each<[string, ZipSpec, object]>([
    [
      'an encrypted entry',
      { name: 'a', content: 'x', flags: 0x801 },
      { code: 'ARCHIVE_ENTRY_ENCRYPTED', params: { entry: 'a' } },
    ],
    [
      'another method than stored and deflated',
      { name: 'a', content: 'x', method: 93 },
      { code: 'ARCHIVE_ENTRY_METHOD_UNKNOWN', params: { entry: 'a', method: 93 } },
    ],
    [
      'a name that would move a terminal’s cursor, in printable form',
      { name: 'a\u001b[2J', content: 'x', flags: 0x801 },
      { code: 'ARCHIVE_ENTRY_ENCRYPTED', params: { entry: 'a\\u001b[2J' } },
    ],
  ])('refuses %s', async (_what, spec, refusal) => {
    await expect(check(spec)).rejects.toMatchObject(refusal);
  });
});

describe('locateEntry', () => {
  /** A zip of one entry with some bytes of its local header replaced. */
  function withLocal(spec: ZipSpec, offset: number, replacement: Buffer): Buffer {
    const bytes = buildZip([spec]);
    replacement.copy(bytes, offset);
    return bytes;
  }

  const locate = async (bytes: Buffer): Promise<{ start: number; end: number }> => {
    const { zip, entry } = await entryOf(bytes);
    return locateEntry(zip, entry);
  };

  const SPEC: ZipSpec = { name: 'a.html', content: 'x'.repeat(100) };
  const FLAGS = 6;
  const METHOD = 8;
  const CRC = 14;
  const COMPRESSED = 18;
  const SIZE = 22;
  const u16 = (value: number): Buffer => Buffer.from([value & 0xff, value >>> 8]);
  const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

  it('tells where the bytes of each entry begin and end, header and data', async () => {
    const specs = [SPEC, { name: 'b', content: 'stored', method: 0 }];
    const { zip, entries } = await entriesOf(buildZip(specs));
    const [first, second] = specs.map((spec) => localEntry(spec).length);
    const places = [];
    for (const entry of entries) places.push(await locateEntry(zip, entry));
    expect(places).toEqual([
      { start: 0, end: first },
      { start: first, end: first! + second! },
    ]);
  });

  it.each<[string, Buffer]>([
    ['name', buildZip([{ ...SPEC, localName: 'b.html' }])],
    ['method', withLocal(SPEC, METHOD, u16(0))],
    ['CRC', withLocal(SPEC, CRC, u32(1))],
    ['compressed size', withLocal(SPEC, COMPRESSED, u32(99))],
    ['size', withLocal(SPEC, SIZE, u32(99))],
    ['size, by a mark without its field', withLocal(SPEC, COMPRESSED, u32(0xffffffff))],
    ['encryption', withLocal(SPEC, FLAGS, u16(0x801))],
    ['form of its name', withLocal(SPEC, FLAGS, u16(0))],
    ['place of size and CRC', withLocal(SPEC, FLAGS, u16(0x808))],
  ])('refuses an entry of which the two headers differ in the %s', async (_what, bytes) => {
    await expect(locate(bytes)).rejects.toMatchObject({
      code: 'ARCHIVE_HEADERS_DIFFER',
      params: { entry: 'a.html' },
    });
  });

  it('takes zeros for size and CRC where both headers say that they stand behind the data', async () => {
    const spec = { ...SPEC, flags: 0x808 };
    const bytes = withLocal(spec, CRC, Buffer.concat([u32(0), u32(0)]));
    expect(await locate(bytes)).toEqual({ start: 0, end: localEntry(spec).length });
  });

  it('takes the mark of sizes that stand in the ZIP64 field', async () => {
    const packed = localEntry(SPEC).length - localEntry({ ...SPEC, content: '', method: 0 }).length;
    const spec = { ...SPEC, localExtra: extraField(1, u64(100), u64(packed)) };
    const bytes = withLocal(spec, COMPRESSED, Buffer.concat([u32(0xffffffff), u32(0xffffffff)]));
    expect(await locate(bytes)).toEqual({ start: 0, end: localEntry(spec).length });
  });

  it('minds no flag that changes nothing of what is read', async () => {
    expect(await locate(withLocal(SPEC, FLAGS, u16(0x802)))).toMatchObject({ start: 0 });
  });
});
