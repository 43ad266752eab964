import { DifusorError } from '../../errors.js';
import type { CutTimeSettings } from '../../worker-settings.js';
import { contentFaultOf } from '../content/content-fault.js';
import { linesAboveTable } from './csv-header.js';
import { decodeText, linesOf } from '../content/csv-text.js';
import { EARLIEST_YEAR, readInstant, type InstantReading } from './cut-time-instant.js';
import { cutTimeUnknown } from './cut-time-unknown.js';
import { failureOf } from '../../failure.js';
import { followPointer } from './json-pointer.js';
import { readHead, readOneFile, readWhole, type OneFile } from '../content/package-file.js';
import type { FileShelf } from '../content/package-file-shelf.js';

/** Settings of a time that stands in a file of the package. */
export type FileCutTime = Extract<CutTimeSettings, { readonly file: string }>;

/** Bytes within which the lines above a CSV file's table must be. */
const CSV_HEAD_BYTES = 64 * 1024;
/** Beyond it a number is taken for milliseconds: as seconds it would be a date of the year 5138. */
const MOST_SECONDS = 1e11;

/**
 * The time that a file of the package gives, by its own offset, else in an IANA zone.
 * @throws CUT_TIME_UNKNOWN when there is no such file or more than one, or it names no time, several, or none that was;
 *   the codes of the package's reader
 */
export async function readFileTime(
  cutTime: FileCutTime,
  zone: string,
  name: string,
  shelf: FileShelf,
): Promise<Date> {
  const place = cutTime.from === 'json' ? `${cutTime.file}#${cutTime.pointer}` : cutTime.file;
  const one = await readOrRefuse(cutTime, zone, shelf, (reason) =>
    cutTimeUnknown(name, 'unreadable', place, contentFaultOf(reason), reason),
  );
  if (one.kind === 'none') throw cutTimeUnknown(name, 'noFile', cutTime.file);
  if (one.kind === 'several') throw cutTimeUnknown(name, 'severalFiles', cutTime.file, one.paths.join(', '));
  const reading = one.content;
  if (reading.kind === 'none') throw cutTimeUnknown(name, reading.reason, place, reading.found);
  return reading.at;
}

async function readOrRefuse(
  cutTime: FileCutTime,
  zone: string,
  shelf: FileShelf,
  refusal: (reason: unknown) => DifusorError,
): Promise<OneFile<InstantReading>> {
  try {
    return await readOneFile(shelf, cutTime.file, async (content) =>
      cutTime.from === 'json'
        ? readJsonTime(await readWhole(content), cutTime.pointer, zone)
        : readCsvTime(await readHead(content, CSV_HEAD_BYTES), zone),
    );
  } catch (error) {
    // What has a system call is the disk's trouble and not the package's.
    throw error instanceof DifusorError || failureOf(error).syscall !== undefined ? error : refusal(error);
  }
}

/**
 * The time at a JSON Pointer: a text, or a number of seconds or milliseconds since 1970.
 * @throws SyntaxError when the bytes are no JSON
 */
export function readJsonTime(bytes: Uint8Array, pointer: string, zone: string): InstantReading {
  const value = followPointer(JSON.parse(decodeText(bytes)), pointer);
  if (typeof value === 'string') return readInstant(value, zone);
  if (typeof value === 'number') return readEpoch(value);
  return { kind: 'none', reason: 'noTime', found: '' };
}

function readEpoch(value: number): InstantReading {
  const at = new Date(value < MOST_SECONDS ? value * 1000 : value);
  if (at.getTime() >= Date.UTC(EARLIEST_YEAR, 0)) return { kind: 'instant', at };
  return { kind: 'none', reason: 'notATime', found: String(value) };
}

/** The time in the lines above a CSV file's table. */
export function readCsvTime(head: Uint8Array, zone: string): InstantReading {
  return readInstant(linesAboveTable(linesOf(decodeText(head))).join('\n'), zone);
}
