import { createHash } from 'node:crypto';

const DIGITS = 16;

/**
 * Marks a site in a journal, without telling where it is.
 * @param where the site's bucket, or its absolute folder
 */
export function siteMark(where: string): string {
  return createHash('sha256').update(where).digest('hex').slice(0, DIGITS);
}
