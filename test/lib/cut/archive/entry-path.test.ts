import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import { printable, unsafePathCode } from '../../../../lib/cut/archive/entry-path.js';

const code = (path: string): string | undefined => unsafePathCode(path, ARCHIVE_LIMITS);

describe('unsafePathCode', () => {
  it.each([
    'index.html',
    'json/main.json',
    'a b/ñandú.csv',
    'x..y',
    '...',
    'htaccess',
    'web.config.html',
    'bd/20240602_2000_PREP_GUB.zip',
  ])('finds nothing wrong with %p', (path) => {
    expect(code(path)).toBeUndefined();
  });

  it.each([
    ['', 'ARCHIVE_PATH_EMPTY'],
    ['a\u0000b', 'ARCHIVE_PATH_NUL'],
    ['a\nb', 'ARCHIVE_PATH_CONTROL'],
    ['gpj.\u202eexe', 'ARCHIVE_PATH_BIDI'],
    ['a\u2066b', 'ARCHIVE_PATH_BIDI'],
    ['a\u2028b', 'ARCHIVE_PATH_CONTROL'],
    ['a\ud800b', 'ARCHIVE_PATH_UNDECODABLE'],
    ['a\ufffdb', 'ARCHIVE_PATH_UNDECODABLE'],
    ['a\\b', 'ARCHIVE_PATH_BACKSLASH'],
    ['..\\..\\x', 'ARCHIVE_PATH_BACKSLASH'],
    ['C:/x', 'ARCHIVE_PATH_DRIVE'],
    ['c:x', 'ARCHIVE_PATH_DRIVE'],
    ['/etc/passwd', 'ARCHIVE_PATH_ABSOLUTE'],
    ['../x', 'ARCHIVE_PATH_TRAVERSAL'],
    ['a/../../x', 'ARCHIVE_PATH_TRAVERSAL'],
    ['..', 'ARCHIVE_PATH_TRAVERSAL'],
    ['./a', 'ARCHIVE_PATH_DOT_SEGMENT'],
    ['a/./b', 'ARCHIVE_PATH_DOT_SEGMENT'],
    ['a//b', 'ARCHIVE_PATH_EMPTY_SEGMENT'],
    ['a/', 'ARCHIVE_PATH_EMPTY_SEGMENT'],
    ['nin\u0303o.html', 'ARCHIVE_PATH_NOT_NFC'],
    ['a'.repeat(256), 'ARCHIVE_PATH_SEGMENT_TOO_LONG'],
    ['ñ'.repeat(128), 'ARCHIVE_PATH_SEGMENT_TOO_LONG'],
    [Array.from({ length: 17 }, () => 'a').join('/'), 'ARCHIVE_PATH_TOO_DEEP'],
    [Array.from({ length: 16 }, () => 'a'.repeat(60)).join('/'), 'ARCHIVE_PATH_TOO_LONG'],
    ['.htaccess', 'ARCHIVE_ENTRY_SERVER_FILE'],
    ['css/.htpasswd', 'ARCHIVE_ENTRY_SERVER_FILE'],
    ['WEB.CONFIG', 'ARCHIVE_ENTRY_SERVER_FILE'],
    ['.user.ini/a', 'ARCHIVE_ENTRY_SERVER_FILE'],
  ])('refuses %j as %s', (path, expected) => {
    expect(code(path)).toBe(expected);
  });

  it('lets the longest and deepest names through', () => {
    expect(code('a'.repeat(255))).toBeUndefined();
    expect(code(Array.from({ length: 16 }, () => 'a').join('/'))).toBeUndefined();
  });
});

describe('printable', () => {
  it('shows what would move a cursor, reverse the writing or be no character as its code', () => {
    expect(printable('a\u001b[2J\u202e\ud800')).toBe('a\\u001b[2J\\u202e\\ud800');
  });

  it('cuts a long name', () => {
    expect(printable('a'.repeat(500))).toBe(`${'a'.repeat(120)}…`);
  });
});
