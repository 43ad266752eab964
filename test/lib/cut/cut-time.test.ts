import { readCutTime } from '../../../lib/cut/cut-time.js';
import { thrownBy } from '../../support/thrown.js';

const LATE = new Date('2024-06-04T12:00:00Z');
const named = (name: string, zone = 'America/Mazatlan', arrivedAt = LATE): string =>
  readCutTime({ from: 'archive-name', zone }, name, arrivedAt).toISOString();

describe('readCutTime', () => {
  it.each([
    ['America/Mazatlan', '2024-06-03T03:20:00.000Z'],
    ['America/Mexico_City', '2024-06-03T02:20:00.000Z'],
    ['America/Tijuana', '2024-06-03T03:20:00.000Z'],
  ])('reads the time of an archive name in %s', (zone, expected) => {
    expect(named('20240602_2020_PREP_BCS.zip', zone)).toBe(expected);
  });

  it.each([
    'PREP_BCS.zip',
    '20240602_2020_BCS.zip',
    'x20240602_2020_PREP_BCS.zip',
    '20240602-2020_PREP_BCS.zip',
    '20241302_2020_PREP_BCS.zip',
    '20240631_2020_PREP_BCS.zip',
    '20240602_2460_PREP_BCS.zip',
    '',
  ])('does not know the time of %p', (name) => {
    expect(thrownBy(() => named(name))).toMatchObject({ code: 'CUT_TIME_UNKNOWN' });
  });

  it('does not know a time that the clock change of the zone skipped', () => {
    expect(thrownBy(() => named('20240310_0230_PREP_BC.zip', 'America/Tijuana'))).toMatchObject({
      code: 'CUT_TIME_UNKNOWN',
    });
  });

  it('takes the arrival, to the second, where the call gives no name', () => {
    const arrivedAt = new Date('2024-06-03T03:20:07.654Z');
    const cutTime = readCutTime({ from: 'arrival', zone: 'America/Mazatlan' }, 'anything', arrivedAt);
    expect(cutTime.toISOString()).toBe('2024-06-03T03:20:07.000Z');
  });

  it('lets a cut be 5 minutes ahead of the clock, and no more', () => {
    const name = '20240602_2020_PREP_BCS.zip';
    expect(named(name, 'America/Mazatlan', new Date('2024-06-03T03:15:00Z'))).toBe(
      '2024-06-03T03:20:00.000Z',
    );
    expect(thrownBy(() => named(name, 'America/Mazatlan', new Date('2024-06-03T03:14:59Z')))).toMatchObject({
      code: 'CUT_FROM_THE_FUTURE',
      params: { cutTime: '2024-06-03T03:20:00.000Z', minutes: 6 },
    });
  });
});
