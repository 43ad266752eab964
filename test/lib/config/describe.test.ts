import { codePoint, describe as described, visible } from '../../../lib/config/describe.js';

describe('describe', () => {
  test.each([
    ['a text', 'hola', '"hola"'],
    ['a number', 5, '5'],
    ['not a number', NaN, 'NaN'],
    ['true', true, 'true'],
    ['null', null, 'null'],
    ['nothing', undefined, 'undefined'],
    ['an empty list', [], '[]'],
    ['a list', [1], '[…]'],
    ['an empty mapping', {}, '{}'],
    ['a mapping, whose values may be secret', { password: 'x' }, '{…}'],
  ])('repeats %s', (_name, value, expected) => {
    expect(described(value)).toBe(expected);
  });

  it('cuts a long text', () => {
    expect(described('x'.repeat(500))).toBe(`"${'x'.repeat(80)}…"`);
  });
});

describe('visible', () => {
  test.each([
    ['password of a URL', 'https://user:canary@example.net/a'],
    ['password before a host', 'user:canary@example.net'],
    ['password with a slash', 'https://user:can/canary@example.net'],
    ['signature in a query', '/a.zip?X-Amz-Signature=canary'],
    ['bearer token', 'Bearer canary'],
    ['key of AWS', 'AKIAIOSFODNN7CANARY1'],
  ])('does not repeat the %s', (_name, text) => {
    expect(visible(text).toLowerCase()).not.toContain('canary');
  });

  it('tells of a text too long to be searched only the length, and at once', () => {
    expect(visible(`https://user:canary${'/a'.repeat(100_000)}`)).toBe('‹200019›');
  });

  it('leaves a plain question alone', () => {
    expect(visible('¿Y qué? Nada')).toBe('¿Y qué? Nada');
  });

  it('names characters that a terminal would obey or hide', () => {
    expect(visible('a\u001b[31m\u009b\u202e\n')).toBe('a‹U+001B›[31m‹U+009B›‹U+202E›‹U+000A›');
  });
});

describe('codePoint', () => {
  it('names a character beyond the basic plane with five digits', () => {
    expect(codePoint('\u{e0001}')).toBe('U+E0001');
  });
});
