import { decidingPattern, isReadersPath, matchesPath } from '../../../lib/compliance/web-paths.js';

describe('the patterns of a web server', () => {
  test.each([
    ['/a', '/a', true],
    ['/a', '/ab', false],
    ['/a*', '/ab', true],
    ['/*', '/', true],
    ['~\\.png$', '/a.png', true],
    ['~\\.png$', '/a.PNG', false],
    ['~*\\.png$', '/a.PNG', true],
    ['~(', '/a', undefined],
    [`~${'a'.repeat(201)}`, '/a', undefined],
  ])('%s and the path %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });

  test('the first that matches decides, and none where one before it can not be tried', () => {
    expect(decidingPattern(['/b', '~^/a', '/*'], '/a')).toBe('~^/a');
    expect(decidingPattern(['~(', '/*'], '/a')).toBeUndefined();
    expect(decidingPattern(['/b'], '/a')).toBeUndefined();
  });

  test.each([
    ['/*', true],
    ['/csv/*', true],
    ['~\\.(?:png|jpg)$', true],
    ['~(', true],
    ['~/\\.', false],
    ['/healthz', false],
    ['/.well-known/acme-challenge/*', false],
  ])('%s is for readers: %s', (pattern, expected) => {
    expect(isReadersPath(pattern)).toBe(expected);
  });
});
