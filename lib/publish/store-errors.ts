import { formatPointer, type Pointer } from '../edge/pointer.js';
import { DifusorError, isDifusorError } from '../errors.js';

/** The refusal of a move whose snapshot no longer stands. */
export function pointerMoved(to: Pointer, cause?: unknown): DifusorError {
  const generation = to.state === 'closed' ? formatPointer(to) : (to.generation ?? formatPointer(to));
  return new DifusorError('POINTER_MOVED', { generation }, { cause, retryable: true });
}

/** The refusal to write notes over others than were read. */
export function notesMoved(cause?: unknown): DifusorError {
  return new DifusorError('NOTES_MOVED', {}, { cause, retryable: true });
}

const LONGEST_SHOWN = 100;

/** The refusal of a stored pointer that can't be read; `version` is what a move that replaces it must have seen. */
export function pointerUnreadable(value: string, version: string): DifusorError {
  return new DifusorError('POINTER_UNREADABLE', { value: value.slice(0, LONGEST_SHOWN), version });
}

/** The version of a pointer that could not be read; `undefined` for any other failure. */
export function unreadableVersion(error: unknown): string | undefined {
  return isDifusorError(error, 'POINTER_UNREADABLE') ? String(error.params.version) : undefined;
}

/** The refusal of a stable file whose name has other content in its place. */
export function stableFileTaken(path: string): DifusorError {
  return new DifusorError('STABLE_FILE_TAKEN', { path });
}
