import { shellWords } from '../../../../../../lib/compliance/collectors/terraform/known/shell-words.js';
import { testHostileText } from '../../../hostile-text.js';

describe('shellWords', () => {
  test.each([
    ['systemctl enable --now docker', ['systemctl', 'enable', '--now', 'docker']],
    ["sh -c 'a b; c'", ['sh', '-c', 'a b; c']],
    ['a  "b c"d', ['a', 'b cd']],
    ['  ', []],
  ])('reads %j', (line, words) => {
    expect(shellWords(line)).toEqual(words);
  });

  test.each([
    'a; b',
    'a | b',
    'a && b',
    'a > b',
    'a $b',
    'a `b`',
    'a "$b"',
    "a 'b",
    'a\nb',
    'a *',
    'a # b',
    'a \\b',
    '(a)',
    '! a',
  ])('does not pretend to know what a shell makes of %j', (line) => {
    expect(shellWords(line)).toBeUndefined();
  });

  testHostileText(shellWords, ['a ', "'", '"', '$', '\\', ';', ' \n']);
});
