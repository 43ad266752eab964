import { gzipSync } from 'node:zlib';
import { formOf } from '../../../../lib/cut/archive/package-form.js';
import { receivedArchive } from '../../../support/received.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';
import { buildTar } from '../../../support/tar-writer.js';
import { buildZip } from '../../../support/zip-writer.js';

describe('formOf', () => {
  const directory = useTemporaryDirectory();

  it.each([
    ['zip', buildZip([{ name: 'a' }])],
    ['zip', buildZip([])],
    ['tar', buildTar([{ name: 'a' }])],
    ['tar', buildTar([{ name: 'a', magic: 'ustar  \0' }])],
    ['tar', buildTar([])],
    ['gzip', gzipSync('whatever')],
  ])('tells a %s by its first bytes', async (form, bytes) => {
    expect(await formOf(receivedArchive(directory(), bytes))).toBe(form);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.of(0x1f)],
    ['less than a block of zeros', Buffer.alloc(511)],
    ['a page', Buffer.from('<!doctype html>'.repeat(99))],
    ['RAR', Buffer.from('Rar!\u001a\u0007\u0000')],
    ['7z', Buffer.from('377abcaf271c', 'hex')],
    ['a tar without the mark of one', buildTar([{ name: 'a', magic: '' }])],
  ])('does not know %s', async (_what, bytes) => {
    await expect(formOf(receivedArchive(directory(), bytes, 'p.zip'))).rejects.toMatchObject({
      code: 'ARCHIVE_FORMAT_UNKNOWN',
      params: { package: 'p.zip' },
      retryable: true,
    });
  });
});
