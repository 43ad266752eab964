import { diskClockNs } from '../../disk/disk-clock.js';
import { diskWriteFailed } from '../../disk/disk-failure.js';

/**
 * The present as `diskClockNs` has it.
 * @throws STORE_WRITE_FAILED
 */
export async function fileClockNs(directory: string): Promise<bigint> {
  try {
    return await diskClockNs(directory);
  } catch (error) {
    throw diskWriteFailed(directory, error);
  }
}
