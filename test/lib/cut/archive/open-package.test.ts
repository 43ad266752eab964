import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../../../lib/cut/archive/archive-limits.js';
import { openPackage } from '../../../../lib/cut/archive/open-package.js';
import type { ReceivedPackage } from '../../../../lib/cut/received-package.js';
import { sha256 } from '../../../support/cuts.js';
import { receivedArchive, receivedTree, writeFiles } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildTar } from '../../../support/tar-writer.js';
import { buildZip } from '../../../support/zip-writer.js';

const directory = useTemporaryDirectory();
const target = (): string => join(directory(), 'files');

/** A package that holds an archive, names outside ASCII, an empty file and a long path. */
const CONTENTS: Readonly<Record<string, Buffer>> = {
  'actas/ñandú.csv': Buffer.from('CLAVE,SHA\n'),
  [`bd/${'x'.repeat(120)}.txt`]: Buffer.from('long'),
  'bd/inner.zip': buildZip([{ name: '../evil', content: 'x' }]),
  empty: Buffer.alloc(0),
  'index.html': Buffer.from(Array.from({ length: 900 }, (_, acta) => `<p>${acta}</p>\n`).join('')),
};
const PATHS = Object.keys(CONTENTS).sort();

type Maker = (contents: Readonly<Record<string, Buffer>>) => ReceivedPackage;
const specs = (contents: Readonly<Record<string, Buffer>>): { name: string; content: Buffer }[] =>
  Object.entries(contents).map(([name, content]) => ({ name, content }));

const FORMS: [string, Maker][] = [
  ['zip', (contents) => receivedArchive(directory(), buildZip(specs(contents)))],
  ['tar', (contents) => receivedArchive(directory(), buildTar(specs(contents)))],
  ['tar.gz', (contents) => receivedArchive(directory(), gzipSync(buildTar(specs(contents))))],
  [
    'tree',
    (contents) => {
      const path = join(directory(), 'package');
      mkdirSync(path);
      writeFiles(path, contents);
      return receivedTree(path);
    },
  ],
];

describe.each(FORMS)('openPackage of a %s', (form, make) => {
  it('tells what is in it before anything is expanded', async () => {
    const opened = await openPackage(make(CONTENTS));
    expect(opened.paths).toEqual(PATHS);
    expect(opened.fileCount).toBe(PATHS.length);
    expect(opened.totalBytes).toBe(Object.values(CONTENTS).reduce((sum, { length }) => sum + length, 0));
    opened.close();
  });

  it('expands it byte for byte, archives in it as they are, and tells size and digest of each file', async () => {
    const opened = await openPackage(make(CONTENTS));
    const files = await opened.extractTo(target());
    opened.close();
    expect(files).toEqual(
      PATHS.map((path) => ({ path, size: CONTENTS[path]?.length, sha256: sha256(CONTENTS[path] ?? '') })),
    );
    for (const path of PATHS) {
      expect(readFileSync(join(target(), path)).equals(CONTENTS[path] ?? Buffer.of(0))).toBe(true);
    }
  });

  it('reads a single file, knows which it does not have, and refuses one that is too large', async () => {
    const opened = await openPackage(make(CONTENTS));
    for (const path of PATHS) {
      expect((await opened.read(path, 1_000_000))?.equals(CONTENTS[path] ?? Buffer.of(0))).toBe(true);
    }
    expect(await opened.read('no/such', 10)).toBeUndefined();
    expect(await opened.read('actas', 10)).toBeUndefined();
    await expect(opened.read('index.html', 100)).rejects.toMatchObject({ code: 'ARCHIVE_TOO_LARGE' });
    opened.close();
  });

  it.each<[string, string, Partial<ArchiveLimits>]>([
    ['more entries than the limit', 'ARCHIVE_TOO_MANY_ENTRIES', { maxEntries: 1 }],
    ['more bytes than the limit', 'ARCHIVE_TOO_LARGE', { maxBytes: 3 }],
  ])('refuses %s, and takes as many', async (_what, code, limits) => {
    const received = make({ a: Buffer.from('xx'), b: Buffer.from('yy') });
    await expect(openPackage(received, { ...ARCHIVE_LIMITS, ...limits })).rejects.toMatchObject({ code });
    const opened = await openPackage(received, { ...ARCHIVE_LIMITS, maxEntries: 2, maxBytes: 4 });
    expect(opened.fileCount).toBe(2);
    opened.close();
  });

  it('tells a disk that fails from a package that is at fault', async () => {
    const received = make(CONTENTS);
    const opened = await openPackage(received);
    await expect(opened.extractTo(join(directory(), 'missing', 'files'))).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: true,
    });
    opened.close();
    rmSync(received.path, { recursive: true });
    await expect(openPackage(received)).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      params: { path: received.path, reason: 'ENOENT' },
      retryable: true,
    });
  });

  it('writes into no folder that is there already', async () => {
    mkdirSync(target());
    writeFiles(target(), { 'index.html': 'before' });
    const opened = await openPackage(make(CONTENTS));
    await expect(opened.extractTo(target())).rejects.toMatchObject({ code: 'STORE_WRITE_FAILED' });
    opened.close();
    expect(readFileSync(join(target(), 'index.html'), 'utf8')).toBe('before');
  });

  it('goes by the content, whatever the name says', async () => {
    if (form === 'tree') return expect(make(CONTENTS).form).toBe('tree');
    const received = { ...make(CONTENTS), name: '20240602_2000_PREP.rar' };
    const opened = await openPackage(received);
    expect(opened.paths).toEqual(PATHS);
    opened.close();
  });
});
