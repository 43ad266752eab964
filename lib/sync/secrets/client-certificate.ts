import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { failureOf } from '../../failure.js';
import { parseSecret, unreadable } from './secret-json.js';

/** What a client shows to a server that asks for a certificate; all in PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string | undefined;
  /** Authorities that are trusted instead of the public ones. */
  readonly ca?: string | undefined;
}

const certificateSchema = z.object({
  certificate: z.string().min(1),
  key: z.string().min(1),
  passphrase: z.string().min(1).optional(),
  ca: z.string().min(1).optional(),
});

/**
 * The certificate of a secret `{"certificate","key","passphrase"?,"ca"?}`, of which certificate and key fit together.
 * @throws SECRET_UNREADABLE, naming the secret and what is wrong, never a part of it
 */
export function clientCertificateOf(name: string, secret: string): ClientCertificate {
  const { certificate, key, passphrase, ca } = parseSecret(
    certificateSchema,
    name,
    secret,
    'certificate, key?',
  );
  const identity = { cert: certificate, key, passphrase, ca };
  try {
    createSecureContext(identity);
    // A context leaves out what is no authority, and then trusts nobody.
    if (ca !== undefined) new X509Certificate(ca);
  } catch (error) {
    throw unreadable(name, failureOf(error).reason);
  }
  return identity;
}
