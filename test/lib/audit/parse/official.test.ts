import { parseOfficial } from '../../../../lib/audit/parse/official.js';
import { expectBounded } from './hostile-output.js';

describe('parseOfficial', () => {
  test.each([
    ['a status', '200', { value: 200 }],
    ['that nobody answered', '000', { why: 'unreachable' }],
    ['words', 'curl: (6)', { why: 'unreachable' }],
  ])('reads %s', (_what, text, expected) => {
    expect(parseOfficial(text)).toMatchObject(expected);
  });

  it('reads or refuses whatever a host may print', () => {
    expectBounded(parseOfficial, '200');
  });
});
