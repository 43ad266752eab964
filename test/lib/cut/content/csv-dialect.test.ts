import { bareCell, splitLine } from '../../../../lib/cut/content/csv-dialect.js';

describe('splitLine', () => {
  it.each([
    ['a,b,,c', ',', ['a', 'b', '', 'c']],
    ['a|b', '|', ['a', 'b']],
    ['a\tb', '\t', ['a', 'b']],
    ['"a;b";c', ';', ['a;b', 'c']],
    ['a,b', ';', ['a,b']],
    ['', ',', ['']],
  ] as const)('splits %p at %p', (line, delimiter, cells) => {
    expect(splitLine(line, delimiter)).toEqual(cells);
  });
});

describe('bareCell', () => {
  it.each([
    [" '210000A0100 ", '210000A0100'],
    ["'", ''],
    [' - ', '-'],
    ["O'Horán", "O'Horán"],
  ])('makes of %p the bare %p', (cell, bare) => {
    expect(bareCell(cell)).toBe(bare);
  });
});
