import { diskReadFailed } from '../../disk/disk-failure.js';
import { DifusorError } from '../../errors.js';
import { contentFaultOf } from '../content/content-fault.js';
import { failureOf } from '../../failure.js';

/** Why a list in a package is no use; the messages name each. */
export type UnreadableReason = 'several' | 'noColumn' | 'noDigests' | 'content';

/** The refusal of a package whose own list of digests can't be used. */
export function listUnreadable(
  file: string,
  reason: UnreadableReason,
  found: string,
  cause?: unknown,
): DifusorError {
  return new DifusorError('INTEGRITY_LIST_UNREADABLE', { file, reason, found }, { cause });
}

/**
 * Does a piece of reading, and tells the disk's failures from the package's faults.
 * @throws STORE_READ_FAILED when the disk fails, INTEGRITY_LIST_UNREADABLE for every other failure without a code
 */
export async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DifusorError) throw error;
    if (failureOf(error).syscall === undefined)
      throw listUnreadable(file, 'content', contentFaultOf(error), error);
    throw diskReadFailed(file, error);
  }
}
