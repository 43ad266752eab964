import { parseFreeSpace } from '../../../../lib/audit/parse/free-space.js';
import { expectBounded } from './hostile-output.js';

describe('parseFreeSpace', () => {
  test.each([
    ['bytes under a heading', '     Avail\n150000000000\n', { value: 150e9 }],
    ['a full disk', 'Avail\n0\n', { value: 0 }],
    ['a heading alone', 'Avail\n', { why: 'unread' }],
    ['two file systems', 'Avail\n1\n2\n', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseFreeSpace(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseFreeSpace, '     Avail\n150000000000\n');
  });
});
