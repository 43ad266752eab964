import { parsePackages } from '../../../../lib/audit/parse/packages.js';
import { expectBounded } from './hostile-output.js';

describe('parsePackages', () => {
  test.each([
    ['sizes', '2500000\n3000000\n2000\n', { value: { count: 3, largest: 3_000_000 } }],
    ['that nothing came yet', '', { why: 'nothingThere' }],
    ['words', '2500000\npackages\n', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parsePackages(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parsePackages, '3000000\n2500000\n');
  });
});
