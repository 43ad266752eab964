import { openPromise } from 'yauzl';
import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import { EntryPolicy } from '../../../../lib/cut/archive/entry-policy.js';
import { readDirectory } from '../../../../lib/cut/archive/zip-directory.js';
import { readZipEnd } from '../../../../lib/cut/archive/zip-end.js';
import { receivedArchive } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildZip, extraField, localEntry, type ZipSpec } from '../../../support/zip-writer.js';

describe('readDirectory', () => {
  const directory = useTemporaryDirectory();

  async function pathsOf(bytes: Buffer): Promise<string[]> {
    const received = receivedArchive(directory(), bytes);
    const end = await readZipEnd(received.path, received.name);
    const zip = await openPromise(received.path, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    try {
      const policy = new EntryPolicy(received.name, ARCHIVE_LIMITS);
      return (await readDirectory(zip, end, policy, received)).map(({ path }) => path);
    } finally {
      zip.close();
    }
  }

  it('lists the entries in the order of the directory, folders too', async () => {
    const extra = extraField(0x5455, Buffer.alloc(5));
    expect(
      await pathsOf(
        buildZip([
          { name: 'b', extra },
          { name: 'a/', method: 0 },
        ]),
      ),
    ).toEqual(['b', 'a']);
  });

  const ONE: ZipSpec = { name: 'a', content: 'x' };

  it.each<[string, string, Buffer, object]>([
    [
      'a flag that its reader stops at',
      'ENTRY_ENCRYPTED',
      buildZip([{ ...ONE, flags: 0x841 }]),
      { entry: 'a' },
    ],
    [
      'a size that stands nowhere',
      'ZIP64_INVALID',
      buildZip([{ ...ONE, declaredSize: 0xffffffff, extra: extraField(1) }]),
      { package: 'package' },
    ],
    [
      'a field longer than its record',
      'DIRECTORY_DAMAGED',
      buildZip([{ ...ONE, extra: Buffer.of(9, 9, 200, 0) }]),
      { package: 'package' },
    ],
    [
      'entries that nobody counted',
      'DIRECTORY_DAMAGED',
      buildZip([ONE, { name: 'b' }], { count: 1 }),
      { package: 'package' },
    ],
    ['data that reach into the next entry', 'ENTRIES_OVERLAP', overlapping(), { entry: 'a', other: 'b' }],
  ])('refuses %s with ARCHIVE_%s', async (_what, code, bytes, params) => {
    await expect(pathsOf(bytes)).rejects.toMatchObject({ code: `ARCHIVE_${code}`, params });
  });

  /** An entry whose stored data are the next entry, header and all. */
  function overlapping(): Buffer {
    const inner: ZipSpec = { name: 'b', content: 'x' };
    const outer: ZipSpec = { name: 'a', content: localEntry(inner), method: 0 };
    return buildZip([outer, { ...inner, at: localEntry({ name: 'a', method: 0 }).length }]);
  }
});
