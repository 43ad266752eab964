import { createHash } from 'node:crypto';

/** Each OpenSSH public key as `ssh-keygen -l` prints it: kind and SHA-256. */
export function fingerprints(keys: readonly string[]): readonly string[] {
  return keys.map((key) => {
    const [kind = '', blob = ''] = key.split(' ');
    const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64');
    return `${kind} SHA256:${digest.replace(/=+$/, '')}`;
  });
}
