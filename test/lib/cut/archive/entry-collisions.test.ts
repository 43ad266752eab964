import { NameRegister } from '../../../../lib/cut/archive/entry-collisions.js';
import { thrownBy } from '../../../support/thrown.js';

/** Takes names in turn; a folder's ends in a slash. */
function takeAll(names: readonly string[]): void {
  const register = new NameRegister();
  for (const name of names) register.take(name.replace(/\/$/, ''), name.endsWith('/'));
}

describe('NameRegister', () => {
  it('lets files, listed directories and their parents stand side by side', () => {
    expect(() => takeAll(['a/', 'a/b/', 'a/b/c', 'a/d', 'ab', 'A1', 'a/b.c'])).not.toThrow();
  });

  it('lets a directory be listed after its files', () => {
    expect(() => takeAll(['a/b', 'a/'])).not.toThrow();
  });

  it.each<[string, string, string[]]>([
    ['one name twice', 'ARCHIVE_NAME_DUPLICATE', ['a', 'a']],
    ['a directory listed twice', 'ARCHIVE_NAME_DUPLICATE', ['a/', 'a/']],
    ['names that differ in case', 'ARCHIVE_NAME_CASE_COLLISION', ['Acta.html', 'ACTA.html']],
    ['names that differ in case beyond one letter', 'ARCHIVE_NAME_CASE_COLLISION', ['straße', 'STRASSE']],
    ['names that differ in Unicode form', 'ARCHIVE_NAME_FORM_COLLISION', ['niño', 'nin\u0303o']],
    ['a file and a directory of one name', 'ARCHIVE_NAME_FILE_AND_DIRECTORY', ['a', 'a/']],
    ['a file that is another one’s directory', 'ARCHIVE_NAME_FILE_AND_DIRECTORY', ['a', 'a/b']],
    ['a directory that becomes a file', 'ARCHIVE_NAME_FILE_AND_DIRECTORY', ['a/b', 'a']],
    ['directories that differ in case', 'ARCHIVE_NAME_CASE_COLLISION', ['A/b', 'a/c']],
  ])('refuses %s with %s', (_what, code, names) => {
    expect(thrownBy(() => takeAll(names))).toMatchObject({ code });
  });

  it('names both entries', () => {
    expect(thrownBy(() => takeAll(['Acta', 'acta']))).toMatchObject({
      params: { entry: 'acta', other: 'Acta' },
    });
  });
});
