import { collectLiteralSecrets } from '../../../../../lib/compliance/collectors/cloudformation/literal-secrets.js';
import { ref, resource, stack } from './stack.js';

const CANARY = 'canary-7f3a';

describe('collectLiteralSecrets', () => {
  test.each([
    [
      'a password in a variable',
      { Environment: { Variables: { PREP_PASSWORD: CANARY } } },
      'Environment.Variables.PREP_PASSWORD',
    ],
    ['a token', { token: CANARY }, 'token'],
    ['a client secret', { client_secret: CANARY }, 'client_secret'],
    ['an API key', { ApiKey: CANARY }, 'ApiKey'],
    ['an access key of AWS', { x: 'AKIAABCDEFGHIJKLMNOP' }, 'x'],
    ['a private key', { x: '-----BEGIN RSA PRIVATE KEY-----\nabc' }, 'x'],
    ['an address with credentials', { x: `https://user:${CANARY}@example.org/` }, 'x'],
    ['JSON in a variable', { SETTINGS: `{"source":{"password":"${CANARY}"}}` }, 'SETTINGS.source.password'],
    ['the value of a secret', { SecretString: CANARY }, 'SecretString'],
    ['the JSON value of a secret', { SecretString: `{"u":"${CANARY}"}` }, 'SecretString.u'],
    ['a list', { items: [{ Password: CANARY }] }, 'items.0.Password'],
  ])('finds %s, and tells the place only', (_name, properties, path) => {
    const found = collectLiteralSecrets(stack({ A: resource('AWS::X::Y', properties) }));
    expect(found).toEqual([{ resource: 'site/A', path: `Properties.${path}` }]);
    expect(JSON.stringify(found)).not.toContain(CANARY);
  });

  test.each([
    ['a reference', { Password: ref('S') }],
    ['a dynamic reference', { Password: '{{resolve:secretsmanager:prep:SecretString:password}}' }],
    ['an ARN', { Secret: 'arn:aws:secretsmanager:us-east-1:1:secret:x' }],
    ['the name of a secret', { secretName: 'difusor/source', SECRET_ARN: ref('S') }],
    [
      'a generated secret',
      { GenerateSecretString: { SecretStringTemplate: '{"username":"x"}', GenerateStringKey: 'password' } },
    ],
    ['an empty value', { Password: '' }],
    ['an ordinary address', { x: 'https://example.org:8443/a@b' }],
    ['text that is not JSON', { x: '{not json' }],
  ])('does not take %s for a secret', (_name, properties) => {
    expect(collectLiteralSecrets(stack({ A: resource('AWS::X::Y', properties) }))).toEqual([]);
  });

  test('finds the default of a hidden parameter', () => {
    const Parameters = {
      P: { NoEcho: true, Default: CANARY },
      Q: { NoEcho: 'true' },
      R: { Default: 'open' },
    };
    expect(collectLiteralSecrets(stack({}, { Parameters }))).toEqual([
      { resource: 'site/P', path: 'Default' },
    ]);
  });
});
