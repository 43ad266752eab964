import type { SourceSettings } from '../../worker-settings.js';
import { authorizationOf } from '../secrets/authorization.js';
import { clientCertificateOf, type ClientCertificate } from '../secrets/client-certificate.js';
import { readSourceSecret, type SourceSecret } from './source-secret.js';

/** How a client says who it is: in a header, or in the handshake. */
export interface HttpsIdentity {
  readonly headers: Readonly<Record<string, string>>;
  readonly certificate?: ClientCertificate;
}

/** @throws SETTINGS_INVALID where credentials are needed and no name of a secret is given, SECRET_UNREADABLE */
export async function httpsIdentity(
  location: Extract<SourceSettings, { kind: 'https' }>,
  secret: SourceSecret,
): Promise<HttpsIdentity> {
  const { auth } = location;
  if (auth === 'none') return { headers: {} };
  const { name, text } = await readSourceSecret(secret, location.secretName);
  if (auth === 'certificate') return { headers: {}, certificate: clientCertificateOf(name, text) };
  return { headers: { authorization: authorizationOf(auth, name, text) } };
}
