import { readFileSync } from 'node:fs';
import { commandLines, commandNames, difusorCalls, parseDifusor } from '../support/command-lines.js';
import { fencedBlocks } from '../support/fenced-blocks.js';
import { DOCUMENTS, documentPath } from './documents.js';

/** The calls of difusor in the blocks for a shell. */
function callsIn(document: string): readonly (readonly string[])[] {
  const blocks = fencedBlocks(documentPath(document)).filter(({ language }) => language === 'sh');
  return blocks.flatMap(({ text }) => commandLines(text)).flatMap(difusorCalls);
}

describe('the command lines in the documents', () => {
  test.each(DOCUMENTS)('are such as the command line takes: %s', (document) => {
    const wrong = callsIn(document).flatMap((words) => {
      try {
        parseDifusor(words);
        return [];
      } catch (error) {
        return [`${words.join(' ')}: ${String(error)}`];
      }
    });
    expect(wrong).toEqual([]);
  });

  it('are many, so that the look for them finds them', () => {
    expect(callsIn('docs/operar.md').length).toBeGreaterThan(15);
    expect(() => parseDifusor(['notice', 'on', '--directory', 'site'])).toThrow('reason');
    expect(() => parseDifusor(['status', '--no-such'])).toThrow('unknown option');
  });

  test.each(['README.md', 'README.en.md'])('name every command, and none that is not there: %s', (name) => {
    const text = readFileSync(documentPath(name), 'utf8');
    const named = [...text.matchAll(/^\| `difusor ([\w-]+)/gm)].map(([, command = '']) => command);
    expect([...named].sort()).toEqual([...commandNames()].sort());
  });
});
