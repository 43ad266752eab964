import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readEntry, writeEntry } from '../../../../lib/cut/archive/entry-content.js';
import { sha256 } from '../../../support/cuts.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const directory = useTemporaryDirectory();
const content = (...chunks: string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('writeEntry', () => {
  it('writes a file below its folders, and takes its digest on the way', async () => {
    const digesting = await writeEntry(content('uno ', 'dos'), { path: 'a/b/c', size: 7 }, directory());
    expect(readFileSync(join(directory(), 'a/b/c'), 'utf8')).toBe('uno dos');
    expect(digesting.bytes).toBe(7);
    expect(digesting.sha256()).toBe(sha256('uno dos'));
  });

  it('writes an empty file', async () => {
    await writeEntry(content(), { path: 'a', size: 0 }, directory());
    expect(readFileSync(join(directory(), 'a'), 'utf8')).toBe('');
  });

  it('never writes through a name that is there already', async () => {
    writeFileSync(join(directory(), 'a'), 'first');
    const again = writeEntry(content('second'), { path: 'a', size: 6 }, directory());
    await expect(again).rejects.toMatchObject({ code: 'EEXIST', syscall: 'open' });
    expect(readFileSync(join(directory(), 'a'), 'utf8')).toBe('first');
  });

  it('fails where a folder is in the way', async () => {
    mkdirSync(join(directory(), 'a'));
    await expect(writeEntry(content('x'), { path: 'a', size: 1 }, directory())).rejects.toMatchObject({
      code: 'EEXIST',
    });
  });

  it('makes no file after it failed, so that its folder can be thrown away', async () => {
    for (let time = 0; time < 50; time++) {
      const broken = content('x');
      broken.on('error', () => undefined).destroy(new Error('broken'));
      const folder = join(directory(), `${time}`);
      await expect(writeEntry(broken, { path: 'a', size: 1 }, folder)).rejects.toThrow('broken');
      rmSync(folder, { recursive: true });
    }
  });

  it('never writes more than was declared', async () => {
    const bomb = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1000);
      })(),
    );
    await expect(writeEntry(bomb, { path: 'a', size: 5500 }, directory())).rejects.toMatchObject({
      code: 'ARCHIVE_ENTRY_SIZE_MISMATCH',
      params: { entry: 'a', expected: 5500 },
      retryable: true,
    });
    const path = join(directory(), 'a');
    expect(existsSync(path) ? readFileSync(path).length : 0).toBeLessThanOrEqual(5500);
  });
});

describe('readEntry', () => {
  it('gives the bytes and their digest', async () => {
    const { bytes, digesting } = await readEntry(content('a', 'b'), { path: 'x', size: 2 });
    expect(bytes.toString()).toBe('ab');
    expect(digesting.sha256()).toBe(sha256('ab'));
  });

  it.each([1, 3])('refuses %i bytes declared of 2', async (size) => {
    await expect(readEntry(content('ab'), { path: 'x\u0007', size })).rejects.toMatchObject({
      code: 'ARCHIVE_ENTRY_SIZE_MISMATCH',
      params: { entry: 'x\\u0007', expected: size },
    });
  });
});
