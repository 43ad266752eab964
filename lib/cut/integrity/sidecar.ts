import { createReadStream } from 'node:fs';
import { DifusorError } from '../../errors.js';
import type { ReceivedArchive, ReceivedPackage } from '../received-package.js';
import { digestOf, type DigestAlgorithm } from './file-digest.js';
import { reading } from './reading-failure.js';

/**
 * Whether an archive has the digest that the institute gives for it in a file beside it; nothing is asked of a package
 * for which no such file was fetched, and of a tree, which has none.
 * @throws INTEGRITY_SIDECAR_MISSING, INTEGRITY_SIDECAR_MISMATCH, both retryable: an upload or a download may be unfinished;
 *   STORE_READ_FAILED when the disk fails
 */
export async function assertSidecar(received: ReceivedPackage): Promise<void> {
  if (received.form === 'tree' || received.declared === undefined) return;
  const { algorithm, digest } = received.declared;
  if (digest === undefined)
    throw new DifusorError(
      'INTEGRITY_SIDECAR_MISSING',
      { algorithm, package: received.name },
      { retryable: true },
    );
  const actual = await archiveDigest(received, algorithm);
  if (actual === digest.toLowerCase()) return;
  throw new DifusorError(
    'INTEGRITY_SIDECAR_MISMATCH',
    { algorithm, package: received.name, expected: digest, actual },
    { retryable: true },
  );
}

async function archiveDigest({ path, sha256 }: ReceivedArchive, algorithm: DigestAlgorithm): Promise<string> {
  if (algorithm === 'sha256') return sha256;
  return reading(path, () => digestOf(algorithm, createReadStream(path) as AsyncIterable<Uint8Array>));
}
