import { GENERATION } from '../edge/pointer.js';
import { DifusorError } from '../errors.js';

const SHA256_DIGITS = 8;

/** The id of a cut: its time in UTC, to the second, and the first 8 digits of its package's SHA-256. */
export function generationOf(cutTime: Date, packageSha256: string): string {
  const instant = cutTime
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z')
    .replace(/[-:]/g, '');
  const generation = `${instant}-${packageSha256.slice(0, SHA256_DIGITS)}`;
  if (GENERATION.test(generation)) return generation;
  throw new DifusorError('INTERNAL', { reason: `no generation from ${instant} and ${packageSha256}` });
}

/**
 * The time of the cut that a generation names.
 * @throws INTERNAL when the text is no generation
 */
export function cutTimeOf(generation: string): Date {
  if (!GENERATION.test(generation))
    throw new DifusorError('INTERNAL', { reason: `not a generation: ${generation}` });
  const [year, month, day] = [generation.slice(0, 4), generation.slice(4, 6), generation.slice(6, 8)];
  const [hour, minute, second] = [
    generation.slice(9, 11),
    generation.slice(11, 13),
    generation.slice(13, 15),
  ];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
