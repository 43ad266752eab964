import { isDifusorError } from '../../../../lib/errors.js';
import {
  findPackageFiles,
  readHead,
  readOneFile,
  readWhole,
} from '../../../../lib/cut/content/package-file.js';
import {
  shelfOfDirectory,
  shelfOfPackage,
  type FileShelf,
} from '../../../../lib/cut/content/package-file-shelf.js';
import { extractedTo, packageOf, type PackageContent } from '../../../support/package-double.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildZip } from '../../../support/zip-writer.js';

const temporary = useTemporaryDirectory();

const zipOf = (files: Record<string, string | Buffer>): Buffer =>
  buildZip(Object.entries(files).map(([name, content]) => ({ name, content })));

const CONTENT: PackageContent = {
  'index.html': '<!doctype html>',
  'bd/PREP_AYUN.zip': zipOf({ 'AYUN.csv': 'ayuntamientos' }),
  'bd/PREP_GUB.zip': zipOf({ 'GUB.csv': 'gubernatura', 'leeme.txt': 'léeme', 'dir/': '' }),
  'todo.zip': zipOf({ 'PREP_GUB.zip': zipOf({ 'GUB.csv': 'más adentro' }) }),
};

const SHELVES: [string, () => FileShelf][] = [
  ['a package', () => shelfOfPackage(packageOf(CONTENT))],
  ['a directory', () => shelfOfDirectory(temporary(), extractedTo(temporary(), CONTENT))],
];

async function found(shelf: FileShelf, pattern: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const { path, open } of findPackageFiles(shelf, pattern)) {
    files[path] = (await readWhole(open())).toString();
  }
  return files;
}

describe.each(SHELVES)('findPackageFiles in %s', (_name, shelf) => {
  it('gives the files that a pattern means, with their content', async () => {
    expect(await found(shelf(), '*.html')).toEqual({ 'index.html': '<!doctype html>' });
    expect(await found(shelf(), '*.csv')).toEqual({});
  });

  it('looks into the archives that a pattern means', async () => {
    expect(await found(shelf(), 'bd/*.zip!/*.csv')).toEqual({
      'bd/PREP_AYUN.zip!/AYUN.csv': 'ayuntamientos',
      'bd/PREP_GUB.zip!/GUB.csv': 'gubernatura',
    });
    expect(await found(shelf(), 'todo.zip!/*.zip!/GUB.csv')).toEqual({
      'todo.zip!/PREP_GUB.zip!/GUB.csv': 'más adentro',
    });
  });

  it('takes a folder of an archive for no file', async () => {
    expect(Object.keys(await found(shelf(), 'bd/PREP_GUB.zip!/*'))).toHaveLength(2);
  });

  it('can be left in the middle', async () => {
    for await (const { path } of findPackageFiles(shelf(), 'bd/*.zip!/*.csv')) {
      expect(path).toBe('bd/PREP_AYUN.zip!/AYUN.csv');
      break;
    }
  });

  it('fails on an archive that is none', async () => {
    await expect(found(shelf(), 'index.html!/*')).rejects.toThrow();
  });
});

describe('findPackageFiles', () => {
  it.each([
    ['content of another CRC-32', [{ name: 'x.csv', content: 'a', crc32: 7 }], /checksum: x\.csv/],
    ['two entries of one name', [{ name: 'x.csv' }, { name: 'x.csv' }], /duplicate: x\.csv/],
    ['an encrypted entry', [{ name: 'x.csv', content: 'a', flags: 0x801 }], /encrypted/],
    ['a name that leads out', [{ name: '../x.csv', content: 'a' }], /relative path/],
    ['content longer than it says', [{ name: 'x.csv', content: 'aaaa', declaredSize: 2 }], /too many bytes/],
  ])('fails on an archive with %s', async (_name, entries, message) => {
    const shelf = shelfOfPackage(packageOf({ 'a.zip': buildZip(entries) }));
    await expect(found(shelf, 'a.zip!/*')).rejects.toThrow(message);
  });

  it('refuses a file of an archive that says that it has more than 64 MiB', async () => {
    const zip = buildZip([{ name: 'x.csv', content: 'a', declaredSize: 64 * 1024 * 1024 + 1 }]);
    await expect(found(shelfOfPackage(packageOf({ 'a.zip': zip })), 'a.zip!/*')).rejects.toMatchObject({
      code: 'ARCHIVE_TOO_LARGE',
      params: { limitMib: 64 },
    });
  });

  it('refuses an archive in which everything is listed more often than a package may have files', async () => {
    const zip = buildZip(Array.from({ length: 50_001 }, (_, index) => ({ name: `${index}`, method: 0 })));
    await expect(found(shelfOfPackage(packageOf({ 'a.zip': zip })), 'a.zip!/*')).rejects.toMatchObject({
      code: 'ARCHIVE_TOO_MANY_ENTRIES',
    });
  });
});

describe('readOneFile', () => {
  const read = (pattern: string) =>
    readOneFile(shelfOfPackage(packageOf(CONTENT)), pattern, async (content) =>
      (await readWhole(content)).toString(),
    );

  it('reads the one file of a pattern', async () => {
    expect(await read('bd/*GUB*.zip!/*.csv')).toEqual({
      kind: 'one',
      path: 'bd/PREP_GUB.zip!/GUB.csv',
      content: 'gubernatura',
    });
  });

  it('says when there is none, and which there are when there are several', async () => {
    expect(await read('*.json')).toEqual({ kind: 'none' });
    expect(await read('bd/*.zip!/*.csv')).toEqual({
      kind: 'several',
      paths: ['bd/PREP_AYUN.zip!/AYUN.csv', 'bd/PREP_GUB.zip!/GUB.csv'],
    });
  });
});

async function* blocks(count: number, bytes: number): AsyncGenerator<Uint8Array> {
  for (let block = 0; block < count; block++) {
    await Promise.resolve();
    yield Buffer.alloc(bytes, block);
  }
}

describe('readHead', () => {
  it('reads no more than it is asked for', async () => {
    const content = blocks(1_000_000, 10);
    expect([...(await readHead(content, 12))]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(await content.next()).toEqual({ value: undefined, done: true });
  });

  it('reads all of a short file', async () => {
    expect(await readHead(blocks(2, 3), 100)).toHaveLength(6);
  });
});

describe('readWhole', () => {
  it('refuses more than 64 MiB', async () => {
    const mib = 1024 * 1024;
    expect(await readWhole(blocks(64, mib))).toHaveLength(64 * mib);
    const thrown: unknown = await readWhole(blocks(65, mib)).catch((error: unknown) => error);
    expect(isDifusorError(thrown, 'ARCHIVE_TOO_LARGE')).toBe(true);
  });
});
