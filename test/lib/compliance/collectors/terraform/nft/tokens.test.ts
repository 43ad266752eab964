import { readStatements } from '../../../../../../lib/compliance/collectors/terraform/nft/tokens.js';

describe('readStatements', () => {
  test.each([
    ['a b; c', [['a', 'b'], ['c']]],
    ['a b # c\nd', [['a', 'b'], ['d']]],
    ['a { 80, 443 } b', [['a', ['80', '443'], 'b']]],
    ['ct state new,related', [['ct', 'state', 'new,related']]],
    ['a "b c"', [['a', 'b c']]],
    ['a \\\n b', [['a', 'b']]],
    ['a { b : { c } }', [['a', ['b', ':', ['c']]]]],
  ])('splits %j', (text, words) => {
    expect(readStatements(text)?.map((statement) => statement.words)).toEqual(words);
  });

  test('opens a block where a table or a chain begins', () => {
    const [table] = readStatements('table inet t { chain c { tcp dport { 22 } accept } }') ?? [];
    expect(table?.words).toEqual(['table', 'inet', 't']);
    expect(table?.block?.[0]?.block?.[0]?.words).toEqual(['tcp', 'dport', ['22'], 'accept']);
  });

  test.each(['table inet t {', 'a { b', 'a } b'])('does not read %j', (text) => {
    expect(readStatements(text)).toBeUndefined();
  });
});
