import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A key and a certificate for this one run, by which Terraform knows that it speaks to the process that it started. */
export function ownCertificate() {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-stand-in-'));
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name));
  const extensions = [
    'subjectAltName=DNS:localhost',
    'basicConstraints=critical,CA:TRUE',
    'keyUsage=critical,digitalSignature,keyEncipherment,keyAgreement,keyCertSign',
    'extendedKeyUsage=clientAuth,serverAuth',
  ];
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'],
        ...['-keyout', key, '-out', certificate, '-subj', '/CN=localhost'],
        ...extensions.flatMap((extension) => ['-addext', extension]),
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), certificate: readFileSync(certificate) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
