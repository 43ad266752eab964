import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createText,
  placeFile,
  placeLink,
  replaceText,
  tryReadText,
} from '../../../lib/publish/durable-files.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

describe('durable files', () => {
  const directory = useTemporaryDirectory();
  const at = (name: string): string => join(directory(), name);
  const scratch = (): string => {
    mkdirSync(at('scratch'), { recursive: true });
    return at('scratch');
  };

  it('reads a text, or nothing where there is no file', async () => {
    writeFileSync(at('a'), 'x');
    expect(await tryReadText(at('a'))).toBe('x');
    expect(await tryReadText(at('b'))).toBeUndefined();
  });

  it('does not take a folder for a file that is not there', async () => {
    await expect(tryReadText(directory())).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('replaces a text', async () => {
    await replaceText(at('a'), 'first', scratch());
    await replaceText(at('a'), 'second', scratch());
    expect(readFileSync(at('a'), 'utf8')).toBe('second');
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('creates a text once', async () => {
    expect(await createText(at('a'), 'first', scratch())).toBe(true);
    expect(await createText(at('a'), 'second', scratch())).toBe(false);
    expect(readFileSync(at('a'), 'utf8')).toBe('first');
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('places a file by a link, over what was there, as often as asked', async () => {
    writeFileSync(at('source'), 'new');
    mkdirSync(at('x'));
    writeFileSync(at('x/a'), 'old');
    await placeFile(at('source'), at('x/a'), scratch());
    await placeFile(at('source'), at('x/a'), scratch());
    expect(readFileSync(at('x/a'), 'utf8')).toBe('new');
    expect(statSync(at('x/a')).ino).toBe(statSync(at('source')).ino);
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('says that there is nothing to link', async () => {
    expect(await placeLink(at('gone'), at('a'), scratch())).toBe(false);
  });
});
