import fc from 'fast-check';
import { followPointer } from '../../../../lib/cut/cut-time/json-pointer.js';
import { FUZZ_RUNS } from '../../../support/fuzz-runs.js';

const FUZZ = { seed: 20270606, numRuns: FUZZ_RUNS };

/** The document of RFC 6901, section 5. */
const RFC_DOCUMENT: unknown = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

/** Every pointer of a document with what it leads to, by the definition: descend, then escape `~` and `/`. */
function everyPointer(value: unknown, pointer = ''): [string, unknown][] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          everyPointer(inner, `${pointer}/${key.split('~').join('~0').split('/').join('~1')}`),
        )
      : [];
  return [[pointer, value], ...below];
}

describe('followPointer', () => {
  it.each([
    ['', RFC_DOCUMENT],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('follows the pointer %p of RFC 6901', (pointer, value) => {
    expect(followPointer(RFC_DOCUMENT, pointer)).toEqual(value);
  });

  it('unescapes ~01 to ~1, and not to a slash', () => {
    expect(followPointer({ '~1': 'right', '/': 'wrong' }, '/~01')).toBe('right');
  });

  it.each([
    'foo',
    '/foo/2',
    '/foo/-',
    '/foo/00',
    '/foo/01',
    '/foo/-1',
    '/foo/1e0',
    '/foo/length',
    '/foo/0/0',
  ])('gets nowhere with %p', (pointer) => {
    expect(followPointer(RFC_DOCUMENT, pointer)).toBeUndefined();
  });

  it.each(['/m~n', '/m~2n', '/m~'])('follows no pointer with a broken escape: %p', (pointer) => {
    expect(followPointer({ 'm~n': 1, 'm~2n': 2, 'm~': 3 }, pointer)).toBeUndefined();
  });

  it.each(['/constructor', '/__proto__', '/toString/name', '/foo/constructor'])(
    'does not leave the document by %p',
    (pointer) => {
      expect(followPointer(RFC_DOCUMENT, pointer)).toBeUndefined();
    },
  );
});

describe('JSON pointers, fuzzed', () => {
  it('lead to every value of any document', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => {
        const document: unknown = JSON.parse(json);
        for (const [pointer, value] of everyPointer(document)) {
          expect(followPointer(document, pointer)).toBe(value);
        }
      }),
      FUZZ,
    );
  });

  it('lead to a value of the document or nowhere, and never throw', () => {
    const piece = fc.oneof(
      fc.constantFrom('/', '~', '~0', '~1', '0', '-', '__proto__', 'length'),
      fc.string(),
    );
    const pointer = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), pointer, (json, text) => {
        const document: unknown = JSON.parse(json);
        const value = followPointer(document, text);
        const known = new Map(everyPointer(document));
        if (value !== undefined || known.has(text)) expect(value).toBe(known.get(text));
      }),
      FUZZ,
    );
  });
});
