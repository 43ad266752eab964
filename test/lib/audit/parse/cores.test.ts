import { parseCores } from '../../../../lib/audit/parse/cores.js';
import { expectBounded } from './hostile-output.js';

describe('parseCores', () => {
  test.each([
    ['a number', '8\n', { value: 8 }],
    ['no cores', '0', { why: 'unread' }],
    ['words', 'eight', { why: 'unread' }],
    ['nothing', '', { why: 'unread' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseCores(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseCores, '8\n');
  });
});
