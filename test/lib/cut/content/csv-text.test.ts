import { decodeText, linesOf } from '../../../../lib/cut/content/csv-text.js';

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('MAYORÍA – año')],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffMAYORÍA – año')],
    ['Windows-1252', Buffer.from([...Buffer.from('MAYOR\xcdA \x96 a\xf1o', 'latin1')])],
  ])('reads %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe('MAYORÍA – año');
  });

  it('takes a text that is cut off within a letter for what it was', () => {
    expect(decodeText(Buffer.from('MAYORÍA').subarray(0, 6))).toBe('MAYOR');
  });

  it('reads nothing from nothing', () => {
    expect(decodeText(Buffer.alloc(0))).toBe('');
  });
});

describe('linesOf', () => {
  it('takes LF, CR LF and CR for the end of a line', () => {
    expect(linesOf('a\nb\r\nc\rd\r\re')).toEqual(['a', 'b', 'c', 'd', '', 'e']);
  });
});
