import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { openPromise } from 'yauzl';
import { extractEntries } from '../../../lib/cut/extract-entries.js';
import type { ManifestFile } from '../../../lib/cut/manifest.js';
import { decodeEntry, type ZipEntry } from '../../../lib/cut/zip-entry.js';
import { sha256 } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { buildZip, type ZipSpec } from '../../support/zip-writer.js';

const directory = useTemporaryDirectory();
const target = (): string => join(directory(), 'files');

/** Expands all the entries of a zip into the target. */
async function extract(...specs: ZipSpec[]): Promise<readonly ManifestFile[]> {
  const path = join(directory(), 'package.zip');
  writeFileSync(path, buildZip(specs));
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false });
  try {
    const files: ZipEntry[] = [];
    for await (const raw of zip.eachEntry()) files.push(decodeEntry(raw));
    return await extractEntries(zip, files, target());
  } finally {
    zip.close();
  }
}

const read = (path: string): string => readFileSync(join(target(), path), 'utf8');

describe('extractEntries', () => {
  it('writes each file below its folders, stored and deflated ones alike', async () => {
    await extract(
      { name: 'index.html', content: '<p>inicio</p>' },
      { name: 'json/distritos/1.json', content: '{"actas":1}', method: 0 },
    );
    expect(read('index.html')).toBe('<p>inicio</p>');
    expect(read('json/distritos/1.json')).toBe('{"actas":1}');
  });

  it('tells path, bytes and SHA-256 of what it wrote', async () => {
    const files = await extract({ name: 'niño.html', content: 'ñ' }, { name: 'empty', content: '' });
    expect(files).toEqual([
      { path: 'empty', size: 0, sha256: sha256('') },
      { path: 'niño.html', size: 2, sha256: sha256('ñ') },
    ]);
  });

  it('sorts the files by their code units, whatever the order in the archive', async () => {
    const names = ['b', 'a/z', 'Z', 'ñ', 'a.html', 'a/b'];
    const files = await extract(...names.map((name) => ({ name, content: name })));
    expect(files.map(({ path }) => path)).toEqual(['Z', 'a.html', 'a/b', 'a/z', 'b', 'ñ']);
  });

  it('makes the folder also where there is no file for it', async () => {
    expect(await extract()).toEqual([]);
    expect(readdirSync(target())).toEqual([]);
  });

  it('refuses a folder that is there already, and leaves what is in it', async () => {
    mkdirSync(target());
    writeFileSync(join(target(), 'a'), 'before');
    await expect(extract({ name: 'a', content: 'after' })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(read('a')).toBe('before');
  });

  it('never writes through a name that is there already', async () => {
    const twice = extract({ name: 'a', content: 'first' }, { name: 'a', content: 'second' });
    await expect(twice).rejects.toMatchObject({ code: 'EEXIST', syscall: 'open' });
    expect(read('a')).toBe('first');
  });

  it('finds a file whose bytes are not those that the archive counted, and tells both CRCs', async () => {
    const damaged = extract(
      { name: 'good', content: 'x' },
      { name: 'bad\u001b', content: 'y', crc32: 0xab },
      { name: 'later', content: 'z' },
    );
    await expect(damaged).rejects.toMatchObject({
      code: 'ARCHIVE_ENTRY_CRC_MISMATCH',
      params: { entry: 'bad\\u001b', expected: '000000ab', actual: crc32('y').toString(16).padStart(8, '0') },
      retryable: true,
    });
    expect(existsSync(join(target(), 'later'))).toBe(false);
  });
});
