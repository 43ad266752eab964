import { isSecretText } from '../../../../lib/compliance/collectors/secret-text.js';

const refers = (password: string): boolean => password.startsWith('$');

describe('isSecretText', () => {
  it.each([
    ['a key of AWS', `x AKIA${'A'.repeat(16)} y`],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----'],
    ['a password in an address', 'https://user:canary@example.org'],
    ['a header of basic authentication', `Basic ${Buffer.from('user:canary').toString('base64')}`],
  ])('finds %s', (_what, text) => {
    expect(isSecretText(text, refers)).toBe(true);
  });

  it.each(['', 'https://example.org:443/a@b', 'https://user:$PASSWORD@example.org', 'Basic training'])(
    'finds none in %j',
    (text) => {
      expect(isSecretText(text, refers)).toBe(false);
    },
  );
});
