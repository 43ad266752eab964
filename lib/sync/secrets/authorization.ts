import { z } from 'zod';
import { parseSecret } from './secret-json.js';

const printable = z.string().regex(/^[\x20-\x7e\u00a0-\u{10ffff}]+$/u);
const basicSchema = z.object({ username: printable.regex(/^[^:]+$/), password: printable });
const bearerSchema = z.object({ token: z.string().regex(/^[\x21-\x7e]+$/) });

/**
 * The value of the Authorization header, from the JSON of a secret: `{"username","password"}` or `{"token"}`.
 * @throws SECRET_UNREADABLE, naming the secret and what is missing, never a part of it
 */
export function authorizationOf(scheme: 'basic' | 'bearer', name: string, secret: string): string {
  if (scheme === 'bearer') return `Bearer ${parseSecret(bearerSchema, name, secret, 'token?').token}`;
  const { username, password } = parseSecret(basicSchema, name, secret, 'username, password?');
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
