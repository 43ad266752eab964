import { z } from 'zod';
import { parseSecret } from './secret-json.js';

const sshSchema = z.union([
  z.object({ privateKey: z.string().min(1), passphrase: z.string().min(1).optional() }),
  z.object({ password: z.string().min(1) }),
]);

/** What a client shows to an SSH server: a key, in PEM or in OpenSSH's form, or a password. */
export type SshCredentials = z.infer<typeof sshSchema>;

/**
 * The credentials of a secret `{"privateKey","passphrase"?}` or `{"password"}`; a key goes before a password.
 * @throws SECRET_UNREADABLE, naming the secret and what is missing, never a part of it
 */
export function sshCredentialsOf(name: string, secret: string): SshCredentials {
  return parseSecret(sshSchema, name, secret, 'privateKey | password?');
}
