import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import type { OpenedPackage } from '../../../../lib/cut/archive/opened-package.js';
import { openZip } from '../../../../lib/cut/archive/zip-reader.js';
import { receivedArchive } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildZip, type ZipSpec } from '../../../support/zip-writer.js';

const directory = useTemporaryDirectory();
const target = (): string => join(directory(), 'files');
const opened: OpenedPackage[] = [];

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function open(...specs: ZipSpec[]): Promise<OpenedPackage> {
  const one = await openZip(receivedArchive(directory(), buildZip(specs)), ARCHIVE_LIMITS);
  opened.push(one);
  return one;
}

describe('openZip', () => {
  it('takes stored and deflated entries, empty files and listed folders', async () => {
    const zip = await open(
      { name: 'a/', method: 0, mode: 0o040755 },
      { name: 'a/empty', content: '', method: 0 },
      { name: 'a/stored', content: 'x', method: 0 },
      { name: 'deflated', content: 'y' },
    );
    expect(await zip.extractTo(target())).toEqual([
      expect.objectContaining({ path: 'a/empty', size: 0 }),
      expect.objectContaining({ path: 'a/stored', size: 1 }),
      expect.objectContaining({ path: 'deflated', size: 1 }),
    ]);
  });

  it('sorts the files by their code units, whatever the order in the archive', async () => {
    const zip = await open(
      ...['b', 'a/z', 'Z', 'ñ', 'a.html', 'a/b'].map((name) => ({ name, content: name })),
    );
    expect(zip.paths).toEqual(['Z', 'a.html', 'a/b', 'a/z', 'b', 'ñ']);
    expect((await zip.extractTo(target())).map(({ path }) => path)).toEqual(zip.paths);
  });

  it('finds bytes that are not those that were counted, tells both CRCs, and stops there', async () => {
    const damaged: ZipSpec[] = [
      { name: 'good', content: 'x' },
      { name: 'bad', content: 'y', crc32: 0xab },
      { name: 'a-later', content: 'z' },
    ];
    const zip = await open(...damaged);
    const refusal = {
      code: 'ARCHIVE_ENTRY_CRC_MISMATCH',
      params: { entry: 'bad', expected: '000000ab', actual: crc32('y').toString(16).padStart(8, '0') },
      retryable: true,
    };
    await expect(zip.extractTo(target())).rejects.toMatchObject(refusal);
    expect(readdirSync(target()).sort()).toEqual(['a-later', 'bad']);
    await expect(zip.read('bad', 10)).rejects.toMatchObject(refusal);
  });

  it.each<[string, number, string]>([
    ['stored', 0, 'ARCHIVE_ENTRY_SIZE_MISMATCH'],
    ['deflated', 8, 'ARCHIVE_ENTRY_DATA_DAMAGED'],
  ])('notices a %s file that lost its end after it was opened', async (_what, method, code) => {
    const lines = Array.from({ length: 40_000 }, (_, acta) => `${acta}\n`).join('');
    const zip = await open({ name: 'a', content: lines, method });
    truncateSync(join(directory(), 'package'), 1000);
    await expect(zip.extractTo(target())).rejects.toMatchObject({ code });
    await expect(zip.read('a', 1_000_000)).rejects.toMatchObject({ code });
  });

  it('tells damage that another download may mend from what the institute must mend', async () => {
    await expect(open({ name: 'a', content: 'x', localName: 'b' })).rejects.toMatchObject({
      retryable: true,
    });
    await expect(open({ name: '../a' })).rejects.toMatchObject({ retryable: false });
  });
});
