import { createHash } from 'node:crypto';

/** SHA-256 of a text, in hexadecimal: what it stands for is made anew where the text changes. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
