import type { z } from 'zod';
import { DifusorError } from '../../errors.js';

/**
 * Reads the JSON of a secret.
 * @param wanted names of the members that are looked for, for the error
 * @throws SECRET_UNREADABLE, naming the secret and what is missing, never a part of it
 */
export function parseSecret<T>(schema: z.ZodType<T>, name: string, text: string, wanted: string): T {
  const parsed = schema.safeParse(parseJson(name, text));
  if (parsed.success) return parsed.data;
  // The schema's own messages may quote what they refuse, so they are no cause to keep.
  throw unreadable(name, wanted);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, so it is no cause to keep.
    throw unreadable(name, 'JSON?');
  }
}

/** @param reason what was looked for, in a word that needs no translation */
export function unreadable(name: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('SECRET_UNREADABLE', { name, reason }, { cause });
}
