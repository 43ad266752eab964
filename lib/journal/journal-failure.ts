import { failureOf } from '../failure.js';
import { DifusorError } from '../errors.js';

/** A failure of the disk while writing to a journal. */
export function journalWriteFailed(path: string, cause: unknown): DifusorError {
  return new DifusorError(
    'JOURNAL_WRITE_FAILED',
    { path, reason: failureOf(cause).reason },
    { cause, retryable: true },
  );
}

/** A failure of the disk while reading a journal; one that is not there won't come by waiting. */
export function journalReadFailed(path: string, cause: unknown): DifusorError {
  const { code, reason } = failureOf(cause);
  return new DifusorError('JOURNAL_READ_FAILED', { path, reason }, { cause, retryable: code !== 'ENOENT' });
}
