import { assertFileOrDirectory } from '../../../lib/cut/entry-kind.js';
import { thrownBy } from '../../support/thrown.js';

describe('assertFileOrDirectory', () => {
  it.each([
    ['a file', 'a', 0o100644],
    ['a directory', 'a/', 0o040755],
    ['a directory whose group is inherited', 'a/', 0o042775],
    ['a file without a mode', 'a', 0],
    ['a directory without a mode', 'a/', 0],
    ['a file with permissions only', 'a', 0o644],
  ])('lets %s through', (_what, name, mode) => {
    expect(() => assertFileOrDirectory(name, mode)).not.toThrow();
  });

  it.each([
    ['symlink', 'a', 0o120777],
    ['symlink', 'a/', 0o120777],
    ['blockDevice', 'a', 0o060600],
    ['characterDevice', 'a', 0o020600],
    ['fifo', 'a', 0o010600],
    ['socket', 'a', 0o140600],
    ['setuid', 'a', 0o104755],
    ['setuid', 'a', 0o102755],
    ['directory', 'a', 0o040755],
    ['file', 'a/', 0o100644],
    ['unknown', 'a', 0o150000],
  ])('refuses a %s by the name of %p', (kind, name, mode) => {
    expect(thrownBy(() => assertFileOrDirectory(name, mode))).toMatchObject({
      code: 'ARCHIVE_ENTRY_NOT_A_FILE',
      params: { entry: name, kind },
    });
  });
});
