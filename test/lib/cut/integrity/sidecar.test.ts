import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertSidecar } from '../../../../lib/cut/integrity/sidecar.js';
import type { DeclaredDigest, ReceivedArchive } from '../../../../lib/cut/index.js';
import { hashOf } from '../../../support/package-double.js';
import { useTemporaryDirectory } from '../../../support/temporary-directory.js';

const temporary = useTemporaryDirectory();

function archive(declared?: DeclaredDigest): ReceivedArchive {
  const path = join(temporary(), 'p.zip');
  writeFileSync(path, 'bytes');
  return { form: 'archive', name: 'p.zip', path, bytes: 5, sha256: hashOf('bytes'), declared };
}

describe('assertSidecar', () => {
  it.each<[string, DeclaredDigest | undefined]>([
    ['for which none was asked', undefined],
    ['of that SHA-256', { algorithm: 'sha256', digest: hashOf('bytes') }],
    ['of that MD5', { algorithm: 'md5', digest: hashOf('bytes', 'md5') }],
    ['of that MD5, in capitals', { algorithm: 'md5', digest: hashOf('bytes', 'md5').toUpperCase() }],
  ])('accepts an archive %s', async (_name, declared) => {
    await expect(assertSidecar(archive(declared))).resolves.toBeUndefined();
  });

  it('asks nothing of a tree', async () => {
    const tree = { form: 'tree', name: 't', path: '', bytes: 0, sha256: hashOf(''), files: [] } as const;
    await expect(assertSidecar(tree)).resolves.toBeUndefined();
  });

  it.each<DeclaredDigest['algorithm']>(['sha256', 'md5'])(
    'refuses an archive of another %s, for now',
    async (algorithm) => {
      const expected = hashOf('other bytes', algorithm);
      await expect(assertSidecar(archive({ algorithm, digest: expected }))).rejects.toMatchObject({
        code: 'INTEGRITY_SIDECAR_MISMATCH',
        retryable: true,
        params: { algorithm, package: 'p.zip', expected, actual: hashOf('bytes', algorithm) },
      });
    },
  );

  it('refuses an archive beside which there is no such file, for now', async () => {
    await expect(assertSidecar(archive({ algorithm: 'md5', digest: undefined }))).rejects.toMatchObject({
      code: 'INTEGRITY_SIDECAR_MISSING',
      retryable: true,
      params: { algorithm: 'md5', package: 'p.zip' },
    });
  });

  it('tells the disk’s failure from a mismatch', async () => {
    const gone = {
      ...archive({ algorithm: 'md5', digest: hashOf('bytes', 'md5') }),
      path: join(temporary(), 'gone'),
    };
    await expect(assertSidecar(gone)).rejects.toMatchObject({ code: 'STORE_READ_FAILED', retryable: true });
  });
});
