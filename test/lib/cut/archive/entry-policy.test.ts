import { ARCHIVE_LIMITS, MIB, type ArchiveLimits } from '../../../../lib/cut/archive/archive-limits.js';
import { assertRatio, EntryPolicy, tooLarge } from '../../../../lib/cut/archive/entry-policy.js';
import type { PackageEntry } from '../../../../lib/cut/archive/package-entry.js';
import { thrownBy } from '../../../support/thrown.js';

const file = (path: string, facts: Partial<PackageEntry> = {}): PackageEntry => ({
  path,
  kind: 'file',
  mode: 0,
  size: 1,
  ...facts,
});

const policy = (limits: Partial<ArchiveLimits> = {}): EntryPolicy =>
  new EntryPolicy('p.zip', { ...ARCHIVE_LIMITS, ...limits });

describe('EntryPolicy', () => {
  it('gives back the files that it let through, in their order, and no folders', () => {
    const admitted = policy();
    for (const entry of [file('b/c', { size: 3 }), file('b', { kind: 'directory', size: 0 }), file('a')]) {
      admitted.admit(entry);
    }
    expect(admitted.files()).toEqual([
      { path: 'b/c', size: 3 },
      { path: 'a', size: 1 },
    ]);
  });

  it('refuses a package without a file', () => {
    const admitted = policy();
    admitted.admit(file('a', { kind: 'directory', size: 0 }));
    expect(thrownBy(() => admitted.files())).toMatchObject({
      code: 'ARCHIVE_EMPTY',
      params: { package: 'p.zip' },
    });
  });

  it('counts folders among the entries, and refuses the first one too many', () => {
    const admitted = policy({ maxEntries: 2 });
    admitted.admit(file('a', { kind: 'directory', size: 0 }));
    admitted.admit(file('a/b'));
    expect(thrownBy(() => admitted.admit(file('a/c')))).toMatchObject({
      code: 'ARCHIVE_TOO_MANY_ENTRIES',
      params: { limit: 2 },
    });
    expect(thrownBy(() => admitted.expect(3))).toMatchObject({ code: 'ARCHIVE_TOO_MANY_ENTRIES' });
    expect(() => admitted.expect(2)).not.toThrow();
  });

  it('adds the files’ bytes up, and refuses the first byte too many', () => {
    const admitted = policy({ maxBytes: 5 });
    admitted.admit(file('a', { size: 2 }));
    admitted.admit(file('b', { size: 3 }));
    expect(thrownBy(() => admitted.admit(file('c')))).toMatchObject({ code: 'ARCHIVE_TOO_LARGE' });
  });

  it('looks at the ratio where entries are compressed one by one', () => {
    const most = { size: 200, packedSize: 1 };
    expect(() => policy().admit(file('a', most))).not.toThrow();
    expect(() => policy().admit(file('a', { size: 2000 }))).not.toThrow();
    expect(thrownBy(() => policy().admit(file('a', { ...most, size: 201 })))).toMatchObject({
      code: 'ARCHIVE_RATIO_TOO_HIGH',
    });
  });

  it('tells the second form of a name as a collision, and the first one as not normalized', () => {
    const admitted = policy();
    admitted.admit(file('ni\u00f1o'));
    expect(thrownBy(() => admitted.admit(file('nin\u0303o')))).toMatchObject({
      code: 'ARCHIVE_NAME_FORM_COLLISION',
    });
    expect(thrownBy(() => policy().admit(file('nin\u0303o')))).toMatchObject({
      code: 'ARCHIVE_PATH_NOT_NFC',
    });
  });

  it('looks at the path before the kind, so that no hostile name is kept', () => {
    const hostile = file('../a', { kind: 'symlink' });
    expect(thrownBy(() => policy().admit(hostile))).toMatchObject({ code: 'ARCHIVE_PATH_TRAVERSAL' });
  });
});

describe('assertRatio', () => {
  it('counts no bytes as one, so that something out of nothing has a ratio too', () => {
    expect(thrownBy(() => assertRatio('a', 201, 0, ARCHIVE_LIMITS))).toMatchObject({
      code: 'ARCHIVE_RATIO_TOO_HIGH',
      params: { entry: 'a', ratio: 201, limit: 200 },
    });
    expect(() => assertRatio('a', 0, 0, ARCHIVE_LIMITS)).not.toThrow();
  });
});

describe('tooLarge', () => {
  it('tells the limit in whole MiB', () => {
    expect(tooLarge({ maxBytes: 2.5 * MIB })).toMatchObject({
      code: 'ARCHIVE_TOO_LARGE',
      params: { limitMib: 2 },
    });
  });
});
