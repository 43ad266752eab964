import { readZipEnd } from '../../../../lib/cut/archive/zip-end.js';
import { receivedArchive } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildZip, localEntry, type ZipEndSpec } from '../../../support/zip-writer.js';

const ENTRIES = [
  { name: 'a', content: 'x' },
  { name: 'b', content: 'y' },
];
const START = ENTRIES.reduce((sum, entry) => sum + localEntry(entry).length, 0);
const DIRECTORY_BYTES = ENTRIES.length * (46 + 1);

describe('readZipEnd', () => {
  const directory = useTemporaryDirectory();
  const read = (bytes: Buffer): Promise<unknown> => {
    const { path } = receivedArchive(directory(), bytes);
    return readZipEnd(path, 'p.zip');
  };

  it.each<[string, ZipEndSpec]>([
    ['of 32 bits', {}],
    ['with a comment', { comment: 'corte de las 20:00' }],
    ['with the longest comment', { comment: 'c'.repeat(0xffff) }],
    ['of 64 bits', { zip64: true }],
    ['of 64 bits, with marks and a comment', { zip64: true, count: 0xffff, start: 0xffffffff, comment: 'c' }],
  ])('tells where the directory stands, by an end %s', async (_what, ending) => {
    expect(await read(buildZip(ENTRIES, ending))).toMatchObject({
      entries: 2,
      start: START,
      end: START + DIRECTORY_BYTES,
    });
  });

  it.each<[string, string, Buffer]>([
    ['ARCHIVE_TRUNCATED', 'no end at all', Buffer.alloc(100)],
    ['ARCHIVE_TRUNCATED', 'fewer bytes than an end has', Buffer.from('PK\u0005\u0006')],
    [
      'ARCHIVE_TRUNCATED',
      'a comment that is not whole',
      buildZip(ENTRIES, { comment: 'cut' }).subarray(0, -1),
    ],
    ['ARCHIVE_TRAILING_BYTES', 'a byte behind it', Buffer.concat([buildZip(ENTRIES), Buffer.of(0)])],
    ['ARCHIVE_MULTI_DISK', 'another disk', buildZip(ENTRIES, { disk: 2 })],
    ['ARCHIVE_DIRECTORY_DAMAGED', 'a directory before its place', buildZip(ENTRIES, { start: START - 1 })],
    [
      'ARCHIVE_DIRECTORY_DAMAGED',
      'bytes before the zip',
      Buffer.concat([Buffer.alloc(5), buildZip(ENTRIES)]),
    ],
    ['ARCHIVE_ZIP64_INVALID', 'a locator to nowhere', buildZip(ENTRIES, { zip64: true, zip64At: 2 ** 40 })],
    ['ARCHIVE_ZIP64_INVALID', 'a locator to other bytes', buildZip(ENTRIES, { zip64: true, zip64At: 0 })],
    ['ARCHIVE_ZIP64_INVALID', 'two counts', buildZip(ENTRIES, { zip64: true, count: 1 })],
    ['ARCHIVE_ZIP64_INVALID', 'two places', buildZip(ENTRIES, { zip64: true, start: START + 1 })],
    ['ARCHIVE_ZIP64_INVALID', 'a mark alone', buildZip(ENTRIES, { start: 0xffffffff })],
  ])('refuses with %s %s', async (code, _what, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, params: { package: 'p.zip' }, retryable: true });
  });
});
