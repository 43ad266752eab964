import { readRuleset } from '../../../../../../lib/compliance/collectors/terraform/nft/ruleset.js';
import { testHostileText } from '../../../hostile-text.js';

describe('readRuleset', () => {
  test('puts definitions in place, also those that name others', () => {
    const text = 'define A = 22\ndefine B = { $A, 80 }\ntable inet t { chain c { tcp dport $B accept; } }';
    expect(readRuleset(text)).toMatchObject({
      problems: [],
      tables: [{ chains: [{ rules: [{ ports: { numbers: ['22', '80'] }, verdict: 'accept' }] }] }],
    });
  });

  test('takes no definitions that double with each line', () => {
    const lines = Array.from(
      { length: 60 },
      (_, line) => `define a${String(line + 1)} = $a${String(line)}$a${String(line)}`,
    );
    const text = ['define a0 = xx', ...lines, 'table inet t { chain c { tcp dport $a60 accept; } }'].join(
      '\n',
    );
    expect(readRuleset(text)).toEqual({ tables: [], clears: [], problems: ['define'] });
  });

  testHostileText(readRuleset, [
    'define a = {',
    'define a = 1\n',
    '$a',
    'table inet t {',
    'chain c {',
    '}',
    ' accept;',
    ',',
    '\\\n',
  ]);
});
