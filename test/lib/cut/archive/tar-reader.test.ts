import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ARCHIVE_LIMITS } from '../../../../lib/cut/archive/archive-limits.js';
import type { OpenedPackage } from '../../../../lib/cut/archive/opened-package.js';
import { tarFileOf } from '../../../../lib/cut/archive/tar-file.js';
import { openTar } from '../../../../lib/cut/archive/tar-reader.js';
import { receivedArchive } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildTar, type TarSpec } from '../../../support/tar-writer.js';

const directory = useTemporaryDirectory();
const target = (): string => join(directory(), 'files');

const open = (specs: readonly TarSpec[]): Promise<OpenedPackage> =>
  openTar(tarFileOf(receivedArchive(directory(), buildTar(specs)), 'tar'), ARCHIVE_LIMITS);

describe('openTar', () => {
  it('takes what `tar -C folder .` packs: a root, and a first dot in every name', async () => {
    const opened = await open([{ name: './' }, { name: './css/' }, { name: './css/a', content: 'x' }]);
    expect(opened.paths).toEqual(['css/a']);
    expect(await opened.extractTo(target())).toEqual([expect.objectContaining({ path: 'css/a', size: 1 })]);
  });

  it('does not take two names for two files where only that dot tells them apart', async () => {
    await expect(open([{ name: './a' }, { name: 'a' }])).rejects.toMatchObject({
      code: 'ARCHIVE_NAME_DUPLICATE',
    });
  });

  it('writes nothing while it looks, so that a hostile last entry leaves no trace', async () => {
    await expect(open([{ name: 'good', content: 'x' }, { name: '../evil' }])).rejects.toMatchObject({
      code: 'ARCHIVE_PATH_TRAVERSAL',
    });
    expect(existsSync(target())).toBe(false);
  });

  it.each<[string, readonly TarSpec[]]>([
    ['another name', [{ name: 'b', content: 'x' }]],
    ['another size', [{ name: 'a', content: 'xy' }]],
    ['one file less', []],
    ['one file more', [{ name: 'a', content: 'x' }, { name: 'b' }]],
  ])('refuses a package that has %s when it is read again', async (_what, changed) => {
    const opened = await open([{ name: 'a', content: 'x' }]);
    writeFileSync(join(directory(), 'package'), buildTar(changed));
    await expect(opened.extractTo(target())).rejects.toMatchObject({
      code: 'ARCHIVE_CHANGED',
      retryable: true,
    });
  });

  it('reads a file without reading what stands behind it', async () => {
    const bytes = buildTar([
      { name: 'a', content: 'x' },
      { name: 'b', content: 'y' },
    ]);
    const opened = await openTar(
      tarFileOf(receivedArchive(directory(), gzipSync(bytes)), 'gzip'),
      ARCHIVE_LIMITS,
    );
    writeFileSync(join(directory(), 'package'), gzipSync(bytes).subarray(0, -8));
    expect((await opened.read('a', 10))?.toString()).toBe('x');
    await expect(opened.extractTo(target())).rejects.toMatchObject({ code: 'ARCHIVE_TRUNCATED' });
  });
});
