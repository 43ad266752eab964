import { mkdtemp, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOf } from '../../failure.js';
import { DifusorError } from '../../errors.js';

/**
 * The present in nanoseconds, by the clock that dates files: what a process takes for the time may be another.
 * @throws STORE_WRITE_FAILED
 */
export async function fileClockNs(directory: string): Promise<bigint> {
  try {
    const probe = await mkdtemp(join(directory, '.now-'));
    const { ctimeNs } = await stat(probe, { bigint: true });
    await rmdir(probe);
    return ctimeNs;
  } catch (error) {
    const params = { path: directory, reason: failureOf(error).reason };
    throw new DifusorError('STORE_WRITE_FAILED', params, { cause: error, retryable: true });
  }
}
