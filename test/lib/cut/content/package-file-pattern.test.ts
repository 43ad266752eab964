import { parsePackagePattern } from '../../../../lib/cut/content/package-file-pattern.js';

describe('parsePackagePattern', () => {
  it.each([
    ['json/main.json', 'json/main.json', true],
    ['json/main.json', 'json/mainxjson', false],
    ['json/main.json', 'a/json/main.json', false],
    ['*.csv', 'bd.csv', true],
    ['*.csv', 'bd/x.csv', false],
    ['*.csv', 'x.csv.txt', false],
    ['actas/*/*.jpg', 'actas/01/0001.jpg', true],
    ['actas/*/*.jpg', 'actas/0001.jpg', false],
    ['actas/*/*.jpg', 'actas/01/02/0001.jpg', false],
    ['*PREP_GUB*.zip', '20240603_2000_PREP_GUB_PUE.zip', true],
    ['*PREP_GUB*.zip', '20240603_2000_PREP_AYUN_PUE.zip', false],
    ['**.csv', 'bd.csv', true],
    ['*', '', true],
    ['a+(b)[c]{d}^$|?.txt', 'a+(b)[c]{d}^$|?.txt', true],
    ['Bd.csv', 'bd.csv', false],
  ])('of %p and %p says %p', (pattern, path, expected) => {
    expect(parsePackagePattern(pattern).matches(path)).toBe(expected);
  });

  it('tells an archive from what is in it, at the first mark', () => {
    const pattern = parsePackagePattern('*.zip!/b.zip!/*.csv');
    expect(pattern.matches('a.zip')).toBe(true);
    expect(pattern.inside).toBe('b.zip!/*.csv');
    expect(parsePackagePattern('a.zip').inside).toBeUndefined();
  });
});
