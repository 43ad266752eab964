import { diskReadFailed, diskWriteFailed } from '../disk/disk-failure.js';
import { DifusorError } from '../errors.js';
import { failureOf } from '../failure.js';

/** Calls of the system that only read. */
const READS = [
  'read',
  'stat',
  'lstat',
  'fstat',
  'scandir',
  'opendir',
  'readdir',
  'readlink',
  'access',
  'realpath',
];

/** What the system says of a disk that is full, broken or not ours; anything else is a defect of ours. */
const DISK = [
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EMFILE',
  'EMLINK',
  'ENFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'ENOTEMPTY',
  'EPERM',
  'EROFS',
  'ESTALE',
  'EXDEV',
];

/**
 * What a run met, as an error with a code: a failure of this host's disk that nobody on its way here knew is
 * STORE_READ_FAILED or STORE_WRITE_FAILED, and may pass by itself; the rest is INTERNAL.
 */
export function asDifusorError(error: unknown): DifusorError {
  if (error instanceof DifusorError) return error;
  const { code, syscall, message } = failureOf(error);
  if (code === undefined || syscall === undefined || !DISK.includes(code))
    return new DifusorError('INTERNAL', { reason: message }, { cause: error });
  const failed = READS.includes(syscall) ? diskReadFailed : diskWriteFailed;
  return failed(pathOf(error), error);
}

function pathOf(error: unknown): string {
  const { path, syscall } = error as { readonly path?: unknown; readonly syscall?: unknown };
  return typeof path === 'string' ? path : String(syscall);
}
