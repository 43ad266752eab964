import { LineCounter, parseDocument } from 'yaml';
import { createLocate } from '../../../lib/config/locate.js';

function locateIn(text: string) {
  const lines = new LineCounter();
  return createLocate(parseDocument(text, { lineCounter: lines }), lines);
}

const TEXT = `# a comment
a: 1
b:
  c: [10, 20]
  d:
    - e: 1
    - e: 2
`;

describe('createLocate', () => {
  test.each([
    ['the value of a key', ['a'], undefined, [2, 4]],
    ['a key', ['b', 'c'], 'key', [4, 3]],
    ['an item of a list', ['b', 'c', 1], undefined, [4, 11]],
    ['a key in an item', ['b', 'd', 1, 'e'], 'key', [7, 7]],
    ['the parent of a missing key', ['b', 'x'], undefined, [3, 1]],
    ['the item whose key is missing', ['b', 'd', 0, 'x'], undefined, [6, 7]],
    ['the first key where a top-level one is missing', ['x'], undefined, [2, 1]],
    ['the last known place of a path that leads through a number', ['a', 'x', 'y'], undefined, [2, 1]],
    ['the file as a whole', [], undefined, [2, 1]],
  ] as const)('finds %s', (_name, path, at, [line, column]) => {
    expect(locateIn(TEXT)(path, at)).toEqual({ line, column });
  });

  it('points at the last of two equal keys, whose value counts', () => {
    expect(locateIn('a: 1\na: 2\n')(['a'])).toEqual({ line: 2, column: 4 });
  });

  it('points at the start of an empty file', () => {
    expect(locateIn('')([])).toEqual({ line: 1, column: 1 });
  });

  it('points at the key of an empty value', () => {
    expect(locateIn('x: 1\na:\n')(['a'])).toEqual({ line: 2, column: 3 });
  });
});
