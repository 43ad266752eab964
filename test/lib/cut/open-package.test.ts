import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../../lib/cut/archive-limits.js';
import { openPackage } from '../../../lib/cut/open-package.js';
import type { ReceivedPackage } from '../../../lib/cut/received-package.js';
import { sampleCuts } from '../../support/sample-package.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { buildZip, localEntry, type ZipSpec } from '../../support/zip-writer.js';

const directory = useTemporaryDirectory();

function received(bytes: Buffer): ReceivedPackage {
  const path = join(directory(), 'package.zip');
  writeFileSync(path, bytes);
  return { name: 'package.zip', path, bytes: bytes.length, sha256: '0'.repeat(64) };
}

async function refusal(bytes: Buffer, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<unknown> {
  const target = join(directory(), 'files');
  try {
    const opened = await openPackage(received(bytes), limits);
    try {
      return await opened.extractTo(target);
    } finally {
      opened.close();
    }
  } catch (error) {
    return error;
  }
}

/** A zip in which an entry stands inside the data of another, each with a header that tells the truth. */
function nested(inner: ZipSpec): Buffer {
  const outer = { name: 'a', content: localEntry(inner), method: 0 };
  return buildZip([outer, { ...inner, at: localEntry({ name: 'a', method: 0 }).length }]);
}

const zipOf = (...entries: ZipSpec[]): Buffer => buildZip(entries);

describe('openPackage', () => {
  it('expands a package byte for byte and tells size and digest of each file', async () => {
    const [sample] = sampleCuts();
    const target = join(directory(), 'files');
    const opened = await openPackage(received(sample.bytes));
    const files = await opened.extractTo(target);
    opened.close();
    expect(files.map((file) => file.path)).toEqual(Object.keys(sample.files).sort());
    for (const { path, size } of files) {
      expect(readFileSync(join(target, path)).equals(sample.files[path] ?? Buffer.alloc(0))).toBe(true);
      expect(size).toBe(sample.files[path]?.length);
    }
    expect(opened.fileCount).toBe(files.length);
    expect(opened.totalBytes).toBe(files.reduce((sum, file) => sum + file.size, 0));
  });

  it('takes stored and deflated entries, empty files, listed folders and a comment', async () => {
    const entries: ZipSpec[] = [
      { name: 'a/', method: 0, mode: 0o040755 },
      { name: 'a/empty', content: '', method: 0 },
      { name: 'a/stored', content: 'x', method: 0 },
      { name: 'deflated', content: 'y' },
    ];
    const files = await refusal(buildZip(entries, 'a comment'));
    expect(files).toEqual([
      expect.objectContaining({ path: 'a/empty', size: 0 }),
      expect.objectContaining({ path: 'a/stored', size: 1 }),
      expect.objectContaining({ path: 'deflated', size: 1 }),
    ]);
  });

  it('leaves archives inside the package as they are', async () => {
    const inner = zipOf({ name: '../evil', content: 'x' });
    const files = await refusal(zipOf({ name: 'inner.zip', content: inner, method: 0 }));
    expect(files).toEqual([expect.objectContaining({ path: 'inner.zip', size: inner.length })]);
  });

  it.each<[string, string, () => Buffer]>([
    ['an HTML page', 'ARCHIVE_NOT_A_ZIP', () => Buffer.from('<!doctype html>')],
    ['nothing at all', 'ARCHIVE_NOT_A_ZIP', () => Buffer.alloc(0)],
    ['a zip cut short', 'ARCHIVE_CORRUPT', () => zipOf({ name: 'a', content: 'x' }).subarray(0, -10)],
    ['the first half of a zip', 'ARCHIVE_CORRUPT', () => Buffer.from('PK\u0003\u0004 and no more')],
    ['bytes behind the end', 'ARCHIVE_CORRUPT', () => Buffer.concat([zipOf({ name: 'a' }), Buffer.alloc(9)])],
    ['no entry', 'ARCHIVE_EMPTY', () => zipOf()],
    ['folders only', 'ARCHIVE_EMPTY', () => zipOf({ name: 'a/', method: 0 })],
    ['a path that climbs', 'ARCHIVE_ENTRY_UNSAFE_PATH', () => zipOf({ name: '../a' })],
    ['a folder that climbs', 'ARCHIVE_ENTRY_UNSAFE_PATH', () => zipOf({ name: '../a/', method: 0 })],
    ['a backslash', 'ARCHIVE_ENTRY_UNSAFE_PATH', () => zipOf({ name: '..\\a' })],
    ['a name without letters', 'ARCHIVE_ENTRY_UNSAFE_PATH', () => zipOf({ name: '' })],
    ['a broken name', 'ARCHIVE_ENTRY_UNSAFE_PATH', () => zipOf({ name: Buffer.of(0x61, 0xff) })],
    ['a symlink', 'ARCHIVE_ENTRY_NOT_A_FILE', () => zipOf({ name: 'a', content: '/etc', mode: 0o120777 })],
    ['a name twice', 'ARCHIVE_ENTRY_DUPLICATE', () => zipOf({ name: 'a' }, { name: 'a' })],
    ['a file in a file', 'ARCHIVE_ENTRY_DUPLICATE', () => zipOf({ name: 'a' }, { name: 'a/b' })],
    ['an encrypted entry', 'ARCHIVE_ENTRY_ENCRYPTED', () => zipOf({ name: 'a', content: 'x', flags: 0x801 })],
    [
      'an unknown method',
      'ARCHIVE_ENTRY_METHOD_UNKNOWN',
      () => zipOf({ name: 'a', content: 'x', method: 93 }),
    ],
    ['a bomb', 'ARCHIVE_RATIO_TOO_HIGH', () => zipOf({ name: 'a', content: Buffer.alloc(1_000_000) })],
    [
      'a wrong CRC',
      'ARCHIVE_ENTRY_CRC_MISMATCH',
      () => zipOf({ name: 'a', content: 'x', crc32: crc32('y') }),
    ],
    ['a size too small', 'ARCHIVE_CORRUPT', () => zipOf({ name: 'a', content: 'xyz', declaredSize: 2 })],
    ['a size too large', 'ARCHIVE_CORRUPT', () => zipOf({ name: 'a', content: 'xyz', declaredSize: 4 })],
    ['two names of one entry', 'ARCHIVE_CORRUPT', () => zipOf({ name: 'a', content: 'x', localName: 'b' })],
    ['an entry on another’s bytes', 'ARCHIVE_CORRUPT', () => nested({ name: 'b', content: 'x' })],
  ])('refuses %s with %s', async (_what, code, bytes) => {
    expect(await refusal(bytes())).toMatchObject({ code });
  });

  it.each<[string, string, Partial<ArchiveLimits>]>([
    ['more entries than the limit', 'ARCHIVE_TOO_MANY_ENTRIES', { maxEntries: 1 }],
    ['more bytes than the limit', 'ARCHIVE_TOO_LARGE', { maxBytes: 3 }],
  ])('refuses %s', async (_what, code, limits) => {
    const bytes = zipOf({ name: 'a', content: 'xx' }, { name: 'b', content: 'yy' });
    expect(await refusal(bytes, { ...ARCHIVE_LIMITS, ...limits })).toMatchObject({ code });
    expect(await refusal(bytes, { ...ARCHIVE_LIMITS, maxEntries: 2, maxBytes: 4 })).toHaveLength(2);
  });

  it('writes nothing of a package whose directory it refuses', async () => {
    await refusal(zipOf({ name: 'good', content: 'x' }, { name: '../evil', content: 'x' }));
    expect(existsSync(join(directory(), 'files'))).toBe(false);
    expect(existsSync(join(directory(), 'evil'))).toBe(false);
  });

  it('tells damage that another download may mend from what the institute must mend', async () => {
    expect(await refusal(zipOf({ name: 'a', content: 'x', crc32: 1 }))).toMatchObject({ retryable: true });
    expect(await refusal(zipOf({ name: '../a' }))).toMatchObject({ retryable: false });
  });

  it('notices a file that lost its end after it was opened', async () => {
    const bytes = zipOf({ name: 'a', content: Buffer.from('0123456789'.repeat(40_000)), method: 0 });
    const file = received(bytes);
    const opened = await openPackage(file);
    truncateSync(file.path, 1000);
    await expect(opened.extractTo(join(directory(), 'files'))).rejects.toMatchObject({
      code: 'ARCHIVE_ENTRY_CRC_MISMATCH',
    });
    opened.close();
  });

  it('tells a disk that fails from a package that is at fault', async () => {
    const opened = await openPackage(received(zipOf({ name: 'a', content: 'x' })));
    const missing = join(directory(), 'missing', 'files');
    await expect(opened.extractTo(missing)).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      retryable: true,
    });
    opened.close();
  });
});
