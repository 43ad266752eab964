import { appendFileSync, existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import type { ReceivedTree } from '../../../../lib/cut/received-package.js';
import { openTree } from '../../../../lib/cut/archive/tree-reader.js';
import { receivedTree, writeFiles } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const directory = useTemporaryDirectory();
const root = (): string => join(directory(), 'tree');

function tree(): ReceivedTree {
  mkdirSync(root());
  writeFiles(root(), { 'a/b.html': 'uno', c: 'dos' });
  return receivedTree(root());
}

describe('openTree', () => {
  it('links the snapshot’s files and gives the digests that were taken with it', async () => {
    const received = tree();
    const opened = await openTree(received, ARCHIVE_LIMITS);
    const target = join(directory(), 'files');
    expect(await opened.extractTo(target)).toBe(received.files);
    for (const { path } of received.files) {
      expect(statSync(join(target, path)).ino).toBe(statSync(join(root(), path)).ino);
    }
  });

  it('takes files that have other names elsewhere, and empty folders', async () => {
    const received = tree();
    linkSync(join(root(), 'c'), join(directory(), 'elsewhere'));
    mkdirSync(join(root(), 'empty'));
    const opened = await openTree(received, ARCHIVE_LIMITS);
    expect(opened.paths).toEqual(['a/b.html', 'c']);
    await opened.extractTo(join(directory(), 'files'));
    expect(existsSync(join(directory(), 'files', 'empty'))).toBe(false);
  });

  it.each<[string, () => void, string]>([
    ['a file more', () => writeFileSync(join(root(), 'd'), ''), 'd'],
    ['a file less', () => rmSync(join(root(), 'c')), 'c'],
    ['a file that grew', () => appendFileSync(join(root(), 'a/b.html'), '!'), 'a/b.html'],
  ])('refuses a folder that is not what was hashed: %s', async (_what, change, entry) => {
    const received = tree();
    change();
    await expect(openTree(received, ARCHIVE_LIMITS)).rejects.toMatchObject({
      code: 'ARCHIVE_CHANGED',
      params: { entry },
      retryable: true,
    });
  });

  it('goes no deeper than the policy lets it', async () => {
    const received = tree();
    mkdirSync(join(root(), '1/2/3'), { recursive: true });
    await expect(openTree(received, { ...ARCHIVE_LIMITS, maxDepth: 2 })).rejects.toMatchObject({
      code: 'ARCHIVE_PATH_TOO_DEEP',
    });
  });

  it('tells a file that is gone when it is read', async () => {
    const opened = await openTree(tree(), ARCHIVE_LIMITS);
    rmSync(join(root(), 'c'));
    await expect(opened.read('c', 10)).rejects.toMatchObject({ code: 'STORE_READ_FAILED' });
  });
});
