import { createHash } from 'node:crypto';

/** SHA-256 of a host's public key in SSH's own encoding, as `ssh-keygen -l` prints it: `SHA256:…`. */
export function fingerprintOf(publicKey: Buffer): string {
  return `SHA256:${createHash('sha256').update(publicKey).digest('base64').replace(/=+$/, '')}`;
}
