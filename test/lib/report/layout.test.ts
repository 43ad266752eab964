import fc from 'fast-check';
import { displayWidth } from '../../../lib/report/display-width.js';
import { block, clip, pad, wrap } from '../../../lib/report/layout.js';

describe('wrap', () => {
  test('breaks between words', () => {
    expect(wrap('uno dos tres', 7)).toEqual(['uno dos', 'tres']);
  });

  test('breaks a word that is longer than a line', () => {
    expect(wrap('a arn:aws:x b', 5)).toEqual(['a', 'arn:a', 'ws:x', 'b']);
  });

  test('counts accents and wide characters as they show', () => {
    expect(wrap('cla\u0301usula é', 10)).toEqual(['cla\u0301usula é']);
    expect(wrap('選挙選挙', 5)).toEqual(['選挙', '選挙']);
  });

  test('never exceeds the columns, and loses nothing but white space', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'ñ', '選', '✅', ' ', 'e\u0301'), maxLength: 60 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 2, max: 20 }), (text, columns) => {
        const lines = wrap(text, columns);
        expect(Math.max(0, ...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
      { seed: 2024 },
    );
  });
});

test('block indents, with its mark in the first indentation', () => {
  expect(block('uno dos tres', 9, 4, '  →')).toEqual(['  → uno', '    dos', '    tres']);
});

test('pad fills up by what shows', () => {
  expect(pad('選', 4)).toBe('選  ');
  expect(pad('abcde', 4)).toBe('abcde');
});

describe('clip', () => {
  test('leaves what fits', () => {
    expect(clip('uno dos', 7)).toBe('uno dos');
  });

  test('ends at a word where that costs little, else within it', () => {
    expect(clip('uno dos tres', 10)).toBe('uno dos…');
    expect(clip('a electroencefalograma', 10)).toBe('a electro…');
    expect(clip('選挙選挙', 6)).toBe('選挙…');
  });
});
