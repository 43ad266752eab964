import { assertFileOrDirectory, kindOfMode } from '../../../../lib/cut/archive/entry-kind.js';
import type { PackageEntry } from '../../../../lib/cut/archive/package-entry.js';
import { thrownBy } from '../../../support/thrown.js';

const entry = (facts: Partial<PackageEntry>): PackageEntry => ({
  path: 'a',
  kind: 'file',
  mode: 0,
  size: 0,
  ...facts,
});

describe('kindOfMode', () => {
  it.each([
    ['file', 0o100644],
    ['directory', 0o042775],
    ['symlink', 0o120777],
    ['device', 0o060600],
    ['device', 0o020600],
    ['fifo', 0o010600],
    ['socket', 0o140600],
    ['unknown', 0o150000],
    [undefined, 0],
    [undefined, 0o644],
  ])('reads a %s', (kind, mode) => {
    expect(kindOfMode(mode)).toBe(kind);
  });
});

describe('assertFileOrDirectory', () => {
  it.each<[string, Partial<PackageEntry>]>([
    ['a file', { mode: 0o100755, size: 9 }],
    ['a file by the name of a file', { namedDirectory: false }],
    ['a directory', { kind: 'directory', mode: 0o040755 }],
    ['a directory by the name of one', { kind: 'directory', namedDirectory: true }],
    ['a directory whose group is inherited', { kind: 'directory', mode: 0o042775 }],
  ])('lets %s through', (_what, facts) => {
    expect(() => assertFileOrDirectory(entry(facts))).not.toThrow();
  });

  it.each<[string, Partial<PackageEntry>]>([
    ['SYMLINK', { kind: 'symlink' }],
    ['HARD_LINK', { kind: 'hardLink' }],
    ['DEVICE', { kind: 'device' }],
    ['FIFO', { kind: 'fifo' }],
    ['SOCKET', { kind: 'socket' }],
    ['SPARSE', { kind: 'sparse' }],
    ['KIND_UNKNOWN', { kind: 'unknown' }],
    ['SETUID', { mode: 0o104755 }],
    ['SETUID', { mode: 0o2755 }],
    ['KIND_DIFFERS', { namedDirectory: true }],
    ['KIND_DIFFERS', { kind: 'directory', namedDirectory: false }],
    ['DIRECTORY_WITH_CONTENT', { kind: 'directory', size: 1 }],
  ])('refuses with %s what is %p', (code, facts) => {
    expect(thrownBy(() => assertFileOrDirectory(entry({ ...facts, path: 'a\u001b' })))).toMatchObject({
      code: `ARCHIVE_ENTRY_${code}`,
      params: { entry: 'a\\u001b' },
    });
  });
});
