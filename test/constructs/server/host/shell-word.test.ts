import { execFileSync } from 'node:child_process';
import { shellWord } from '../../../../constructs/server/host/shell-word.js';

describe('shellWord', () => {
  it.each(["it's", '$HOME `id` "x" \\n', "'", '', '-n\nsecond line'])('gives a shell %j as it is', (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
  });
});
