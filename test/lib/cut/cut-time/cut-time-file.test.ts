import fc from 'fast-check';
import {
  readCsvTime,
  readFileTime,
  readJsonTime,
  type FileCutTime,
} from '../../../../lib/cut/cut-time/cut-time-file.js';
import { shelfOfPackage } from '../../../../lib/cut/content/package-file-shelf.js';
import { DifusorError } from '../../../../lib/errors.js';
import { csvFile, PIPES, PUEBLA, type CsvDialect } from '../../../support/csv-file.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';
import { packageOf, type PackageContent } from '../../../support/package-double.js';
import { buildZip } from '../../../support/zip-writer.js';

const CENTER = 'America/Mexico_City';
const EIGHT_IN_THE_EVENING = new Date('2024-06-04T02:00:00Z');
const NAME = 'paquete.zip';

const read = (cutTime: FileCutTime, content: PackageContent): Promise<Date> =>
  readFileTime(cutTime, CENTER, NAME, shelfOfPackage(packageOf(content)));

const rows = [
  ['CLAVE_ACTA', 'CODIGO_INTEGRIDAD', 'FECHA_HORA'],
  ["'21", 'aa', '03/06/2024 19:23:55'],
  ["'22", 'bb', '03/06/2024 19:28:59'],
];
const ABOVE = ['GUBERNATURA', '03/06/2024 20:00 (UTC-6)', ''];

describe('readFileTime', () => {
  const json: FileCutTime = { from: 'json', file: 'json/main.json', pointer: '/corte/hora' };
  const csv: FileCutTime = { from: 'csv', file: '*PREP_GUB*.zip!/*.csv' };

  it.each<[string, unknown]>([
    ['a text with an offset', '2024-06-03T20:00:00-06:00'],
    ['a text of the zone', '03/06/2024 20:00'],
    ['seconds since 1970', 1717466400],
    ['milliseconds since 1970', 1717466400000],
  ])('reads %s at a JSON Pointer', async (_name, hora) => {
    const content = { 'json/main.json': `\ufeff${JSON.stringify({ corte: { hora } })}` };
    expect(await read(json, content)).toEqual(EIGHT_IN_THE_EVENING);
  });

  it('reads the lines above the table of a CSV file in an archive of the package', async () => {
    const content = {
      '20240603_2000_PREP_AYUN_PUE.zip': buildZip([{ name: 'AYUN.csv', content: 'x' }]),
      '20240603_2000_PREP_GUB_PUE.zip': buildZip([
        { name: 'GUB.csv', content: csvFile({ above: ABOVE, rows }, PUEBLA) },
      ]),
    };
    expect(await read(csv, content)).toEqual(EIGHT_IN_THE_EVENING);
  });

  it.each<[string, FileCutTime, PackageContent, Record<string, unknown>]>([
    ['no such file', json, { 'main.json': '{}' }, { reason: 'noFile', place: 'json/main.json' }],
    [
      'several files',
      { from: 'csv', file: '*.csv' },
      { 'a.csv': 'x', 'b.csv': 'y' },
      { reason: 'severalFiles', place: '*.csv', found: 'a.csv, b.csv' },
    ],
    [
      'no JSON',
      json,
      { 'json/main.json': '<html>' },
      { reason: 'unreadable', place: 'json/main.json#/corte/hora' },
    ],
    ['nothing at the pointer', json, { 'json/main.json': '{"corte":{}}' }, { reason: 'noTime' }],
    ['an object at the pointer', json, { 'json/main.json': '{"corte":{"hora":{}}}' }, { reason: 'noTime' }],
    [
      'a number that is no time',
      json,
      { 'json/main.json': '{"corte":{"hora":20}}' },
      { reason: 'notATime', found: '20' },
    ],
    ['an archive that is none', csv, { 'PREP_GUB.zip': 'x' }, { reason: 'unreadable' }],
    [
      'two times',
      { from: 'csv', file: 'x.csv' },
      { 'x.csv': 'Corte 03/06/2024 20:00\nGenerado 03/06/2024 20:03\n' },
      { reason: 'severalTimes', found: '03/06/2024 20:00 / 03/06/2024 20:03' },
    ],
  ])('does not know the time of a package with %s', async (_name, cutTime, content, params) => {
    await expect(read(cutTime, content)).rejects.toMatchObject({
      code: 'CUT_TIME_UNKNOWN',
      params: { name: NAME, ...params },
    });
  });

  it('makes what it found safe to show', async () => {
    const content = { 'json/main.json': JSON.stringify({ corte: { hora: '31/06/2024 20:00 \u202eB' } }) };
    await expect(read(json, content)).rejects.toMatchObject({
      params: { found: '31/06/2024 20:00 \\u202eB' },
    });
  });

  it.each([
    ['an error of the package’s reader', new DifusorError('ARCHIVE_CORRUPT')],
    ['a failure of the disk', Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' })],
  ])('passes on %s', async (_name, failure) => {
    const shelf = shelfOfPackage({ paths: ['json/main.json'], read: () => Promise.reject(failure) });
    await expect(readFileTime(json, CENTER, NAME, shelf)).rejects.toBe(failure);
  });
});

describe('readJsonTime', () => {
  const at = (value: unknown) => readJsonTime(Buffer.from(JSON.stringify({ value })), '/value', 'UTC');

  it.each([NaN, -1, 0, 946_684_799, 1e11, 9e11, 1e16, 1e300, true, null, ['03/06/2024 20:00']])(
    'takes %p for no time',
    (value) => {
      expect(at(value).kind).toBe('none');
    },
  );

  it('follows a pointer into a list', () => {
    expect(readJsonTime(Buffer.from('[{"a/b":"2024-06-04T02:00Z"}]'), '/0/a~1b', 'UTC')).toEqual({
      kind: 'instant',
      at: EIGHT_IN_THE_EVENING,
    });
  });

  it('gives an instant, none or a syntax error, whatever the document', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.jsonValue());
    fc.assert(
      fc.property(value, (written) => {
        const reading = at(written);
        if (reading.kind === 'instant') expect(reading.at.getUTCFullYear()).toBeGreaterThanOrEqual(2000);
      }),
      { seed: 20270606, numRuns: FUZZ_RUNS },
    );
  });
});

describe('readCsvTime', () => {
  it.each<[string, CsvDialect, readonly string[]]>([
    ['as in Puebla', PUEBLA, ABOVE],
    ['with pipes, CR and Windows-1252', PIPES, ['sep=|', 'ELECCIÓN DE GUBERNATURA', '3/JUN/2024 20:00', '']],
    ['with CR LF and quotes', { ...PUEBLA, lineEnd: '\r\n', quoteAll: true }, ['"03/06/2024 20:00"']],
    ['with lines that a spreadsheet filled up', PUEBLA, ['GUBERNATURA,,', '03/06/2024 20:00,,', ',,']],
    ['with a dash of Windows-1252', PIPES, ['03/06/2024 20:00 (UTC\x966)']],
  ])('reads the header of a file %s, and not the times in its rows', (_name, dialect, above) => {
    expect(readCsvTime(csvFile({ above, rows }, dialect), CENTER)).toEqual({
      kind: 'instant',
      at: EIGHT_IN_THE_EVENING,
    });
  });

  it('finds no time in a file that has none above its table', () => {
    expect(readCsvTime(csvFile({ above: ['GUBERNATURA'], rows }, PUEBLA), CENTER)).toMatchObject({
      reason: 'noTime',
    });
  });

  it('throws at no bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readCsvTime(bytes, CENTER).kind).toMatch(/^(instant|none)$/);
      }),
      { seed: 20270606, numRuns: FUZZ_RUNS },
    );
  });
});
