import { DifusorError } from '../../errors.js';
import { printable } from '../archive/entry-path.js';
import type { NoInstantReason } from './cut-time-instant.js';

/** Why the time of a cut can't be told; the messages name each. */
export type CutTimeUnknownReason = NoInstantReason | 'name' | 'noFile' | 'severalFiles' | 'unreadable';

/** The refusal of a package whose time can't be told. */
export function cutTimeUnknown(
  name: string,
  reason: CutTimeUnknownReason,
  /** Pattern of the name, or where in the package the time was looked for. */
  place: string,
  /** What was there instead. */
  found = '',
  cause?: unknown,
): DifusorError {
  return new DifusorError('CUT_TIME_UNKNOWN', { name, reason, place, found: printable(found) }, { cause });
}
