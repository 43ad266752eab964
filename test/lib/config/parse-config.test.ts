import { parseConfig } from '../../../lib/config/parse-config.js';
import { idsAndLines } from './sample-config.js';

const refused = (text: string) => {
  const { value, problems } = parseConfig(text);
  expect(value).toBeUndefined();
  return idsAndLines(problems);
};

describe('parseConfig', () => {
  it('reads plain YAML 1.2: words stay words, and dates stay texts', () => {
    expect(parseConfig('a: yes\nb: 2027-06-06\nc: [1, true, ~]\n').value).toEqual({
      a: 'yes',
      b: '2027-06-06',
      c: [1, true, null],
    });
  });

  it('keeps the lines right behind CRLF', () => {
    const { value, locate } = parseConfig('a: 1\r\nb:\r\n  c: 2\r\n');
    expect(value).toEqual({ a: 1, b: { c: 2 } });
    expect(locate(['b', 'c'])).toEqual({ line: 3, column: 6 });
  });

  it('reads an empty file as null', () => {
    expect(parseConfig('').value).toBeNull();
    expect(parseConfig('# only a comment\n').value).toBeNull();
  });

  test.each([
    ['a second document', 'a: 1\n---\nb: 2\n', 'problem.yaml-multiple-documents', 2],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'problem.yaml-syntax', 2],
    ['an open quote', 'a: 1\nb: "x\n', 'problem.yaml-syntax', 3],
    ['a list as key', 'a: 1\n? [b]\n: c\n', 'problem.yaml-syntax', 2],
    ['an anchor', 'a: 1\nb: &x 2\n', 'problem.yaml-alias', 2],
    ['an unknown alias', 'a: 1\nb: *x\n', 'problem.yaml-alias', 2],
    ['a custom tag', 'a: 1\nb: !!js/function "x"\n', 'problem.yaml-tag', 2],
    ['a local tag', 'a: 1\nb: !x y\n', 'problem.yaml-tag', 2],
    ['a standard tag', 'a: 1\nb: !!binary aGk=\n', 'problem.yaml-tag', 2],
    ['a tag on a mapping', 'a: 1\nb: !x\n  c: 1\n', 'problem.yaml-tag', 2],
    ['a NUL', 'a: 1\nb: "x\0y"\n', 'problem.control-character', 2],
    ['an escape sequence', 'a: 1\nb: \u001b[31mred\n', 'problem.control-character', 2],
    ['a lone carriage return', 'a: 1\nb: 2\rc: 3\n', 'problem.control-character', 2],
    ['a byte order mark inside', 'a: 1\n\ufeffb: 2\n', 'problem.control-character', 2],
    ['reversed text', 'a: 1\nb: \u202Eevil\n', 'problem.control-character', 2],
    ['a zero-width space', 'a: 1\nb\u200b: 2\n', 'problem.control-character', 2],
    ['a line separator', 'a: 1\nb: x\u2028y\n', 'problem.control-character', 2],
  ])('refuses %s', (_name, text, id, line) => {
    expect(refused(text)).toEqual([[id, line]]);
  });

  it('refuses aliases that would multiply themselves', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${`*${of},`.repeat(9)}]\n`;
    const bomb = `a: &a [x]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}`;
    expect(new Set(refused(bomb).map(([id]) => id))).toEqual(new Set(['problem.yaml-alias']));
  });

  it('names the line of the first of two equal keys, at every depth', () => {
    const { value, problems } = parseConfig('a: 1\nb:\n  c: 1\n  c: 2\na: 2\n');
    expect(value).toBeDefined();
    expect(idsAndLines(problems)).toEqual([
      ['problem.yaml-duplicate-key', 5],
      ['problem.yaml-duplicate-key', 4],
    ]);
    expect(problems[0]).toMatchObject({ key: 'a', params: { name: 'a', first: 1 } });
  });

  it('holds equal keys to be equal however they are quoted', () => {
    expect(parseConfig('a: 1\n"a": 2\n').problems).toHaveLength(1);
  });

  it('gives one error for each broken line, and not a hundred', () => {
    const lines = refused('a: [\n'.repeat(20));
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(new Set(lines.map(([, line]) => line)).size).toBe(lines.length);
  });

  it('gives a bounded list for a file of equal keys', () => {
    expect(parseConfig('a: 1\n'.repeat(5000)).problems).toHaveLength(100);
  });
});
