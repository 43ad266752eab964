import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { MAX_LINE_BYTES } from '../../../lib/journal/journal-entry.js';
import { readLines, type FileLine } from '../../../lib/journal/journal-lines.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('readLines', () => {
  const directory = useTemporaryDirectory();

  async function linesOf(content: string | Buffer): Promise<FileLine[]> {
    const path = join(directory(), 'lines');
    writeFileSync(path, content);
    const lines: FileLine[] = [];
    for await (const line of readLines(path)) lines.push(line);
    return lines;
  }

  it('gives back what stands between line feeds, across the chunks of the disk', async () => {
    const texts = fc.array(fc.stringMatching(/^[a-zñ✓]{0,40}$/), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, fc.nat({ max: 3 }), async (lines, scale) => {
        const long = lines.map((line) => line.repeat(1 + scale * 3000));
        const read = await linesOf(long.map((line) => `${line}\n`).join(''));
        expect(read.map(({ bytes }) => bytes?.toString())).toEqual(long);
        expect(read.every(({ ended }) => ended)).toBe(true);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('tells a last line that nothing ends', async () => {
    expect((await linesOf('a\nbc')).at(-1)).toEqual({ bytes: Buffer.from('bc'), length: 2, ended: false });
  });

  it('skips a line that is longer than any entry, and goes on after it', async () => {
    const lines = await linesOf(`a\n${'x'.repeat(3 * MAX_LINE_BYTES)}\nb\n`);
    expect(lines.map(({ bytes, length }) => [bytes?.toString(), length])).toEqual([
      ['a', 1],
      [undefined, 3 * MAX_LINE_BYTES],
      ['b', 1],
    ]);
  });
});
