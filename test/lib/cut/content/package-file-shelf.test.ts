import {
  shelfOfDirectory,
  shelfOfPackage,
  shelfOfZip,
} from '../../../../lib/cut/content/package-file-shelf.js';
import { extractedTo, packageOf } from '../../../support/package-double.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildZip } from '../../../support/zip-writer.js';

const temporary = useTemporaryDirectory();
const INNER = buildZip([{ name: 'b/c.csv', content: 'texto' }]);

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe.each([
  ['a package', () => shelfOfPackage(packageOf({ 'a.txt': 'hola', 'a.zip': INNER }))],
  [
    'a directory',
    () => shelfOfDirectory(temporary(), extractedTo(temporary(), { 'a.txt': 'hola', 'a.zip': INNER })),
  ],
])('a shelf of %s', (_name, shelfOf) => {
  it('lists its files and opens them', async () => {
    const shelf = shelfOf();
    expect(shelf.paths).toEqual(['a.txt', 'a.zip']);
    expect(await textOf(shelf.open('a.txt'))).toBe('hola');
  });

  it('opens an archive, which is a shelf itself', async () => {
    const zip = await shelfOf().openZip('a.zip');
    const inner = await shelfOfZip(zip);
    expect(inner.paths).toEqual(['b/c.csv']);
    expect(await textOf(inner.open('b/c.csv'))).toBe('texto');
    await expect(textOf(inner.open('none'))).rejects.toThrow('no such entry');
    zip.close();
  });
});

describe('shelfOfPackage', () => {
  it('asks for 64 MiB of a file at most', async () => {
    const asked: number[] = [];
    const shelf = shelfOfPackage({
      paths: ['a'],
      read: (_path, maxBytes) => Promise.resolve(Buffer.from(String(asked.push(maxBytes)))),
    });
    await textOf(shelf.open('a'));
    expect(asked).toEqual([64 * 1024 * 1024]);
  });

  it('fails where the package lists a file and does not have it', async () => {
    const shelf = shelfOfPackage({ paths: ['a'], read: () => Promise.resolve(undefined) });
    await expect(textOf(shelf.open('a'))).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
