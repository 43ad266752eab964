import { z } from 'zod';
import { parseSecret } from './secret-json.js';

const accessKeysSchema = z.object({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  sessionToken: z.string().min(1).optional(),
});

/** Access keys for S3, as its client takes them. */
export type AccessKeys = z.infer<typeof accessKeysSchema>;

/**
 * The keys of a secret `{"accessKeyId","secretAccessKey","sessionToken"?}`.
 * @throws SECRET_UNREADABLE, naming the secret and what is missing, never a part of it
 */
export function accessKeysOf(name: string, secret: string): AccessKeys {
  return parseSecret(accessKeysSchema, name, secret, 'accessKeyId, secretAccessKey?');
}
