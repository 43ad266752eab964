import { parseLink } from '../../../../lib/audit/parse/link.js';
import { expectBounded } from './hostile-output.js';

describe('parseLink', () => {
  test.each([
    ['the fastest card', 'ens3 1000\nens4 10000\n', { value: 10_000 }],
    ['one without a cable', 'ens3 100\nens4 -1\n', { value: 100 }],
    ['cards that tell nothing', 'ens3 \nens4 -1\n', { why: 'untold' }],
    ['no card', '', { why: 'untold' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseLink(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseLink, 'ens3 1000\nens4 -1\n');
  });
});
