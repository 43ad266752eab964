import { generateKeyPairSync } from 'node:crypto';
import { keyWithoutComment, publicKeyFault } from '../../../lib/config/ssh-public-key.js';
import { INSTITUTE_KEY } from '../../support/server-plan.js';

const BODY = INSTITUTE_KEY.split(' ')[1] ?? '';

/** Fields as OpenSSH writes them, each behind its length. */
function line(kind: string, ...fields: Buffer[]): string {
  const body = [Buffer.from(kind), ...fields].flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return [length, field];
  });
  return `${kind} ${Buffer.concat(body).toString('base64')}`;
}

function rsa(modulusLength: number): string {
  const { n = '' } = generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' });
  const modulus = Buffer.concat([Buffer.of(0), Buffer.from(n, 'base64url')]);
  return line('ssh-rsa', Buffer.of(1, 0, 1), modulus);
}

describe('publicKeyFault', () => {
  test.each([
    ['an Ed25519 key', `ssh-ed25519 ${BODY}`],
    ['one with a comment of several words', `ssh-ed25519 ${BODY} la guardia, de noche`],
    ['an RSA key of 2048 bits', rsa(2048)],
    ['a key of a curve', line('ecdsa-sha2-nistp256', Buffer.from('nistp256'), Buffer.alloc(65, 4))],
    ['a key of a token', line('sk-ssh-ed25519@openssh.com', Buffer.alloc(32), Buffer.from('ssh:'))],
  ])('takes %s', (_name, text) => {
    expect(publicKeyFault(text)).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['a kind alone', 'ssh-ed25519'],
    ['a fingerprint', `SHA256:${'a'.repeat(43)}`],
    ['a kind that the body is not of', `ssh-rsa ${BODY}`],
    ['a kind that OpenSSH gave up', line('ssh-dss', ...Array<Buffer>(4).fill(Buffer.alloc(20)))],
    ['a body that was cut', `ssh-ed25519 ${BODY.slice(0, -8)}`],
    ['a body with more behind it', `ssh-ed25519 ${BODY}AAAA`],
    ['a body of one field', line('ssh-ed25519')],
    ['options before the key', `command="sh" ssh-ed25519 ${BODY}`],
    ['two lines', `ssh-ed25519 ${BODY}\nssh-ed25519 ${BODY}`],
    ['a line as long as a file', `ssh-ed25519 ${BODY} ${'a'.repeat(5000)}`],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
  ])('refuses %s', (_name, text) => {
    expect(publicKeyFault(text)).toMatchObject({ id: 'problem.public-key' });
  });

  it('refuses an RSA key that is too short, and says how short', () => {
    expect(publicKeyFault(rsa(1024))).toEqual({
      id: 'problem.public-key-short',
      params: { got: 1024, minimum: 2048 },
    });
  });
});

describe('keyWithoutComment', () => {
  it('is the same for one key under two comments', () => {
    expect(keyWithoutComment(`ssh-ed25519 ${BODY} a b`)).toBe(keyWithoutComment(`ssh-ed25519 ${BODY} c`));
  });
});
