import { memberAt } from '../../../lib/config/member-at.js';

describe('memberAt', () => {
  test.each<[(string | number)[], unknown]>([
    [[], { a: [{ b: 1 }], c: null }],
    [['a', 0, 'b'], 1],
    [['c'], null],
    [['c', 'd'], undefined],
    [['a', 1], undefined],
    [['toString'], undefined],
    [['a', 'length', 'x'], undefined],
  ])('finds at %j just what stands there', (path, expected) => {
    expect(memberAt({ a: [{ b: 1 }], c: null }, path)).toEqual(expected);
  });
});
