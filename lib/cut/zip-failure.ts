import { DifusorError } from '../errors.js';
import { failureOf } from './failure.js';

/**
 * What a failure of reading a zip means: the disk's trouble, told by the system call, else damage of the package.
 * @param place where the disk was to be written
 */
export function zipFailure(error: unknown, packageName: string, place: string): DifusorError {
  if (error instanceof DifusorError) return error;
  const { syscall, reason, message } = failureOf(error);
  const options = { cause: error, retryable: true };
  if (syscall !== undefined) return new DifusorError('STORE_WRITE_FAILED', { path: place, reason }, options);
  return new DifusorError('ARCHIVE_CORRUPT', { package: packageName, reason: message }, options);
}
