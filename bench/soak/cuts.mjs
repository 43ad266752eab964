import { crc32, deflateRawSync } from 'node:zlib';

const MINUTE_MS = 60_000;
/** America/Mazatlan has had no summer time since 2022. */
const ZONE_MINUTES = -420;
const DISTRICTS = 120;
const ACTAS = 200;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;
const UNIX_FILE = (0o100644 << 16) >>> 0;

/** Name and bytes of the package of a cut, as many minutes after the opening as its number says. */
export function packageOf(opensAt, number) {
  const at = new Date(opensAt.getTime() + (number + ZONE_MINUTES) * MINUTE_MS).toISOString();
  const name = `${at.slice(0, 10).replaceAll('-', '')}_${at.slice(11, 16).replace(':', '')}_PREP_BCS.zip`;
  return { name, bytes: zipOf(filesOf(number)), label: labelOf(number) };
}

export function labelOf(number) {
  return `corte-${String(number).padStart(6, '0')}`;
}

/** A site of some hundred files, of which a part changes from cut to cut. */
function filesOf(number) {
  const label = labelOf(number);
  const files = [
    ['index.html', `<!doctype html><title>PREP</title><p>${label}</p>\n`],
    ['json/main.json', JSON.stringify({ corte: label, filler: 'x'.repeat(20_000) })],
  ];
  for (let district = 0; district < DISTRICTS; district += 1) {
    const changed = (district + number) % 3 === 0 ? label : 'sin cambio';
    files.push([
      `json/distrito/${district}.json`,
      JSON.stringify({ district, changed, votes: 'y'.repeat(2000) }),
    ]);
  }
  for (let acta = 0; acta < ACTAS; acta += 1)
    files.push([`actas/${acta}.svg`, `<svg id="a${acta}"/>`.repeat(40)]);
  return files;
}

function zipOf(files) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content, { level: 1 });
    const facts = factsOf(name, content, packed);
    const local = Buffer.concat([u32(0x04034b50), u16(20), facts, u16(0), Buffer.from(name), packed]);
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16((3 << 8) | 20),
        u16(20),
        facts,
        placeOf(offset),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const count = u16(files.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(offset), u16(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

/** What both headers of an entry say, up to the length of its name. */
function factsOf(name, content, packed) {
  const noon = [u16(0x6000), u16(0x58c2)];
  const sizes = [u32(crc32(content)), u32(packed.length), u32(content.length)];
  return Buffer.concat([u16(UTF8_NAMES), u16(DEFLATED), ...noon, ...sizes, u16(Buffer.byteLength(name))]);
}

/** What only the directory says: no extra field, comment or further disk; the mode; where the entry begins. */
function placeOf(offset) {
  return Buffer.concat([u16(0), u16(0), u16(0), u16(0), u32(UNIX_FILE), u32(offset)]);
}

function u16(value) {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function u32(value) {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
