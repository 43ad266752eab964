import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import { treeSha256 } from '../../../../lib/cut/received-package.js';
import { snapshotPart, snapshotTree, type SnapshotOptions } from '../../../../lib/cut/tree/snapshot-tree.js';
import { sha256 } from '../../../support/cuts.js';
import { withoutRoot } from '../../../support/inbox.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const FILES: Readonly<Record<string, string>> = {
  'a b.txt': 'ab',
  'actas/01/1.jpg': 'one',
  'actas/01/2.jpg': '',
  'index.html': 'x'.repeat(600_000),
  'ñandú.html': 'ñ',
};

describe('snapshotTree', () => {
  const directory = useTemporaryDirectory();
  let from = '';
  let to = '';

  beforeEach(() => {
    from = join(directory(), 'from');
    to = join(directory(), 'to');
    for (const [path, content] of Object.entries(FILES)) write(path, content);
  });

  const write = (path: string, content: string): void => {
    mkdirSync(join(from, path, '..'), { recursive: true });
    writeFileSync(join(from, path), content);
  };
  const snapshot = (options: Partial<SnapshotOptions> = {}) =>
    snapshotTree(from, to, { link: false, ...options });

  it.each([false, true])('takes every file, hashed and sorted (link: %s)', async (link) => {
    const taken = await snapshot({ link });
    const files = Object.entries(FILES).map(([path, content]) => ({
      path,
      size: Buffer.byteLength(content),
      sha256: sha256(content),
    }));
    expect(taken).toEqual({ files, bytes: 600_007, sha256: treeSha256(files) });
    for (const [path, content] of Object.entries(FILES)) {
      expect(readFileSync(join(to, path), 'utf8')).toBe(content);
      expect(statSync(join(to, path)).ino === statSync(join(from, path)).ino).toBe(link);
    }
  });

  it('keeps a folder in which there is nothing', async () => {
    mkdirSync(join(from, 'empty'));
    await snapshot();
    expect(readdirSync(join(to, 'empty'))).toEqual([]);
  });

  it('copies where this account may not link', async () => {
    chmodSync(directory(), 0o777);
    const elsewhere = `/dev/shm/difusor-snapshot-${process.pid}`;
    mkdirSync(elsewhere, { recursive: true });
    try {
      const taken = await snapshotTree(from, join(elsewhere, 'to'), { link: true });
      expect(taken.bytes).toBe(600_007);
      expect(readFileSync(join(elsewhere, 'to', 'a b.txt'), 'utf8')).toBe('ab');
    } finally {
      await import('node:fs/promises').then(({ rm }) => rm(elsewhere, { recursive: true }));
    }
  });

  it('gives its copies a time and rights of their own', async () => {
    const then = new Date('2024-06-03T03:00:00Z');
    utimesSync(join(from, 'index.html'), then, then);
    chmodSync(join(from, 'index.html'), 0o777);
    await snapshot();
    const { mtime, mode } = statSync(join(to, 'index.html'));
    expect(mtime.getTime()).toBeGreaterThan(then.getTime());
    expect(mode & 0o111).toBe(0);
  });

  it('takes a file with a second name like any other', async () => {
    linkSync(join(from, 'index.html'), join(from, 'second.html'));
    expect((await snapshot()).files).toHaveLength(6);
  });

  it('leaves one file out where it is told to', async () => {
    const { files } = await snapshot({ without: 'actas/01/1.jpg' });
    expect(files.map(({ path }) => path)).not.toContain('actas/01/1.jpg');
    expect(existsSync(join(to, 'actas/01/1.jpg'))).toBe(false);
  });

  it.each([
    ['entries', { maxEntries: 6 }, 'ARCHIVE_TOO_MANY_ENTRIES'],
    ['bytes', { maxBytes: 600_006 }, 'ARCHIVE_TOO_LARGE'],
    ['depth', { maxDepth: 2 }, 'ARCHIVE_PATH_TOO_DEEP'],
  ])('stops at the limit of %s', async (_, limit, code) => {
    await expect(snapshot({ limits: { ...ARCHIVE_LIMITS, ...limit } })).rejects.toMatchObject({ code });
  });

  it('takes a tree that is just within every limit', async () => {
    const limits = { ...ARCHIVE_LIMITS, maxEntries: 7, maxBytes: 600_007, maxDepth: 3 };
    expect((await snapshot({ limits })).files).toHaveLength(5);
  });

  it('refuses a link, and never reads what it leads to', async () => {
    symlinkSync('/etc/passwd', join(from, 'link'));
    await expect(snapshot()).rejects.toMatchObject({
      code: 'ARCHIVE_ENTRY_SYMLINK',
      params: { entry: 'link' },
    });
  });

  it('comes to an end with a file that grows while it is read', async () => {
    const growing = setInterval(() => appendFileSync(join(from, 'index.html'), 'x'.repeat(2_000_000)), 0);
    try {
      const failures = await Promise.all(
        [1, 2, 3, 4].map((n) =>
          snapshotTree(from, `${to}${n}`, { link: false }).then(
            () => undefined,
            (error: unknown) => error,
          ),
        ),
      );
      expect(failures).toContainEqual(expect.objectContaining({ code: 'SOURCE_CHANGED', retryable: true }));
    } finally {
      clearInterval(growing);
    }
  });

  it('ends where it is told to stop', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(snapshot({ signal: stopped })).rejects.toThrow('stopped');
  });

  it.each([
    ['there is no such folder', () => join(directory(), 'missing'), 'SOURCE_CHANGED'],
    ['it is a file', () => join(from, 'index.html'), 'SOURCE_CHANGED'],
  ])('fails where %s', async (_, path, code) => {
    await expect(snapshotTree(path(), to, { link: false })).rejects.toMatchObject({ code });
  });

  it('names the folder that it may not read', async () => {
    chmodSync(directory(), 0o777);
    chmodSync(join(from, 'actas'), 0);
    await expect(withoutRoot(() => snapshot())).rejects.toMatchObject({
      code: 'STORE_READ_FAILED',
      params: { path: from, reason: 'EACCES' },
    });
    chmodSync(join(from, 'actas'), 0o755);
  });

  describe('of a tree that is refused, in part', () => {
    const part = async (limits: Partial<typeof ARCHIVE_LIMITS> = {}): Promise<string[]> => {
      const { files } = await snapshotPart(from, to, {
        link: false,
        limits: { ...ARCHIVE_LIMITS, ...limits },
      });
      for (const { path, sha256: digest } of files) expect(sha256(readFileSync(join(to, path)))).toBe(digest);
      return files.map(({ path }) => path);
    };

    it('takes every plain file, and neither a link nor what it leads to', async () => {
      symlinkSync('/etc/passwd', join(from, 'actas', 'link'));
      symlinkSync('/etc', join(from, 'folder'));
      writeFileSync(Buffer.concat([Buffer.from(`${from}/`), Buffer.from([0x63, 0xff])]), 'no text');
      expect(await part()).toEqual(Object.keys(FILES));
      expect(readdirSync(join(to, 'actas'))).toEqual(['01']);
      expect(readdirSync(to)).not.toContain('folder');
    });

    it.each<[string, Partial<typeof ARCHIVE_LIMITS>, string[]]>([
      ['bytes', { maxBytes: 600_000 }, ['a b.txt', 'actas/01/1.jpg', 'actas/01/2.jpg', 'ñandú.html']],
      ['depth', { maxDepth: 1 }, ['a b.txt', 'index.html', 'ñandú.html']],
      ['bytes, of which there are none', { maxBytes: 0 }, ['actas/01/2.jpg']],
    ])('passes over what is beyond the limit of %s', async (_, limits, left) => {
      expect((await part(limits)).sort()).toEqual(left);
    });

    it('takes no more entries than the limit', async () => {
      expect((await part({ maxEntries: 4 })).length).toBeLessThanOrEqual(4);
      expect(readdirSync(to, { recursive: true }).length).toBeLessThanOrEqual(4);
    });

    it('leaves out a file that it may not read', async () => {
      chmodSync(directory(), 0o777);
      chmodSync(join(from, 'index.html'), 0);
      const files = await withoutRoot(() => part());
      expect(files).toEqual(Object.keys(FILES).filter((path) => path !== 'index.html'));
    });

    it('fails where it may not write, and where it is told to stop', async () => {
      const nowhere = join(directory(), 'no', 'to');
      await expect(snapshotPart(from, nowhere, { link: false })).rejects.toMatchObject({
        code: 'STORE_WRITE_FAILED',
      });
      const signal = AbortSignal.abort(new Error('stopped'));
      await expect(snapshotPart(from, to, { link: false, signal })).rejects.toThrow('stopped');
    });
  });

  it('names the place where it may not write', async () => {
    await expect(snapshotTree(from, join(directory(), 'no', 'to'), { link: false })).rejects.toMatchObject({
      code: 'STORE_WRITE_FAILED',
      params: { reason: 'ENOENT' },
    });
  });
});
