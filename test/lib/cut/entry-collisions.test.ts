import { assertNoCollisions } from '../../../lib/cut/entry-collisions.js';
import { thrownBy } from '../../support/thrown.js';

describe('assertNoCollisions', () => {
  it('lets files, listed directories and their parents stand side by side', () => {
    expect(() => assertNoCollisions(['a/', 'a/b/', 'a/b/c', 'a/d', 'ab', 'A1', 'a/b.c'])).not.toThrow();
  });

  it('lets a directory be listed after its files', () => {
    expect(() => assertNoCollisions(['a/b', 'a/'])).not.toThrow();
  });

  it.each([
    ['one name twice', ['a', 'a']],
    ['a directory listed twice', ['a/', 'a/']],
    ['names that differ in case', ['Acta.html', 'ACTA.html']],
    ['names that differ in case beyond one letter', ['straße', 'STRASSE']],
    ['names that differ in Unicode form', ['niño', 'nin\u0303o']],
    ['a file and a directory of one name', ['a', 'a/']],
    ['a file that is another one’s directory', ['a', 'a/b']],
    ['a directory that becomes a file', ['a/b', 'a']],
    ['directories that differ in case', ['A/b', 'a/c']],
  ])('refuses %s', (_what, names) => {
    expect(thrownBy(() => assertNoCollisions(names))).toMatchObject({ code: 'ARCHIVE_ENTRY_DUPLICATE' });
  });

  it('names both entries', () => {
    expect(thrownBy(() => assertNoCollisions(['Acta', 'acta']))).toMatchObject({
      params: { entry: 'acta', other: 'Acta' },
    });
  });
});
