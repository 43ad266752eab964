import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryRead, tryStat } from '../../../lib/convocatorias/disk.js';

describe('the look at the disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'disk-'));
    writeFileSync(join(folder, 'file'), 'x');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives what stands there', () => {
    expect(tryStat(folder)?.isDirectory()).toBe(true);
    expect(tryRead(join(folder, 'file'))?.toString()).toBe('x');
  });

  test.each([
    ['nothing there', 'none'],
    ['a file taken for a folder', 'file/inner'],
    ['a NUL in the name', 'a\0b'],
    ['a name too long', 'x'.repeat(5000)],
  ])('gives undefined for %s', (_name, path) => {
    expect(tryStat(join(folder, path))).toBeUndefined();
    expect(tryRead(join(folder, path))).toBeUndefined();
  });
});
