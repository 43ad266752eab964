import { mkdtemp, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The present in nanoseconds, by the clock that dates files: what a process takes for the time may be another.
 * @param directory to which this account may write
 * @throws the system's error
 */
export async function diskClockNs(directory: string): Promise<bigint> {
  const probe = await mkdtemp(join(directory, '.now-'));
  const { ctimeNs } = await stat(probe, { bigint: true });
  await rmdir(probe);
  return ctimeNs;
}
