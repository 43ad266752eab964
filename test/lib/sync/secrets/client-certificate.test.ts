import { clientCertificateOf } from '../../../../lib/sync/secrets/client-certificate.js';
import { everythingOf } from '../../../support/everything-of.js';
import { selfSignedCertificate } from '../../../support/self-signed-certificate.js';
import { thrownBy } from '../../../support/thrown.js';

const CANARY = 'canario-7f3a';

describe('clientCertificateOf', () => {
  const { cert, key } = selfSignedCertificate();
  const other = selfSignedCertificate();

  it('takes certificate, key and authorities', () => {
    const secret = JSON.stringify({ certificate: cert, key, ca: other.cert, note: 'x' });
    expect(clientCertificateOf('s', secret)).toEqual({ cert, key, ca: other.cert, passphrase: undefined });
  });

  it.each([
    ['no key', { certificate: cert }],
    ['no certificate', { key }],
    ['a certificate that is none', { certificate: CANARY, key }],
    ['a key that is none', { certificate: cert, key: CANARY }],
    ['a key of another certificate', { certificate: cert, key: other.key, passphrase: CANARY }],
    ['authorities that are none', { certificate: cert, key, ca: `-----BEGIN CERTIFICATE-----\n${CANARY}\n` }],
    ['no JSON object', CANARY],
  ])('refuses %s, and repeats nothing of it', (_what, secret) => {
    const thrown = thrownBy(() => clientCertificateOf('difusor/source', JSON.stringify(secret)));
    expect(thrown).toMatchObject({ code: 'SECRET_UNREADABLE', params: { name: 'difusor/source' } });
    expect(everythingOf(thrown)).not.toContain(CANARY);
    expect(everythingOf(thrown)).not.toContain(other.key.slice(40, 80));
  });
});
