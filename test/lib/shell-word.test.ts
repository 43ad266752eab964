import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { shellWord } from '../../lib/shell-word.js';

describe('shellWord', () => {
  it('gives a shell back exactly the text, whatever is in it', () => {
    const texts = [
      "/srv/prep's",
      "'",
      '',
      '$HOME "x" \\n',
      '-n\nsecond line',
      '$(reboot)',
      '`id`',
      'a; b',
      '-n',
      '*',
      'ñ “”',
      '\n',
    ];
    const random = fc.sample(fc.string({ maxLength: 40 }), { numRuns: 50, seed: 20240602 });
    const all = [...texts, ...random].map((text) => text.replaceAll('\0', ''));
    const script = `printf '%s\\0' ${all.map(shellWord).join(' ')}`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(all);
  });
});
