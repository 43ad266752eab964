import { crc32 } from 'node:zlib';
import { buildZip, extraField, localEntry, u64, type ZipSpec } from '../zip-writer.js';
import { flipped, TEXT, zipOf, type HostileKind } from './hostile-kind.js';

const MARK32 = 0xffffffff;
const ZIP64 = 1;
const ONE: ZipSpec = { name: 'a', content: 'x' };

/** A zip in which an entry stands inside the data of another, each with a header that tells the truth. */
function nested(inner: ZipSpec): Buffer {
  const outer = { name: 'a', content: localEntry(inner), method: 0 };
  return buildZip([outer, { ...inner, at: localEntry({ name: 'a', method: 0 }).length }]);
}

/** Zips that are damaged or lie. */
export const DAMAGED_ZIPS: readonly HostileKind[] = [
  { what: 'a zip without its last bytes', code: 'ARCHIVE_TRUNCATED', zip: () => zipOf(ONE).subarray(0, -10) },
  {
    what: 'the first half of a zip',
    code: 'ARCHIVE_TRUNCATED',
    zip: () => Buffer.from('PK\u0003\u0004 and no more'),
  },
  {
    what: 'a comment cut short',
    code: 'ARCHIVE_TRUNCATED',
    zip: () => buildZip([ONE], { comment: 'cut' }).subarray(0, -1),
  },
  {
    what: 'bytes behind the zip',
    code: 'ARCHIVE_TRAILING_BYTES',
    zip: () => Buffer.concat([zipOf(ONE), Buffer.alloc(9)]),
  },
  { what: 'one disk of several', code: 'ARCHIVE_MULTI_DISK', zip: () => buildZip([ONE], { disk: 1 }) },
  {
    what: 'a directory that is not there',
    code: 'ARCHIVE_DIRECTORY_DAMAGED',
    zip: () => buildZip([ONE], { start: 3 }),
  },
  {
    what: 'fewer entries counted than listed',
    code: 'ARCHIVE_DIRECTORY_DAMAGED',
    zip: () => buildZip([ONE, { name: 'b' }], { count: 1 }),
  },
  {
    what: 'more entries counted than listed',
    code: 'ARCHIVE_DIRECTORY_DAMAGED',
    zip: () => buildZip([ONE], { count: 2 }),
  },
  {
    what: 'a 64-bit record that is not there',
    code: 'ARCHIVE_ZIP64_INVALID',
    zip: () => buildZip([ONE], { zip64: true, zip64At: 5 }),
  },
  {
    what: 'a 64-bit count that is another',
    code: 'ARCHIVE_ZIP64_INVALID',
    zip: () => buildZip([ONE], { zip64: true, count64: 0 }),
  },
  {
    what: 'a mark for a 64-bit record and no such record',
    code: 'ARCHIVE_ZIP64_INVALID',
    zip: () => buildZip([ONE], { start: MARK32 }),
  },
  {
    what: 'a mark for a 64-bit size and no such size',
    code: 'ARCHIVE_ZIP64_INVALID',
    zip: () => zipOf({ ...ONE, declaredSize: MARK32 }),
  },
  {
    what: 'a 64-bit size cut short',
    code: 'ARCHIVE_ZIP64_INVALID',
    zip: () => zipOf({ ...ONE, declaredSize: MARK32, extra: extraField(ZIP64) }),
  },
  {
    what: 'a 64-bit size that is another',
    code: 'ARCHIVE_ZIP64_INVALID',
    zip: () => zipOf({ ...ONE, extra: extraField(ZIP64, u64(999)) }),
  },
  {
    what: 'two names of one entry',
    code: 'ARCHIVE_HEADERS_DIFFER',
    zip: () => zipOf({ ...ONE, localName: 'b' }),
  },
  {
    what: 'no header where the directory says',
    code: 'ARCHIVE_HEADERS_DIFFER',
    zip: () => zipOf(ONE, { name: 'b', at: 7 }),
  },
  {
    what: 'an entry on another’s bytes',
    code: 'ARCHIVE_ENTRIES_OVERLAP',
    zip: () => nested({ name: 'b', content: 'x' }),
  },
  {
    what: 'two entries on the same bytes',
    code: 'ARCHIVE_HEADERS_DIFFER',
    zip: () => zipOf(ONE, { ...ONE, name: 'b', at: 0 }),
  },
  { what: 'an encrypted entry', code: 'ARCHIVE_ENTRY_ENCRYPTED', zip: () => zipOf({ ...ONE, flags: 0x801 }) },
  {
    what: 'a strongly encrypted entry',
    code: 'ARCHIVE_ENTRY_ENCRYPTED',
    zip: () => zipOf({ ...ONE, flags: 0x841 }),
  },
  {
    what: 'an entry encrypted by AES',
    code: 'ARCHIVE_ENTRY_ENCRYPTED',
    zip: () => zipOf({ ...ONE, flags: 0x801, method: 99 }),
  },
  {
    what: 'an unknown method',
    code: 'ARCHIVE_ENTRY_METHOD_UNKNOWN',
    zip: () => zipOf({ ...ONE, method: 93 }),
  },
  {
    what: 'a wrong CRC',
    code: 'ARCHIVE_ENTRY_CRC_MISMATCH',
    zip: () => zipOf({ ...ONE, crc32: crc32('y') }),
  },
  {
    what: 'more bytes than declared',
    code: 'ARCHIVE_ENTRY_SIZE_MISMATCH',
    zip: () => zipOf({ name: 'a', content: 'xyz', declaredSize: 2 }),
  },
  {
    what: 'fewer bytes than declared',
    code: 'ARCHIVE_ENTRY_SIZE_MISMATCH',
    zip: () => zipOf({ name: 'a', content: 'xyz', declaredSize: 4 }),
  },
  {
    what: 'a stored entry of two sizes',
    code: 'ARCHIVE_ENTRY_SIZE_MISMATCH',
    zip: () => zipOf({ name: 'a', content: 'xyz', method: 0, declaredSize: 2 }),
  },
  {
    what: 'data that don’t inflate',
    code: 'ARCHIVE_ENTRY_DATA_DAMAGED',
    zip: () => flipped(zipOf({ name: 'a', content: TEXT }), 40),
  },
  { what: 'an HTML page', code: 'ARCHIVE_FORMAT_UNKNOWN', zip: () => Buffer.from('<!doctype html>') },
  { what: 'nothing at all', code: 'ARCHIVE_FORMAT_UNKNOWN', zip: () => Buffer.alloc(0) },
];
