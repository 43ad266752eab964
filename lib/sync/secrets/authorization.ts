import { z } from 'zod';
import { DifusorError } from '../../errors.js';

export type AuthScheme = 'none' | 'basic' | 'bearer';

const printable = z.string().regex(/^[\x20-\x7e\u00a0-\u{10ffff}]+$/u);
const basicSchema = z.object({ username: printable.regex(/^[^:]+$/), password: printable });
const bearerSchema = z.object({ token: z.string().regex(/^[\x21-\x7e]+$/) });

/**
 * The value of the Authorization header, from the JSON of a secret: `{"username","password"}` or `{"token"}`.
 * @throws SECRET_UNREADABLE, naming the secret and what is missing, never a part of it
 */
export function authorizationOf(scheme: Exclude<AuthScheme, 'none'>, name: string, secret: string): string {
  const value = parseJson(name, secret);
  if (scheme === 'bearer') {
    const bearer = bearerSchema.safeParse(value).data;
    if (bearer === undefined) throw unreadable(name, 'token?');
    return `Bearer ${bearer.token}`;
  }
  const basic = basicSchema.safeParse(value).data;
  if (basic === undefined) throw unreadable(name, 'username, password?');
  return `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}`;
}

function parseJson(name: string, secret: string): unknown {
  try {
    return JSON.parse(secret);
  } catch {
    // The parser's own message quotes the text, so it is no cause to keep.
    throw unreadable(name, 'JSON?');
  }
}

/** @param reason what was looked for, in a word that needs no translation */
export function unreadable(name: string, reason: string, cause?: unknown): DifusorError {
  return new DifusorError('SECRET_UNREADABLE', { name, reason }, { cause });
}
