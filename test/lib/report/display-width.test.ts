import { displayWidth, graphemes, printable } from '../../../lib/report/display-width.js';

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['cláusula', 8],
    ['cla\u0301usula', 8],
    ['ñandú…→·─', 9],
    ['選挙', 4],
    ['한국', 4],
    ['ＡＢ', 4],
    ['🗳️', 2],
    ['✅', 2],
    ['👩‍💻', 2],
    ['𠮷', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

test('graphemes keeps together what a reader sees as one', () => {
  expect(graphemes('e\u0301👩‍💻x')).toEqual(['e\u0301', '👩‍💻', 'x']);
});

describe('printable', () => {
  test('takes away what steers a terminal or turns the writing', () => {
    expect(printable('a\u001b[31mb\u202ec\u0000\u200bd')).toBe('a\ufffd[31mb\ufffdc\ufffd\ufffdd');
  });

  test('puts any white space on one line', () => {
    expect(printable('  a\n\tb\r\nc ')).toBe('a b c');
  });
});
