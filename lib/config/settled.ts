import { DifusorError } from '../errors.js';

/**
 * A value that the checks have seen to.
 * @throws INTERNAL when they have not
 */
export function settled<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new DifusorError('INTERNAL', { reason: key });
  return value;
}
