import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createText,
  hasContent,
  linkNew,
  partsOf,
  placeFile,
  placeLink,
  replaceText,
  sealFile,
  usingScratch,
} from '../../../lib/publish/durable-files.js';
import { sha256 } from '../../support/cuts.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const NOW = new Date('2027-06-07T03:00:00Z');

/** Each part is overwritten by the next one. */
function* copiesOf(parts: Iterable<Buffer>): Generator<Buffer> {
  for (const part of parts) yield Buffer.from(part);
}

describe('durable files', () => {
  const directory = useTemporaryDirectory();
  const at = (name: string): string => join(directory(), name);
  const scratch = (): string => {
    mkdirSync(at('scratch'), { recursive: true });
    return at('scratch');
  };

  it.each([0, 1, 64 * 1024, 200_000])('reads a file of %i bytes in parts', (size) => {
    const content = Buffer.alloc(size, 'difusor');
    writeFileSync(at('a'), content);
    const copies = [...copiesOf(partsOf(at('a')))];
    expect(Buffer.concat(copies)).toEqual(content);
    expect(Math.max(0, ...copies.map(({ length }) => length))).toBeLessThanOrEqual(64 * 1024);
  });

  it('reads no part of a file that is not there, and says what else is wrong', () => {
    expect([...partsOf(at('none'))]).toEqual([]);
    expect(() => [...partsOf(directory())]).toThrow(expect.objectContaining({ code: 'EISDIR' }));
  });

  it('replaces a text', async () => {
    await replaceText(at('a'), 'first', scratch());
    await replaceText(at('a'), 'second', scratch());
    expect(readFileSync(at('a'), 'utf8')).toBe('second');
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('writes a text part by part', async () => {
    await replaceText(at('a'), ['first', ', second'], scratch());
    expect(readFileSync(at('a'), 'utf8')).toBe('first, second');
    expect(await createText(at('b'), new Set(['x', 'y']), scratch(), NOW)).toBe(true);
    expect(readFileSync(at('b'), 'utf8')).toBe('xy');
  });

  it('creates a text once', async () => {
    expect(await createText(at('a'), 'first', scratch(), NOW)).toBe(true);
    expect(await createText(at('a'), 'second', scratch(), NOW)).toBe(false);
    expect(readFileSync(at('a'), 'utf8')).toBe('first');
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('places a file by a link, over what was there, as often as asked', async () => {
    writeFileSync(at('source'), 'new');
    mkdirSync(at('x'));
    writeFileSync(at('x/a'), 'old');
    await placeFile(at('source'), at('x/a'), scratch(), NOW);
    await placeFile(at('source'), at('x/a'), scratch(), NOW);
    expect(readFileSync(at('x/a'), 'utf8')).toBe('new');
    expect(statSync(at('x/a')).ino).toBe(statSync(at('source')).ino);
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('gives a file that it places its time, and lets nobody write it', async () => {
    writeFileSync(at('source'), 'new');
    await placeFile(at('source'), at('a'), scratch(), NOW);
    expect(statSync(at('a'))).toMatchObject({ mtime: NOW, mode: 0o100444 });
  });

  it('says that there is nothing to link', async () => {
    expect(await placeLink(at('gone'), at('a'), scratch())).toBe(false);
  });

  it('links only to a name that is free, and makes its folder', () => {
    writeFileSync(at('source'), 'x');
    expect(linkNew(at('source'), at('x/y/a'))).toBe(true);
    expect(linkNew(at('source'), at('x/y/a'))).toBe(false);
    expect(() => linkNew(at('gone'), at('x/y/b'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  it('replaces another file by a link', async () => {
    writeFileSync(at('source'), 'new');
    writeFileSync(at('a'), 'old');
    expect(await placeLink(at('source'), at('a'), scratch())).toBe(true);
    expect(readFileSync(at('a'), 'utf8')).toBe('new');
    expect(readdirSync(scratch())).toEqual([]);
  });

  it.each([10, 3_000_000])('tells content of %i bytes by its digest, whatever its time', async (size) => {
    const expected = { size, sha256: sha256('a'.repeat(size)) };
    writeFileSync(at('a'), 'a'.repeat(size));
    expect(await hasContent(at('a'), expected)).toBe(true);
    writeFileSync(at('a'), 'b'.repeat(size));
    expect(await hasContent(at('a'), expected)).toBe(false);
    writeFileSync(at('a'), 'a');
    expect(await hasContent(at('a'), expected)).toBe(false);
  });

  it('has no content where there is no file', async () => {
    expect(await hasContent(at('gone'), { size: 0, sha256: sha256('') })).toBe(false);
  });

  it('makes a file read-only and gives it its time', async () => {
    writeFileSync(at('a'), 'x');
    await sealFile(at('a'), NOW);
    expect(statSync(at('a')).mtime).toEqual(NOW);
    expect(statSync(at('a')).mode & 0o777).toBe(0o444);
  });

  it('takes away what is left under a scratch name, also after a failure', async () => {
    const failing = usingScratch(scratch(), (path) => {
      writeFileSync(path, 'half');
      return Promise.reject(new Error('stopped'));
    });
    await expect(failing).rejects.toThrow('stopped');
    expect(readdirSync(scratch())).toEqual([]);
  });
});
