import fc from 'fast-check';
import { patternCovers, patternsOverlap } from '../../../lib/compliance/path-pattern.js';

describe('patternsOverlap', () => {
  test.each([
    ['*', '/json/main.json', true],
    ['/json/*', '/json/main.json', true],
    ['json/*', '/json/main.json', true],
    ['*.json', '/json/main.json', true],
    ['/json/main.jso?', '/json/main.json', true],
    ['/img/*', '/json/main.json', false],
    ['/json/main.json', '/json/main.jsonp', false],
    ['/JSON/*', '/json/main.json', false],
    ['/json/*', '*.json', true],
    ['/a*', '*b', true],
    ['/a?', '/b*', false],
    ['/*/x', '/y/*', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(patternsOverlap(a, b)).toBe(expected);
    expect(patternsOverlap(b, a)).toBe(expected);
  });

  test('agrees with a regular expression on every path without wildcards', () => {
    const piece = (...letters: string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 6 });
    fc.assert(
      fc.property(piece('a', 'b', '*', '?'), piece('a', 'b'), (pattern, path) => {
        const source = `/${pattern}`.replaceAll('?', '.').replaceAll('*', '.*');
        expect(patternsOverlap(`/${pattern}`, `/${path}`)).toBe(new RegExp(`^${source}$`).test(`/${path}`));
      }),
      { seed: 2024 },
    );
  });

  test('stays quick on patterns made to be slow', () => {
    expect(patternsOverlap(`/${'*a'.repeat(120)}b`, `/${'a'.repeat(250)}`)).toBe(false);
  });
});

test.each([
  ['*', '/anything', true],
  ['/*', '/*', true],
  ['/json/*', '/json/main.json', true],
  ['json/*', '/json/*', true],
  ['/json/*', '/*', false],
  ['*.json', '/json/*', false],
])('patternCovers(%s, %s) is %s', (pattern, path, expected) => {
  expect(patternCovers(pattern, path)).toBe(expected);
});
