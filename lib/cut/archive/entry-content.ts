import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DifusorError } from '../../errors.js';
import { Digesting } from '../digesting.js';
import type { AdmittedFile } from './entry-policy.js';
import { printable } from './entry-path.js';

/** Expands one file below a fresh directory; its path must have passed the policy. */
export async function writeEntry(
  content: Readable,
  file: AdmittedFile,
  directory: string,
): Promise<Digesting> {
  const target = join(directory, file.path);
  await mkdir(dirname(target), { recursive: true });
  // `wx`: a name that is there already, by whatever equivalence of the disk's, is never written through. The file is
  // made before its content is read, so that none appears after the failure was told.
  const created = await open(target, 'wx');
  const digesting = new Digesting();
  await pipeline(content, exactly(file), digesting, created.createWriteStream());
  return digesting;
}

/** Expands one file into memory. */
export async function readEntry(
  content: Readable,
  file: AdmittedFile,
): Promise<{ bytes: Buffer; digesting: Digesting }> {
  const digesting = new Digesting();
  const chunks: Buffer[] = [];
  await pipeline(content, exactly(file), digesting, async (passed: AsyncIterable<Buffer>) => {
    for await (const chunk of passed) chunks.push(chunk);
  });
  return { bytes: Buffer.concat(chunks), digesting };
}

/** Never lets more bytes pass than the package counted, whatever its data expand to. */
function exactly({ path, size }: AdmittedFile): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  const mismatch = (): DifusorError =>
    new DifusorError(
      'ARCHIVE_ENTRY_SIZE_MISMATCH',
      { entry: printable(path), expected: size },
      { retryable: true },
    );
  return async function* (chunks) {
    let passed = 0;
    for await (const chunk of chunks) {
      passed += chunk.length;
      if (passed > size) throw mismatch();
      yield chunk;
    }
    if (passed < size) throw mismatch();
  };
}
