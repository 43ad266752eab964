import { isSecretKey, literalSecretFaults } from '../../../lib/config/literal-secrets.js';

describe('isSecretKey', () => {
  test.each([
    ...['password', 'dbPassword', 'PASSWORD', 'token', 'access_token', 'secret', 'client-secret', 'apiKey'],
    ...[
      'api_key',
      'privateKey',
      'credentials',
      'contraseña',
      'Authorization',
      'pwd',
      'aws_secret_access_key',
      'webhook',
      'webhookUrl',
    ],
  ])('knows %s', (key) => {
    expect(isSecretKey(key)).toBe(true);
  });

  test.each([
    'secretName',
    'secret_name',
    'secretFile',
    'sourceSecretFile',
    'webhookFile',
    'compass',
    'key',
    'monkey',
    'tokenizer',
    'clave',
    'host',
  ])('leaves %s alone', (key) => {
    expect(isSecretKey(key)).toBe(false);
  });
});

describe('literalSecretFaults', () => {
  it('finds keys at every depth and never repeats the value', () => {
    const faults = literalSecretFaults({
      source: { password: 'canary' },
      contacts: [{ name: 'x', token: ['canary'] }],
    });
    expect(faults.map(({ path }) => path)).toEqual([
      ['source', 'password'],
      ['contacts', 0, 'token'],
    ]);
    expect(faults[0]).toMatchObject({ params: { name: 'source.password' }, at: 'key' });
    expect(JSON.stringify(faults)).not.toContain('canary');
  });

  test.each([
    'AKIAIOSFODNN7EXAMPLE',
    '-----BEGIN RSA PRIVATE KEY-----\nMII',
    'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAE',
    'Bearer eyJhbGciOiJIUzI1NiJ9',
    'Basic dXNlcjpwYXNz',
  ])('knows the secret %.20s by its form', (value) => {
    expect(literalSecretFaults({ institution: { name: value } })).toHaveLength(1);
  });

  it('finds nothing in a plain configuration', () => {
    expect(literalSecretFaults({ source: { secretName: 'difusor/source', auth: 'basic' }, n: 1 })).toEqual(
      [],
    );
  });
});
