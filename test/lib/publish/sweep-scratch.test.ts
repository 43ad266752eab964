import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { sweepScratch } from '../../../lib/publish/sweep-scratch.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('sweepScratch', () => {
  const directory = useTemporaryDirectory();
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** The disk says of these names that they changed so long ago. */
  const aged = (ages: Record<string, number>): void => {
    const { stat } = fs;
    jest.spyOn(fs, 'stat').mockImplementation((async (path: string, options?: { bigint: true }) => {
      const age = Object.entries(ages).find(([name]) => path.endsWith(name))?.[1];
      if (age === undefined) return stat(path, options);
      const found = await stat(path);
      return Object.assign(found, { ctimeMs: found.ctimeMs - age });
    }) as unknown as typeof fs.stat);
  };

  it('takes away what lies there for more than a day, be it a file or a folder', async () => {
    mkdirSync(join(directory(), 'old-folder/a'), { recursive: true });
    for (const name of ['old-file', 'young-file', 'old-folder/a/b'])
      writeFileSync(join(directory(), name), '');
    aged({ 'old-file': DAY_MS + 60_000, 'old-folder': DAY_MS + 60_000, 'young-file': DAY_MS - 60_000 });
    await sweepScratch(directory());
    expect(readdirSync(directory())).toEqual(['young-file']);
  });

  it('leaves an empty directory as it is', async () => {
    await sweepScratch(directory());
    expect(existsSync(directory())).toBe(true);
  });

  it('bears that another process takes its own away meanwhile', async () => {
    const { stat } = fs;
    writeFileSync(join(directory(), 'gone'), '');
    jest
      .spyOn(fs, 'stat')
      .mockImplementation(((path: string, options?: { bigint: true }) =>
        path.endsWith('gone')
          ? Promise.reject(new Error('ENOENT'))
          : stat(path, options)) as unknown as typeof fs.stat);
    await sweepScratch(directory());
    expect(readdirSync(directory())).toEqual(['gone']);
  });
});
