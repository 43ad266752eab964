import { createHash } from 'node:crypto';
import { generationOf } from '../../lib/cut/index.js';
import { buildZip } from '../support/zip-writer.js';
import type { Random } from './random.js';

const MINUTE_MS = 60_000;

/** A package as the institute offers it, and what is true of it. */
export interface Offer {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly generation: string;
  readonly cutTime: Date;
  /** From then on it may be had. */
  readonly at: Date;
  /** Content of each file by its path; of a bad package, of nothing. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Why it must never be shown; absent: it is sound. */
  readonly bad?: 'corrupt' | 'partial' | 'future';
}

/** One period of the night: what is offered in it, in order. */
export interface TimetableOptions {
  readonly opensAt: Date;
  readonly periods: number;
  readonly periodMinutes: number;
  /** Offset of the times in archive names, in minutes. */
  readonly zoneMinutes: number;
}

/**
 * What an institute offers in one night that sends a whole package first and then what changed: now and then one is
 * damaged on its way, and is sent again some time later, or a whole package is; at the end comes a whole one.
 */
export function changesTimetable(random: Random, options: TimetableOptions): readonly Offer[] {
  const { opensAt, periods, periodMinutes } = options;
  const offers: Offer[] = [];
  let before: ReadonlyMap<string, Buffer> = new Map();
  let wholeNext = true;
  for (let period = -2; period <= periods; period += 1) {
    const cutTime = new Date(opensAt.getTime() + period * periodMinutes * MINUTE_MS);
    const at = new Date(cutTime.getTime() + random.integer(0, 6) * MINUTE_MS);
    const files = siteOf(cutTime, 100 + (period + 2) * 33 + random.integer(0, 9));
    const sent = wholeNext || period === periods ? files : changed(before, files);
    const made = offer(cutTime, at, buildZip(entriesOf(sent)), options, files);
    const damaged = period > -2 && period < periods && random.chance(0.25);
    wholeNext = false;
    if (!damaged) offers.push(made);
    else {
      offers.push({ ...offer(cutTime, at, flipped(made.bytes), options, new Map()), bad: 'corrupt' });
      wholeNext = random.chance(0.4);
      const later = new Date(at.getTime() + random.integer(1, 45) * MINUTE_MS);
      if (!wholeNext) offers.push({ ...made, at: later });
    }
    if (!damaged && random.chance(0.08))
      offers.push({ ...made, at: new Date(at.getTime() + 30 * MINUTE_MS) });
    before = files;
  }
  return offers.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function changed(
  before: ReadonlyMap<string, Buffer>,
  files: ReadonlyMap<string, Buffer>,
): ReadonlyMap<string, Buffer> {
  return new Map([...files].filter(([path, content]) => before.get(path)?.equals(content) !== true));
}

/** What an institute offers in one night: a cut each period, now and then a bad one, a correction or an old one again. */
export function timetable(random: Random, options: TimetableOptions): readonly Offer[] {
  const { opensAt, periods, periodMinutes } = options;
  const offers: Offer[] = [];
  // Two periods of zeros come before the opening.
  for (let period = -2; period < periods; period += 1) {
    const cutTime = new Date(opensAt.getTime() + period * periodMinutes * MINUTE_MS);
    const at = new Date(cutTime.getTime() + random.integer(0, 6) * MINUTE_MS);
    const counted = 100 + (period + 2) * 13 + random.integer(0, 9);
    offers.push(sound(cutTime, at, counted, options));
    const extraAt = new Date(at.getTime() + random.integer(1, 6) * MINUTE_MS);
    if (random.chance(0.1)) offers.push(corrupt(cutTime, extraAt, counted, options));
    if (random.chance(0.06)) offers.push(partial(cutTime, extraAt, counted, options));
    if (random.chance(0.06)) offers.push(sound(cutTime, extraAt, counted + 1, options));
    const earlier = offers.filter(({ bad }) => bad === undefined).at(-3);
    if (earlier !== undefined && random.chance(0.08)) offers.push({ ...earlier, at: extraAt });
    if (random.chance(0.04)) offers.push(future(extraAt, counted, options));
  }
  return offers.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function sound(cutTime: Date, at: Date, counted: number, options: TimetableOptions): Offer {
  const files = siteOf(cutTime, counted);
  return offer(cutTime, at, buildZip(entriesOf(files)), options, files);
}

/** A byte in the middle is another: the CRC, or the stream, no longer holds. */
function corrupt(cutTime: Date, at: Date, counted: number, options: TimetableOptions): Offer {
  const bytes = flipped(buildZip(entriesOf(siteOf(cutTime, counted + 500))));
  return { ...offer(later(cutTime), at, bytes, options, new Map()), bad: 'corrupt' };
}

function flipped(sound: Buffer): Buffer {
  const bytes = Buffer.from(sound);
  const middle = 60;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
  return bytes;
}

function partial(cutTime: Date, at: Date, counted: number, options: TimetableOptions): Offer {
  const files = new Map(siteOf(cutTime, counted + 700));
  files.delete('index.html');
  return { ...offer(later(cutTime), at, buildZip(entriesOf(files)), options, new Map()), bad: 'partial' };
}

function future(at: Date, counted: number, options: TimetableOptions): Offer {
  const cutTime = new Date(at.getTime() + 2 * 60 * MINUTE_MS);
  const files = siteOf(cutTime, counted + 900);
  return { ...offer(cutTime, at, buildZip(entriesOf(files)), options, new Map()), bad: 'future' };
}

function later(cutTime: Date): Date {
  return new Date(cutTime.getTime() + MINUTE_MS);
}

function offer(
  cutTime: Date,
  at: Date,
  bytes: Buffer,
  { zoneMinutes }: TimetableOptions,
  files: ReadonlyMap<string, Buffer>,
): Offer {
  const local = new Date(cutTime.getTime() + zoneMinutes * MINUTE_MS).toISOString();
  const name = `${local.slice(0, 16).replace(/[-:]/g, '').replace('T', '_')}_PREP_BCS.zip`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, bytes, sha256, generation: generationOf(cutTime, sha256), cutTime, at, files };
}

/** A small site: one page and the results change from cut to cut, without a change of size; actas only come. */
function siteOf(cutTime: Date, counted: number): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const put = (path: string, text: string): unknown => files.set(path, Buffer.from(text));
  put('index.html', `<!doctype html><title>PREP</title><p>${cutTime.toISOString()} ${counted}</p>\n`);
  put('json/main.json', JSON.stringify({ corte: cutTime.toISOString(), contabilizadas: counted }));
  put('css/sitio.css', 'body { font-family: system-ui; }\n');
  for (let acta = 0; acta * 40 < counted; acta += 1) put(`actas/${acta}.svg`, `<svg id="a${acta}"/>`);
  return files;
}

function entriesOf(files: ReadonlyMap<string, Buffer>): { name: string; content: Buffer; mode: number }[] {
  return [...files].map(([name, content]) => ({ name, content, mode: 0o100644 }));
}
