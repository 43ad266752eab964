import { DifusorError } from '../errors.js';
import { failureOf } from '../failure.js';

/** Why a hard link can't be had where a copy can: another disk, too many links, a file system without them. */
export const LINK_REFUSED = ['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP', 'ENOSYS'] as const;

/** A failure of this host's disk while reading; it may pass by itself. */
export function diskReadFailed(path: string, cause: unknown): DifusorError {
  return diskFailed('STORE_READ_FAILED', path, cause);
}

/** A failure of this host's disk while writing; it may pass by itself. */
export function diskWriteFailed(path: string, cause: unknown): DifusorError {
  return diskFailed('STORE_WRITE_FAILED', path, cause);
}

function diskFailed(
  code: 'STORE_READ_FAILED' | 'STORE_WRITE_FAILED',
  path: string,
  cause: unknown,
): DifusorError {
  return new DifusorError(code, { path, reason: failureOf(cause).reason }, { cause, retryable: true });
}

/** Whether a failure of the system is one of these, e.g. `ENOENT`. */
export function hasSystemCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(failureOf(error).code ?? '');
}
