import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyIntegrity, type ExtractedPackage, type IntegrityReport } from '../../../../lib/cut/index.js';
import { csvFile, PIPES, PUEBLA } from '../../../support/csv-file.js';
import { extractedTo, hashOf, type PackageContent } from '../../../support/package-double.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildZip } from '../../../support/zip-writer.js';

const temporary = useTemporaryDirectory();

function verify(
  content: PackageContent,
  settings: ExtractedPackage['settings'],
  kept: PackageContent = {},
): Promise<IntegrityReport> {
  const directory = temporary();
  const files = extractedTo(directory, content);
  const keptFiles = Object.entries(kept).map(([path, bytes]) => ({
    path,
    size: bytes.length,
    sha256: hashOf(bytes),
  }));
  return verifyIntegrity({ packageName: 'p.zip', directory, files, kept: keptFiles, settings });
}

const SITE: PackageContent = { 'index.html': 'página', 'js/app.js': 'code' };

describe('verifyIntegrity', () => {
  it('verifies nothing that the settings don’t ask for', async () => {
    expect(await verify(SITE, {})).toEqual({});
  });

  it('looks into the archives of which the settings want content', async () => {
    const content = { 'bd.zip': buildZip([{ name: 'leeme.txt', content: 'x' }]) };
    expect(await verify(content, { mustContain: ['bd.zip!/*.txt'] })).toEqual({});
    await expect(verify(content, { mustContain: ['bd.zip!/*.csv'] })).rejects.toMatchObject({
      code: 'CUT_INCOMPLETE',
      params: { package: 'p.zip', file: 'bd.zip!/*.csv' },
    });
  });

  it('takes an archive that can’t be read for the package’s fault', async () => {
    await expect(verify({ 'bd.zip': 'x' }, { mustContain: ['bd.zip!/*.csv'] })).rejects.toMatchObject({
      code: 'INTEGRITY_LIST_UNREADABLE',
      params: { file: 'p.zip', reason: 'content' },
    });
  });
});

describe.each(['sha256', 'md5'] as const)('verifyIntegrity with a list of %s', (algorithm) => {
  const settings = (file = 'sums.txt') => ({ digests: { file, algorithm } });
  const line = (path: string, content: Buffer | string): string => `${hashOf(content, algorithm)}  ${path}\n`;
  const whole = line('index.html', 'página') + line('js/app.js', 'code');

  it('accepts files that are as the list says', async () => {
    expect(await verify({ ...SITE, 'sums.txt': whole }, settings())).toEqual({
      digests: { checked: 2, unlisted: 0 },
    });
  });

  it('counts files that the list does not name, and does not mind that it names itself', async () => {
    const list = line('./js/app.js', 'code') + line('sums.txt', '');
    expect(await verify({ ...SITE, 'sums.txt': list }, settings())).toEqual({
      digests: { checked: 1, unlisted: 1 },
    });
  });

  it('finds names from the list’s own folder', async () => {
    const content = { ...SITE, 'js/sums.txt': line('app.js', 'code') + line('index.html', 'página') };
    expect(await verify(content, settings('js/sums.*'))).toEqual({ digests: { checked: 2, unlisted: 0 } });
  });

  it('refuses a file that is other than the list says', async () => {
    const content = { ...SITE, 'sums.txt': line('index.html', 'otra') };
    await expect(verify(content, settings())).rejects.toMatchObject({
      code: 'INTEGRITY_DIGEST_MISMATCH',
      params: {
        algorithm,
        file: 'index.html',
        list: 'sums.txt',
        expected: hashOf('otra', algorithm),
        actual: hashOf('página', algorithm),
      },
    });
  });

  it.each(['falta.html', '../index.html', '/index.html'])(
    'refuses a list that names %p, which is not there',
    async (path) => {
      await expect(
        verify({ ...SITE, 'sums.txt': whole + line(path, 'x') }, settings()),
      ).rejects.toMatchObject({
        code: 'INTEGRITY_DIGEST_MISMATCH',
        params: { file: path, actual: 'absent' },
      });
    },
  );

  it('refuses a package without its list', async () => {
    await expect(verify(SITE, settings())).rejects.toMatchObject({
      code: 'CUT_INCOMPLETE',
      params: { file: 'sums.txt' },
    });
  });

  it.each<[string, PackageContent, string, Record<string, unknown>]>([
    ['an empty list', { 'sums.txt': '' }, 'sums.txt', { reason: 'noDigests', found: '1' }],
    [
      'a list that is none',
      { 'sums.txt': `${whole}<html>` },
      'sums.txt',
      { reason: 'noDigests', found: '3' },
    ],
    ['two lists', { 'a.txt': whole, 'b.txt': whole }, '*.txt', { reason: 'several', found: 'a.txt, b.txt' }],
  ])('refuses %s', async (_name, lists, file, params) => {
    await expect(verify({ ...SITE, ...lists }, settings(file))).rejects.toMatchObject({
      code: 'INTEGRITY_LIST_UNREADABLE',
      params,
    });
  });

  it('knows the files that an incremental package leaves as they are', async () => {
    const { digests } = await verify({ 'sums.txt': whole, 'js/app.js': 'code' }, settings(), {
      'index.html': 'página',
    });
    // Of a file that did not come now, only the SHA-256 is known.
    expect(digests).toEqual({ checked: algorithm === 'sha256' ? 2 : 1, unlisted: 0 });
  });

  it('asks nothing of changes without the list, where an earlier package brought that', async () => {
    const { digests } = await verify({ 'actas/1.jpg': 'x' }, settings('*.txt'), { 'sums.txt': whole });
    expect(digests).toEqual({ checked: 0, unlisted: 1 });
    await expect(verify({ 'actas/1.jpg': 'x' }, settings('*.txt'), SITE)).rejects.toMatchObject({
      code: 'CUT_INCOMPLETE',
    });
  });

  it('tells the disk’s failure from the package’s fault', async () => {
    const directory = temporary();
    const files = extractedTo(directory, { ...SITE, 'sums.txt': whole });
    rmSync(join(directory, 'sums.txt'));
    await expect(
      verifyIntegrity({ packageName: 'p.zip', directory, files, settings: settings() }),
    ).rejects.toMatchObject({ code: 'STORE_READ_FAILED', retryable: true });
  });
});

describe('verifyIntegrity with a database of actas', () => {
  const actas = { csv: 'bd/*.zip!/*.csv', column: 'CODIGO_INTEGRIDAD', images: 'actas/*/*.jpg' };
  const database = (digests: readonly string[], dialect = PUEBLA): Buffer =>
    csvFile(
      {
        above: ['GUBERNATURA', '03/06/2024 20:00 (UTC-6)', '', 'ESPERADAS,CAPTURADAS', '4,3', ''],
        rows: [['CLAVE_ACTA', 'CODIGO_INTEGRIDAD'], ...digests.map((digest, row) => [`'${row}`, digest])],
      },
      dialect,
    );
  const zipOf = (csv: Buffer): Buffer => buildZip([{ name: 'GUB.csv', content: csv }]);
  const images = { 'actas/01/1.jpg': 'uno', 'actas/01/2.jpg': 'dos' };
  const known = [
    hashOf('uno'),
    hashOf('dos').toUpperCase(),
    `'${hashOf('tres')}`,
    '-',
    '',
    'N/A',
    hashOf('uno'),
  ];

  it.each([
    ['as in Puebla', PUEBLA],
    ['with pipes, CR and Windows-1252', PIPES],
  ])('counts the images that are there and those to come, in a database %s', async (_name, dialect) => {
    const content = { ...images, 'bd/GUB.zip': zipOf(database(known, dialect)) };
    expect(await verify(content, { actas })).toEqual({ actas: { expected: 3, present: 2, pending: 1 } });
  });

  it('adds up a database of several files, one an election', async () => {
    const content = {
      ...images,
      'bd/AYUN.zip': zipOf(database([hashOf('uno')])),
      'bd/GUB.zip': zipOf(database([hashOf('dos'), hashOf('cuatro')])),
    };
    expect(await verify(content, { actas })).toEqual({ actas: { expected: 3, present: 2, pending: 1 } });
  });

  it('refuses an image that no row knows', async () => {
    const content = { ...images, 'actas/02/9.jpg': 'nueve', 'bd/GUB.zip': zipOf(database(known)) };
    await expect(verify(content, { actas })).rejects.toMatchObject({
      code: 'INTEGRITY_ACTA_UNKNOWN',
      params: { image: 'actas/02/9.jpg', column: 'CODIGO_INTEGRIDAD', actual: hashOf('nueve') },
    });
  });

  it('judges images in an archive too', async () => {
    const content = {
      'bd/GUB.zip': zipOf(database(known)),
      'actas.zip': buildZip([
        { name: '1.jpg', content: 'uno' },
        { name: '9.jpg', content: 'nueve' },
      ]),
    };
    expect(await verify(content, { actas: { ...actas, images: 'actas.zip!/1.jpg' } })).toEqual({
      actas: { expected: 3, present: 1, pending: 2 },
    });
    await expect(verify(content, { actas: { ...actas, images: 'actas.zip!/*.jpg' } })).rejects.toMatchObject({
      code: 'INTEGRITY_ACTA_UNKNOWN',
      params: { image: 'actas.zip!/9.jpg' },
    });
  });

  it('counts images that an earlier package brought, and does not judge them again', async () => {
    const content = { 'actas/01/2.jpg': 'dos', 'bd/GUB.zip': zipOf(database(known)) };
    const kept = { 'actas/01/1.jpg': 'uno', 'actas/01/0.jpg': 'corregida' };
    expect(await verify(content, { actas }, kept)).toEqual({
      actas: { expected: 3, present: 2, pending: 1 },
    });
  });

  it('refuses a package without the database', async () => {
    await expect(verify(images, { actas })).rejects.toMatchObject({
      code: 'CUT_INCOMPLETE',
      params: { file: 'bd/*.zip!/*.csv' },
    });
  });

  it.each<[string, Buffer, Record<string, unknown>]>([
    [
      'lacks the column',
      zipOf(Buffer.from('A,B\n1,2\n')),
      { reason: 'noColumn', found: 'CODIGO_INTEGRIDAD' },
    ],
    [
      'is damaged',
      buildZip([{ name: 'GUB.csv', content: database(known), crc32: 7 }]),
      { reason: 'content' },
    ],
    ['is no archive', Buffer.from('x'), { reason: 'content' }],
  ])('refuses a database that %s', async (_name, zip, params) => {
    await expect(verify({ ...images, 'bd/GUB.zip': zip }, { actas })).rejects.toMatchObject({
      code: 'INTEGRITY_LIST_UNREADABLE',
      params,
    });
  });

  it('reads a large database in pieces', async () => {
    const digests = Array.from({ length: 30_000 }, (_, acta) => hashOf(String(acta)));
    const directory = temporary();
    const files = extractedTo(directory, { 'bd.csv': database(digests), 'actas/01/7.jpg': '7' });
    const settings = { actas: { ...actas, csv: 'bd.csv' } };
    expect(await verifyIntegrity({ packageName: 'p.zip', directory, files, settings })).toEqual({
      actas: { expected: 30_000, present: 1, pending: 29_999 },
    });
    writeFileSync(join(directory, 'bd.csv'), '');
    await expect(verifyIntegrity({ packageName: 'p.zip', directory, files, settings })).rejects.toMatchObject(
      {
        code: 'INTEGRITY_LIST_UNREADABLE',
      },
    );
  });

  it('judges no images that come without the database, where an earlier package brought that', async () => {
    const kept = { 'bd/gub.zip': zipOf(database(known)) };
    expect(await verify(images, { actas }, kept)).toEqual({});
    await expect(verify(images, { actas }, { 'bd/otra.csv': 'x' })).rejects.toMatchObject({
      code: 'CUT_INCOMPLETE',
    });
  });
});
