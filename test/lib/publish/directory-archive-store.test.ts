import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { DirectoryArchiveStore } from '../../../lib/publish/directory-archive-store.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { describeArchiveStore } from './archive-store.conformance.js';

const DAY_MS = 24 * 60 * 60 * 1000;

describeArchiveStore('a directory', {
  open: (directory) => new DirectoryArchiveStore(join(directory, 'archive')),
  content: (directory, path) => {
    const kept = join(directory, 'archive', path);
    return existsSync(kept) ? readFileSync(kept) : undefined;
  },
});

describe('the archive in a directory', () => {
  const directory = useTemporaryDirectory();
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('takes away what a process that died long ago has left in its scratch', async () => {
    const scratch = join(directory(), 'archive', 'scratch');
    mkdirSync(scratch, { recursive: true });
    for (const name of ['left', 'at-work']) writeFileSync(join(scratch, name), '');
    const { stat } = fs;
    jest.spyOn(fs, 'stat').mockImplementation((async (path: string, options?: { bigint: true }) => {
      if (!path.endsWith('left')) return stat(path, options);
      const found = await stat(path);
      return Object.assign(found, { ctimeMs: found.ctimeMs - 2 * DAY_MS });
    }) as unknown as typeof fs.stat);

    const path = join(directory(), 'a.zip');
    writeFileSync(path, 'a');
    const received = { form: 'archive', name: 'a.zip', path, bytes: 1, sha256: 'a'.repeat(64) } as const;
    await new DirectoryArchiveStore(join(directory(), 'archive')).keep('20270607T030000Z-aaaaaaaa', received);
    expect(readdirSync(scratch)).toEqual(['at-work']);
  });
});
