import { open } from 'node:fs/promises';
import { DifusorError } from '../../errors.js';
import type { ReceivedArchive } from '../received-package.js';
import { looksLikeTar } from './tar-watch.js';

const TAR_BLOCK = 512;

/**
 * Tells what an archive is by its first bytes, never by its name.
 * @throws ARCHIVE_FORMAT_UNKNOWN
 */
export async function formOf({ path, name }: ReceivedArchive): Promise<'zip' | 'gzip' | 'tar'> {
  const head = await readHead(path);
  const signature = head.toString('latin1', 0, 4);
  // PK\5\6 opens a zip without entries; that one is refused as empty.
  if (signature === 'PK\u0003\u0004' || signature === 'PK\u0005\u0006') return 'zip';
  if (signature.startsWith('\u001f\u008b')) return 'gzip';
  if (looksLikeTar(head)) return 'tar';
  throw new DifusorError('ARCHIVE_FORMAT_UNKNOWN', { package: name }, { retryable: true });
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(TAR_BLOCK), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
