import { globsOverlap } from '../../../lib/compliance/glob.js';

test.each([
  ['', '', true],
  ['', '*', true],
  ['a*', '*b', true],
  ['a?', 'b*', false],
  ['a?c', 'abc', true],
  ['a', 'A', false],
])('globsOverlap(%s, %s) is %s', (left, right, expected) => {
  expect(globsOverlap(left, right)).toBe(expected);
  expect(globsOverlap(right, left)).toBe(expected);
});

test('patterns too long to work out count as overlapping', () => {
  expect(globsOverlap('a'.repeat(100_000), 'b'.repeat(100))).toBe(true);
});
