import { parseMemory } from '../../../../lib/audit/parse/memory.js';
import { expectBounded } from './hostile-output.js';

describe('parseMemory', () => {
  test.each([
    ['kibibytes', 'MemTotal:       16384000 kB\nMemFree: 1 kB\n', { value: 16_777_216_000 }],
    ['another unit', 'MemTotal: 16 GB', { why: 'unread' }],
    ['nothing', '', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseMemory(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseMemory, 'MemTotal:       16384000 kB\nMemFree: 1 kB\n');
  });
});
