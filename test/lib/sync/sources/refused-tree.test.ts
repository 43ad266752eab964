import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DifusorError } from '../../../../lib/errors.js';
import { PART_LIMITS, refusedTree } from '../../../../lib/sync/sources/refused-tree.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const LINKED = new DifusorError('ARCHIVE_ENTRY_SYMLINK', { entry: 'enlace' });

describe('refusedTree', () => {
  const root = useTemporaryDirectory();
  let folder: { name: string; from: string; directory: string; link: boolean };

  beforeEach(() => {
    folder = { name: 'sitio', from: join(root(), 'from'), directory: join(root(), 'run'), link: false };
    for (const made of [folder.from, folder.directory]) mkdirSync(made);
    for (const name of ['a.html', 'b.html']) writeFileSync(join(folder.from, name), 'x'.repeat(10));
    symlinkSync('/etc/passwd', join(folder.from, 'enlace'));
  });

  it('hands over what could be taken, as a part', async () => {
    expect(await refusedTree(LINKED, folder)).toMatchObject({
      kind: 'refused',
      error: LINKED,
      part: {
        form: 'tree',
        name: 'sitio.partial',
        path: join(folder.directory, 'part'),
        bytes: 20,
        files: [{ path: 'a.html' }, { path: 'b.html' }],
      },
    });
  });

  it.each([true, false])('shares files with a folder only where it may (link: %s)', async (link) => {
    await refusedTree(LINKED, { ...folder, link });
    expect(statSync(join(folder.directory, 'part', 'a.html')).nlink).toBe(link ? 2 : 1);
  });

  it('keeps no more than its limits', async () => {
    const { part } = await refusedTree(LINKED, { ...folder, limits: { ...PART_LIMITS, maxBytes: 19 } });
    expect(part.files).toHaveLength(1);
    expect(readdirSync(part.path)).toEqual(['a.html']);
  });

  it('hands over a part with nothing in it where nothing could be taken', async () => {
    for (const name of ['a.html', 'b.html']) rmSync(join(folder.from, name));
    expect((await refusedTree(LINKED, folder)).part.files).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['what failed may pass', new DifusorError('SOURCE_CHANGED')],
    ['this host failed', new DifusorError('STORE_READ_FAILED')],
    ['it is no error of ours', new Error('other')],
  ])('passes the error on where %s, and takes nothing', async (_, error) => {
    await expect(refusedTree(error, folder)).rejects.toBe(error);
    expect(readdirSync(folder.directory)).toEqual([]);
  });

  it('passes the refusal on where the part can’t be kept', async () => {
    const directory = join(root(), 'gone');
    await expect(refusedTree(LINKED, { ...folder, directory })).rejects.toBe(LINKED);
  });

  it('passes the refusal on where the time is up', async () => {
    const signal = AbortSignal.abort(new Error('time is up'));
    await expect(refusedTree(LINKED, { ...folder, signal })).rejects.toBe(LINKED);
  });
});
