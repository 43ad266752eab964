import { readCutTime } from '../../../../lib/cut/cut-time/cut-time.js';
import type { CutTimeSettings } from '../../../../lib/worker-settings.js';
import { packageOf } from '../../../support/package-double.js';

const ZONE = 'America/Mazatlan';
const NAME = '20240602_2020_PREP_BCS.zip';
const LATE = new Date('2024-06-04T12:00:00Z');

const unopened = (): Promise<never> => Promise.reject(new Error('opened'));
const read = (
  cutTime: CutTimeSettings,
  arrivedAt = LATE,
  open: Parameters<typeof readCutTime>[2] = unopened,
): Promise<Date> => readCutTime({ cutTime, zone: ZONE }, NAME, open, arrivedAt);

describe('readCutTime', () => {
  it('reads the name without opening the package', async () => {
    expect(await read({ from: 'archive-name' })).toEqual(new Date('2024-06-03T03:20:00Z'));
  });

  it('takes the arrival, to the second, without opening the package', async () => {
    expect(await read({ from: 'arrival' }, new Date('2024-06-03T03:20:07.654Z'))).toEqual(
      new Date('2024-06-03T03:20:07Z'),
    );
  });

  it('opens the package where the time stands in it, and takes it to the second', async () => {
    const open = () => Promise.resolve(packageOf({ 'c.json': '{"t":1717384807654}' }));
    expect(await read({ from: 'json', file: 'c.json', pointer: '/t' }, LATE, open)).toEqual(
      new Date('2024-06-03T03:20:07Z'),
    );
  });

  it('reads a CSV file in the zone of the settings', async () => {
    const open = () => Promise.resolve(packageOf({ 'bd.csv': 'GUB\n02/06/2024 20:20\n\nA,B,C\n1,2,3\n' }));
    expect(await read({ from: 'csv', file: '*.csv' }, LATE, open)).toEqual(new Date('2024-06-03T03:20:00Z'));
  });

  it('passes on why a package could not be opened', async () => {
    await expect(read({ from: 'csv', file: '*.csv' })).rejects.toThrow('opened');
  });

  it.each<[string, CutTimeSettings, string]>([
    ['an archive name', { from: 'archive-name' }, ''],
    ['a file', { from: 'json', file: 'c.json', pointer: '' }, '"02/06/2024 20:20"'],
  ])('lets the time of %s be 5 minutes ahead of the clock, and no more', async (_name, cutTime, json) => {
    const open = () => Promise.resolve(packageOf({ 'c.json': json }));
    expect(await read(cutTime, new Date('2024-06-03T03:15:00Z'), open)).toEqual(
      new Date('2024-06-03T03:20:00Z'),
    );
    await expect(read(cutTime, new Date('2024-06-03T03:14:59Z'), open)).rejects.toMatchObject({
      code: 'CUT_FROM_THE_FUTURE',
      params: { cutTime: '2024-06-03T03:20:00.000Z', minutes: 6 },
    });
  });
});
