import { ARCHIVE_LIMITS } from '../../../lib/cut/archive-limits.js';
import { assertSafePath, printable, unsafePathReason } from '../../../lib/cut/entry-path.js';
import { thrownBy } from '../../support/thrown.js';

const reason = (path: string): string | undefined => unsafePathReason(path, ARCHIVE_LIMITS);

describe('unsafePathReason', () => {
  it.each(['index.html', 'json/main.json', 'a b/ñandú.csv', 'x..y', '...', 'bd/20240602_2000_PREP_GUB.zip'])(
    'finds nothing wrong with %p',
    (path) => {
      expect(reason(path)).toBeUndefined();
    },
  );

  it.each([
    ['', 'empty'],
    ['a\u0000b', 'control'],
    ['a\nb', 'control'],
    ['gpj.\u202eexe', 'control'],
    ['a\u2066b', 'control'],
    ['a\ufffdb', 'undecodable'],
    ['a\\b', 'backslash'],
    ['..\\..\\x', 'backslash'],
    ['C:/x', 'drive'],
    ['c:x', 'drive'],
    ['/etc/passwd', 'absolute'],
    ['../x', 'traversal'],
    ['a/../../x', 'traversal'],
    ['..', 'traversal'],
    ['./a', 'dotSegment'],
    ['a/./b', 'dotSegment'],
    ['a//b', 'emptySegment'],
    ['a/', 'emptySegment'],
    ['nin\u0303o.html', 'notNfc'],
    ['a'.repeat(256), 'segmentTooLong'],
    ['ñ'.repeat(128), 'segmentTooLong'],
    [Array.from({ length: 17 }, () => 'a').join('/'), 'tooDeep'],
    [Array.from({ length: 16 }, () => 'a'.repeat(60)).join('/'), 'pathTooLong'],
  ])('refuses %j as %s', (path, expected) => {
    expect(reason(path)).toBe(expected);
  });

  it('lets the longest and deepest names through', () => {
    expect(reason('a'.repeat(255))).toBeUndefined();
    expect(reason(Array.from({ length: 16 }, () => 'a').join('/'))).toBeUndefined();
  });
});

describe('assertSafePath', () => {
  it('names the entry and the reason, safe for a terminal', () => {
    expect(thrownBy(() => assertSafePath('a\u001b[2Jb', ARCHIVE_LIMITS))).toMatchObject({
      code: 'ARCHIVE_ENTRY_UNSAFE_PATH',
      params: { entry: 'a\\u001b[2Jb', reason: 'control' },
    });
  });
});

describe('printable', () => {
  it('cuts a long name', () => {
    expect(printable('a'.repeat(500))).toBe(`${'a'.repeat(120)}…`);
  });
});
