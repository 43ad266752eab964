import { failureOf } from '../cut/index.js';
import { formatPointer, type Pointer } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';

/** The refusal of a move whose snapshot no longer stands. */
export function pointerMoved(to: Pointer, cause?: unknown): DifusorError {
  const generation = to.state === 'closed' ? formatPointer(to) : (to.generation ?? formatPointer(to));
  return new DifusorError('POINTER_MOVED', { generation }, { cause, retryable: true });
}

/** A failure of the disk while reading a store. */
export function diskReadFailed(path: string, cause: unknown): DifusorError {
  return new DifusorError(
    'STORE_READ_FAILED',
    { path, reason: failureOf(cause).reason },
    { cause, retryable: true },
  );
}

/** A failure of the disk while writing to a store. */
export function diskWriteFailed(path: string, cause: unknown): DifusorError {
  return new DifusorError(
    'STORE_WRITE_FAILED',
    { path, reason: failureOf(cause).reason },
    { cause, retryable: true },
  );
}

/** Whether a failure of the disk is one of these, e.g. `ENOENT`. */
export function hasSystemCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(failureOf(error).code ?? '');
}
