import { andThen, measure, read, stamp, unreadable } from '../../../lib/audit/reading.js';

const now = () => new Date('2030-05-19T16:00:00Z');
const at = '2030-05-19T16:00:00.000Z';

describe('a reading', () => {
  it('goes on only where something was read', () => {
    expect(andThen(read(2), (two) => read(two * 2))).toEqual({ value: 4 });
    const none = unreadable('refused', 'no');
    expect(andThen(none, () => read(1))).toBe(none);
  });

  it('carries the instant at which the look ended', async () => {
    expect(await measure(now, () => Promise.resolve(read(1)))).toEqual({ at, value: 1 });
    expect(stamp(now, unreadable('timeOut', 'x'))).toEqual({ at, why: 'timeOut', detail: 'x' });
  });

  test.each([
    ['steers no terminal', 'a\u001b[31m\u202eb\nc', 'a [31m b c'],
    ['is short', 'x'.repeat(5000), 'x'.repeat(100)],
    ['is never empty', ' \n', '—'],
  ])('tells in a detail that %s why there is none', (_how, detail, told) => {
    expect(unreadable('unread', detail).detail).toBe(told);
  });
});
