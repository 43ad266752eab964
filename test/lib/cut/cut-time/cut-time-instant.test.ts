import fc from 'fast-check';
import { DateTime, FixedOffsetZone } from 'luxon';
import { readInstant, readLocalTime } from '../../../../lib/cut/cut-time/cut-time-instant.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';

const FUZZ = { seed: 20270606, numRuns: FUZZ_RUNS };
const CENTER = 'America/Mexico_City';
const EIGHT_IN_THE_EVENING = '2024-06-04T02:00:00.000Z';

const read = (text: string, zone = CENTER): string => {
  const reading = readInstant(text, zone);
  return reading.kind === 'instant' ? reading.at.toISOString() : reading.reason;
};

describe('readInstant', () => {
  it.each([
    '03/06/2024 20:00 (UTC-6)',
    '3/6/2024, 20:00:00',
    '03-06-2024 20:00',
    '3/JUN/2024 20:00',
    '3-jun-2024 20:00 hrs',
    '3 de junio de 2024, 20:00 horas',
    '3 de junio del 2024 a las 20:00',
    '2024-06-03 20:00',
    '2024-06-03T20:00:00',
    '2024-06-03T20:00:00.000-06:00',
    '2024-06-03T20:00-0600',
    '2024-06-04T02:00:00Z',
    '2024-06-04T02:00:00,000Z',
    '04/06/2024 02:00 (UTC)',
    '2024-06-04 02:00 UTC',
    '03/06/2024 20:00 UTC-06:00',
    '03/06/2024 19:00 (GMT-7)',
    '03/06/2024 20:00 (UTC\u22126)',
    '03/06/2024 20:00 UTC – 6',
    '03/06/2024 08:00 p. m.',
    '03/06/2024 8:00 PM',
    'Corte: 03/06/2024 20:00 (UTC-6), Gubernatura',
    '"03/06/2024 20:00",,,',
    'Fecha|03/06/2024 20:00|',
  ])('reads %p', (text) => {
    expect(read(text)).toBe(EIGHT_IN_THE_EVENING);
  });

  it.each([
    ['ENE', 1],
    ['febrero', 2],
    ['Mar', 3],
    ['abr', 4],
    ['MAYO', 5],
    ['jun.', 6],
    ['julio', 7],
    ['ago', 8],
    ['sept', 9],
    ['septiembre', 9],
    ['setiembre', 9],
    ['Oct', 10],
    ['nov', 11],
    ['DICIEMBRE', 12],
  ])('knows the month %p', (name, month) => {
    const expected = `2024-${String(month).padStart(2, '0')}-07T06:30:00.000Z`;
    expect(read(`7/${name}/2024 06:30`, 'UTC')).toBe(expected);
  });

  it('takes a day before its month', () => {
    expect(read('03/06/2024 00:00', 'UTC')).toBe('2024-06-03T00:00:00.000Z');
  });

  it('lets an explicit offset win over the zone', () => {
    expect(read('03/06/2024 19:00 (UTC-7)', 'America/Cancun')).toBe(EIGHT_IN_THE_EVENING);
    expect(read('03/06/2024 21:00', 'America/Cancun')).toBe(EIGHT_IN_THE_EVENING);
  });

  it.each([
    '',
    'GUBERNATURA',
    '03/06/2024',
    '20:00',
    '03/06/24 20:00',
    '03/06-2024 20:00',
    '103/06/2024 20:00',
    '20240603 2000',
    '1717466400',
    '03/06/2024\n20:00',
    '3 Jan 2024 20:00',
    '03/06/2024 20:00:00:00',
    '03/06/2024 20:001',
  ])('finds no time in %p', (text) => {
    expect(read(text)).toBe('noTime');
  });

  it.each([
    '31/06/2024 20:00',
    '29/02/2023 20:00',
    '06/13/2024 20:00',
    '00/06/2024 20:00',
    '03/06/2024 24:00',
    '03/06/2024 20:60',
    '03/06/2024 20:00:60',
    '03/06/1024 20:00',
    '03/06/2024 20:00 p.m.',
    '03/06/2024 00:30 a.m.',
    '03/06/2024 20:00 (UTC-15)',
    '03/06/2024 20:00 (UTC-6:75)',
    '03/06/2024 20:00 CST',
    '03/06/2024 20:00 (hora del Pacífico)',
    '03/06/2024 20:00 UTC menos 6',
    '03/06/2024 20:00-06:00',
    '03/06/2024 20:00 - 21:00',
    '03/06/2024 20:00 (UTC-6.5)',
    '03/06/2024 20:00 (UTC,6)',
  ])('takes %p for no time that can be relied on', (text) => {
    expect(read(text)).toBe('notATime');
  });

  it('refuses two times that differ, and takes one that stands there twice', () => {
    expect(readInstant('03/06/2024 20:00\n03/06/2024 20:15', CENTER)).toEqual({
      kind: 'none',
      reason: 'severalTimes',
      found: '03/06/2024 20:00 / 03/06/2024 20:15',
    });
    expect(read('03/06/2024 20:00\n2024-06-04T02:00:00Z')).toBe(EIGHT_IN_THE_EVENING);
  });

  it('refuses a good time beside one that is none', () => {
    expect(read('03/06/2024 20:00\n32/06/2024 20:00')).toBe('notATime');
  });

  it('shows the words that stand in the way', () => {
    expect(readInstant('Corte 03/06/2024 20:00 CST, o así', CENTER)).toMatchObject({
      found: '03/06/2024 20:00 CST, o así',
    });
  });

  it('refuses a time that the zone never had, and one that it had twice, unless an offset tells which', () => {
    expect(read('10/03/2024 02:30', 'America/Tijuana')).toBe('skipped');
    expect(read('03/11/2024 01:30', 'America/Tijuana')).toBe('twice');
    expect(read('03/11/2024 01:30 (UTC-7)', 'America/Tijuana')).toBe('2024-11-03T08:30:00.000Z');
    expect(read('03/11/2024 01:30 (UTC-8)', 'America/Tijuana')).toBe('2024-11-03T09:30:00.000Z');
    expect(read('03/11/2024 02:00', 'America/Tijuana')).toBe('2024-11-03T10:00:00.000Z');
  });

  it('knows no time in a zone that does not exist', () => {
    expect(read('03/06/2024 20:00', 'CST6')).toBe('notATime');
  });

  it('takes no time for a long run of blanks', () => {
    expect(read(`3${' '.repeat(60_000)}de junio de 2024 20:00`)).toBe('noTime');
  });
});

const minute = fc.integer({ min: Date.UTC(2000, 1) / 60_000, max: Date.UTC(2099, 0) / 60_000 });
const zone = fc.constantFrom(
  CENTER,
  'America/Tijuana',
  'America/Mazatlan',
  'America/Cancun',
  'Europe/Madrid',
);
const localForm = fc.constantFrom(
  'dd/MM/yyyy HH:mm',
  'd/M/yyyy H:mm',
  'dd-MM-yyyy HH:mm:ss',
  'd/MMM/yyyy HH:mm',
  "d 'de' MMMM 'de' yyyy, HH:mm",
  'yyyy-MM-dd HH:mm',
  "yyyy-MM-dd'T'HH:mm:ss",
);
const label = fc.constantFrom('', 'Corte: ', 'GUBERNATURA\n', 'sep=|\r', '"');

describe('dates, fuzzed', () => {
  it('reads back what was written in a zone, unless the zone had that time twice', () => {
    fc.assert(
      fc.property(minute, zone, localForm, label, (minutes, ianaZone, form, before) => {
        const at = DateTime.fromMillis(minutes * 60_000, { zone: ianaZone, locale: 'es' });
        const reading = readInstant(before + at.toFormat(form), ianaZone);
        const expected =
          at.getPossibleOffsets().length > 1
            ? { kind: 'none', reason: 'twice' }
            : { kind: 'instant', at: at.toJSDate() };
        expect(reading).toMatchObject(expected);
      }),
      FUZZ,
    );
  });

  it('reads back what was written with an offset, whatever the zone', () => {
    const offset = fc.integer({ min: -14 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    const suffix = fc.constantFrom("'(UTC'ZZ')'", "'UTC'Z", "'GMT'ZZZ");
    fc.assert(
      fc.property(minute, zone, localForm, offset, suffix, (minutes, ianaZone, form, east, written) => {
        const at = DateTime.fromMillis(minutes * 60_000, {
          zone: FixedOffsetZone.instance(east),
          locale: 'es',
        });
        expect(readInstant(at.toFormat(`${form} ${written}`), ianaZone)).toEqual({
          kind: 'instant',
          at: at.toJSDate(),
        });
      }),
      FUZZ,
    );
  });

  it('takes nothing for a date that has not its day, year, hour and minute in it', () => {
    const token = fc.oneof(
      fc.integer({ min: 0, max: 2100 }).map(String),
      fc.constantFrom(
        '/',
        '-',
        ':',
        ' ',
        'T',
        'jun',
        'de',
        '2024',
        '03',
        '20:00',
        '03/06/2024',
        'UTC',
        '(',
        ')',
        'pm',
        ',',
      ),
      fc.string({ maxLength: 3 }),
    );
    const text = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const reading = readInstant(written, 'UTC');
        if (reading.kind === 'none') return;
        const local = ([-14, 0, 14] as const).map((hours) =>
          String(new Date(reading.at.getTime() + hours * 3_600_000).getUTCFullYear()),
        );
        expect(local.some((year) => written.includes(year))).toBe(true);
        expect(written).toMatch(/\d{1,2}:\d{2}/);
        expect(written).toMatch(/\d{4}-\d\d-\d\d|\d{1,2}([/ -]|de)/);
      }),
      FUZZ,
    );
  });

  it('gives, of a date with one character changed, the instant of the numbers that stand there or none', () => {
    const original = '03/06/2024 20:00 (UTC-6)';
    const at = fc.nat({ max: original.length - 1 });
    fc.assert(
      fc.property(at, fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }), (index, other) => {
        const changed = original.slice(0, index) + other + original.slice(index + 1);
        const reading = readInstant(changed, CENTER);
        if (reading.kind === 'none') return;
        const numbers = (changed.match(/\d+/g) ?? []).map(Number);
        const [day = NaN, month = NaN, year = NaN, hour = NaN, minutes = NaN, hoursOff = NaN] = numbers;
        const east = /(UTC|GMT)\+/.test(changed) ? hoursOff : -hoursOff;
        expect(reading.at.getTime()).toBe(Date.UTC(year, month - 1, day, hour - east, minutes));
      }),
      FUZZ,
    );
  });
});

describe('readLocalTime', () => {
  it('refuses a field that is no number', () => {
    expect(readLocalTime({ year: 2024, month: NaN, day: 1, hour: 0, minute: 0, second: 0 }, 'UTC')).toBe(
      'notATime',
    );
  });
});
