import { crc32 } from 'node:zlib';
import { extraField } from '../zip-writer.js';
import { deep, named, tarOf, zipOf, type HostileKind } from './hostile-kind.js';

/** Paths that may not be published. */
export const HOSTILE_PATHS: readonly HostileKind[] = [
  named('a path that climbs', 'ARCHIVE_PATH_TRAVERSAL', ['../evil']),
  named('a path that climbs after it descended', 'ARCHIVE_PATH_TRAVERSAL', ['a/../../evil']),
  named('a name of two dots', 'ARCHIVE_PATH_TRAVERSAL', ['..']),
  named('an absolute path', 'ARCHIVE_PATH_ABSOLUTE', ['/etc/passwd']),
  named('a path with two slashes first', 'ARCHIVE_PATH_ABSOLUTE', ['//host/share']),
  named('a path with backslashes', 'ARCHIVE_PATH_BACKSLASH', ['..\\evil'], true),
  named('a path of another host', 'ARCHIVE_PATH_BACKSLASH', ['\\\\host\\share'], true),
  named('a path on a drive', 'ARCHIVE_PATH_DRIVE', ['C:/evil'], true),
  named('a name on a drive', 'ARCHIVE_PATH_DRIVE', ['c:evil'], true),
  named('an empty segment', 'ARCHIVE_PATH_EMPTY_SEGMENT', ['a//b']),
  named('a segment of one dot', 'ARCHIVE_PATH_DOT_SEGMENT', ['a/./b']),
  named('a name of one dot', 'ARCHIVE_PATH_DOT_SEGMENT', ['.']),
  named('a control character', 'ARCHIVE_PATH_CONTROL', ['a\u001b[2J'], true),
  named('a line break', 'ARCHIVE_PATH_CONTROL', ['a\nb'], true),
  named('a character that reverses the writing', 'ARCHIVE_PATH_BIDI', ['gpj.\u202eexe'], true),
  named('a name that is not UTF-8', 'ARCHIVE_PATH_UNDECODABLE', [Buffer.of(0x61, 0xff)], true),
  named('a name in NFD', 'ARCHIVE_PATH_NOT_NFC', ['nin\u0303o'], true),
  named('a segment of 256 bytes', 'ARCHIVE_PATH_SEGMENT_TOO_LONG', ['a'.repeat(256)]),
  named('a path of 17 segments', 'ARCHIVE_PATH_TOO_DEEP', [deep(17)], true),
  named(
    'a path of 1,000 bytes',
    'ARCHIVE_PATH_TOO_LONG',
    [`${`${'a'.repeat(99)}/`.repeat(9)}${'b'.repeat(100)}`],
    true,
  ),
  named('Apache’s own file', 'ARCHIVE_ENTRY_SERVER_FILE', ['css/.htaccess'], true),
  named('Apache’s passwords', 'ARCHIVE_ENTRY_SERVER_FILE', ['.htpasswd'], true),
  named('the file of IIS, in capitals', 'ARCHIVE_ENTRY_SERVER_FILE', ['Web.Config'], true),
  named('PHP’s own file', 'ARCHIVE_ENTRY_SERVER_FILE', ['.user.ini'], true),
  {
    what: 'an empty name',
    code: 'ARCHIVE_PATH_EMPTY',
    zip: () => zipOf({ name: '' }),
    tar: () => tarOf({ name: '' }),
  },
  {
    what: 'a NUL character',
    code: 'ARCHIVE_PATH_NUL',
    zip: () => zipOf({ name: 'a\0.html' }),
    // A tar's name ends at its first NUL; only an extended header can carry one.
    tar: () => tarOf({ name: 'a', pax: { path: 'a\0.html' } }),
  },
  {
    what: 'a folder that climbs',
    code: 'ARCHIVE_PATH_TRAVERSAL',
    zip: () => zipOf({ name: '../a/', method: 0 }),
    tar: () => tarOf({ name: '../a/' }),
  },
  {
    what: 'a name of 12,000 segments',
    code: 'ARCHIVE_PATH_TOO_DEEP',
    zip: () => zipOf({ name: deep(12_000) }),
    tar: () => tarOf({ name: deep(12_000) }),
  },
  {
    what: 'a long GNU name that climbs',
    code: 'ARCHIVE_PATH_TRAVERSAL',
    tar: () => tarOf({ name: `${'a/'.repeat(8)}${'../'.repeat(60)}evil`, gnuLongName: true }),
  },
  {
    what: 'a pax path that climbs behind a good name',
    code: 'ARCHIVE_PATH_TRAVERSAL',
    tar: () => tarOf({ name: 'good', pax: { path: '../evil' } }),
  },
  {
    what: 'a Unicode name field that climbs behind a good name',
    code: 'ARCHIVE_PATH_TRAVERSAL',
    zip: () => zipOf({ name: 'good', extra: unicodeName('good', '../evil') }),
  },
];

function unicodeName(name: string, other: string): Buffer {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(name));
  return extraField(0x7075, Buffer.of(1), checksum, Buffer.from(other));
}

/** Names that collide. */
export const HOSTILE_NAMES: readonly HostileKind[] = [
  named('names that differ in case', 'ARCHIVE_NAME_CASE_COLLISION', ['Acta', 'ACTA'], true),
  named(
    'names that differ in case beyond one letter',
    'ARCHIVE_NAME_CASE_COLLISION',
    ['straße', 'STRASSE'],
    true,
  ),
  named('folders that differ in case', 'ARCHIVE_NAME_CASE_COLLISION', ['A/b', 'a/c'], true),
  named('a name in two Unicode forms', 'ARCHIVE_NAME_FORM_COLLISION', ['ni\u00f1o', 'nin\u0303o']),
  named('a name twice', 'ARCHIVE_NAME_DUPLICATE', ['a', 'a']),
  named('a file that is another one’s folder', 'ARCHIVE_NAME_FILE_AND_DIRECTORY', ['a', 'a/b']),
  named('a folder that becomes a file', 'ARCHIVE_NAME_FILE_AND_DIRECTORY', ['a/b', 'a']),
  {
    what: 'a folder listed twice',
    code: 'ARCHIVE_NAME_DUPLICATE',
    zip: () => zipOf({ name: 'a/', method: 0 }, { name: 'a/', method: 0 }),
    tar: () => tarOf({ name: 'a/' }, { name: 'a/' }),
  },
];
