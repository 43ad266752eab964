import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readArchiveName } from '../../../../lib/cut/cut-time/cut-time-name.js';
import { isDifusorError } from '../../../../lib/errors.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';
import { thrownBy } from '../../../support/thrown.js';

const FUZZ = { seed: 20270606, numRuns: FUZZ_RUNS };

describe('readArchiveName', () => {
  it.each([
    ['America/Mazatlan', '2024-06-03T03:20:00.000Z'],
    ['America/Mexico_City', '2024-06-03T02:20:00.000Z'],
    ['America/Tijuana', '2024-06-03T03:20:00.000Z'],
  ])('reads the time of an archive name in %s', (zone, expected) => {
    expect(readArchiveName('20240602_2020_PREP_BCS.zip', zone).toISOString()).toBe(expected);
  });

  it.each([
    'PREP_BCS.zip',
    '20240602_2020_BCS.zip',
    'x20240602_2020_PREP_BCS.zip',
    '20240602-2020_PREP_BCS.zip',
    '',
  ])('does not know the time of %p, which follows another pattern', (name) => {
    expect(thrownBy(() => readArchiveName(name, 'America/Mazatlan'))).toMatchObject({
      code: 'CUT_TIME_UNKNOWN',
      params: { name, reason: 'name', place: 'YYYYMMDD_HHMM_PREP…', found: '' },
    });
  });

  it.each([
    ['20241302_2020_PREP_BCS.zip', 'notATime', 'America/Mazatlan'],
    ['20240631_2020_PREP_BCS.zip', 'notATime', 'America/Mazatlan'],
    ['20240602_2460_PREP_BCS.zip', 'notATime', 'America/Mazatlan'],
    ['20240602_2400_PREP_BCS.zip', 'notATime', 'America/Mazatlan'],
    ['20240310_0230_PREP_BC.zip', 'skipped', 'America/Tijuana'],
    ['20241103_0130_PREP_BC.zip', 'twice', 'America/Tijuana'],
  ])('does not know the time of %p: %s', (name, reason, zone) => {
    expect(thrownBy(() => readArchiveName(name, zone))).toMatchObject({
      code: 'CUT_TIME_UNKNOWN',
      params: { name, reason, found: name.slice(0, 18) },
    });
  });
});

describe('archive names, fuzzed', () => {
  it('give back the time that they were made of', () => {
    const minute = fc.integer({ min: Date.UTC(2000, 1) / 60_000, max: Date.UTC(2099, 0) / 60_000 });
    fc.assert(
      fc.property(minute, fc.string(), (minutes, tail) => {
        const at = DateTime.fromMillis(minutes * 60_000, { zone: 'America/Mazatlan' });
        if (at.getPossibleOffsets().length > 1) return;
        const name = `${at.toFormat('yyyyMMdd_HHmm')}_PREP${tail}`;
        expect(readArchiveName(name, 'America/Mazatlan')).toEqual(at.toJSDate());
      }),
      FUZZ,
    );
  });

  it('give a time that stands in them, or a refusal', () => {
    const digit = fc.constantFrom(...'0123456789');
    const almost = fc
      .tuple(
        fc.string({ unit: digit, minLength: 7, maxLength: 9 }),
        fc.constantFrom('_', '-', ''),
        fc.string({ unit: digit, minLength: 3, maxLength: 5 }),
      )
      .map(([day, mark, time]) => `${day}${mark}${time}_PREP_BCS.zip`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (name) => {
        let read: Date;
        try {
          read = readArchiveName(name, 'UTC');
        } catch (error) {
          expect(isDifusorError(error, 'CUT_TIME_UNKNOWN')).toBe(true);
          return;
        }
        expect(name.startsWith(DateTime.fromJSDate(read, { zone: 'UTC' }).toFormat('yyyyMMdd_HHmm'))).toBe(
          true,
        );
      }),
      FUZZ,
    );
  });
});
