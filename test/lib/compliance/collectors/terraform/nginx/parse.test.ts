import fc from 'fast-check';
import { parseNginx } from '../../../../../../lib/compliance/collectors/terraform/nginx/parse.js';
import { FUZZ_RUNS } from '../../../../../support/fuzz-runs.js';

describe('parseNginx', () => {
  test('reads directives, blocks, quotes and comments', () => {
    const text = `a b 'c "d" ;' "e\\"f"; # g;\nh ~ ^/x{0} { i \${j}k; }`.replace('{0}', '');
    expect(parseNginx(text)).toEqual([
      { name: 'a', args: ['b', 'c "d" ;', 'e"f'], block: undefined },
      { name: 'h', args: ['~', '^/x'], block: [{ name: 'i', args: ['${j}k'], block: undefined }] },
    ]);
  });

  test.each(['a', 'a {', 'a; }', 'a { b }', '{ a; }', 'a "b;', `${'a { '.repeat(20)}${'} '.repeat(20)}`])(
    'takes no text whose braces or semicolons do not fit: %s',
    (text) => {
      expect(parseNginx(text)).toBeUndefined();
    },
  );

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab {};"\'\\#$\n') }), (text) => {
        parseNginx(text);
      }),
      { numRuns: FUZZ_RUNS, seed: 1 },
    );
  });
});
