import { diskReadFailed, diskWriteFailed } from '../../disk/disk-failure.js';
import { DifusorError } from '../../errors.js';
import { failureOf } from '../../failure.js';

/** What was done to a package when it failed. */
export interface ArchiveDeed {
  readonly packageName: string;
  readonly doing: 'read' | 'write';
  /** What was read, or where it was written. */
  readonly place: string;
}

/** What a failure means: the disk's trouble, told by the system call, else damage of the package. */
export function archiveFailure(error: unknown, { packageName, doing, place }: ArchiveDeed): DifusorError {
  if (error instanceof DifusorError) return error;
  const { syscall, message } = failureOf(error);
  if (syscall === undefined) {
    const params = { package: packageName, reason: message };
    return new DifusorError('ARCHIVE_CORRUPT', params, { cause: error, retryable: true });
  }
  const failed = doing === 'read' || syscall === 'read' ? diskReadFailed : diskWriteFailed;
  return failed(place, error);
}

/** Whether a decompressor failed, and how: its data ended too early, or make no sense. */
export function inflateFailure(error: unknown): 'truncated' | 'damaged' | undefined {
  const { code } = failureOf(error);
  if (code === 'Z_BUF_ERROR') return 'truncated';
  return code?.startsWith('Z_') ? 'damaged' : undefined;
}
