import { isArchiveName } from '../../../../lib/sync/sources/archive-name.js';

describe('isArchiveName', () => {
  it.each([
    ['a.zip', true],
    ['a.TGZ', true],
    ['a.tar', true],
    ['a.tar.gz', true],
    ['zip', false],
    ['.zip', false],
    ['.a.zip', false],
    ['a.zip.part', false],
    ['a.zip.sha256', false],
    ['a.gz', false],
    ['previous', false],
  ])('says of %s: %s', (name, expected) => {
    expect(isArchiveName(name)).toBe(expected);
  });
});
