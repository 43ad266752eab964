import { plainExpression } from '../../../lib/compliance/plain-expression.js';

describe('plainExpression', () => {
  test.each(['^/json/[^/]+$', '\\.(?:png|jpg)$', '(a|b)*', '^/x(?!y)', 'a{2,3}', '/\\d+'])(
    'tries %s',
    (text) => {
      expect(plainExpression(text, false)?.source).toBe(new RegExp(text).source);
    },
  );

  test.each([
    '\\A/json',
    '(?i)x',
    '(?<a>x)',
    '(?P<a>x)',
    '\\Qx\\E',
    'x\\z',
    '(?>x)',
    '[[:alpha:]]',
    '(',
    'a'.repeat(201),
    '\\R',
    '(?#x)',
    'a*+',
  ])('does not try %s', (text) => {
    expect(plainExpression(text, false)).toBeUndefined();
  });

  test('takes capitals for small letters only where it is told to', () => {
    expect([plainExpression('a', true)?.test('A'), plainExpression('a', false)?.test('A')]).toEqual([
      true,
      false,
    ]);
  });
});
