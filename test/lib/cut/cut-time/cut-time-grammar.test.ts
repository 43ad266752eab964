import { findWrittenTimes } from '../../../../lib/cut/cut-time/cut-time-grammar.js';

describe('findWrittenTimes', () => {
  it('gives the parts of a time, and the words that it stands in', () => {
    expect(findWrittenTimes('Corte: 3/JUN/2024 08:05:09 p.m. (UTC-6:30), Puebla')).toEqual([
      {
        found: '3/JUN/2024 08:05:09 p.m. (UTC-6:30',
        year: 2024,
        month: 6,
        day: 3,
        hour: 20,
        minute: 5,
        second: 9,
        offsetMinutes: -390,
        unsure: false,
      },
    ]);
  });

  it('gives all times in the order in which they stand, whatever their form', () => {
    const found = findWrittenTimes('3/jun/2024 20:00; 2024-06-03T20:15; 03/06/2024 20:30').map(
      (time) => time.found,
    );
    expect(found).toEqual(['3/jun/2024 20:00', '2024-06-03T20:15', '03/06/2024 20:30']);
  });

  it('checks no calendar', () => {
    expect(findWrittenTimes('99/99/2024 99:99')).toMatchObject([
      { day: 99, month: 99, hour: 99, unsure: false },
    ]);
  });

  it('is unsure of a time behind which a word could change it', () => {
    expect(findWrittenTimes('03/06/2024 20:00 CST')).toMatchObject([
      { unsure: true, found: '03/06/2024 20:00 CST' },
    ]);
    expect(findWrittenTimes('03/06/2024 20:00 (UTC-6) CST')).toMatchObject([{ unsure: false }]);
  });

  it('makes NaN of an hour and an offset that make no sense', () => {
    expect(findWrittenTimes('03/06/2024 13:00 pm')).toMatchObject([{ hour: NaN }]);
    expect(findWrittenTimes('03/06/2024 13:00 UTC+14:15')).toMatchObject([{ offsetMinutes: NaN }]);
  });
});
