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
    ['a password put together', { CLAVE: { 'Fn::Join': ['-', ['canary', '7f3a']] } }, 'CLAVE'],
    ['a substitution without references', { PASSWORD_PREP: { 'Fn::Sub': CANARY } }, 'PASSWORD_PREP'],
    ['a header', { AUTHORIZATION: `Basic ${CANARY}` }, 'AUTHORIZATION'],
    ['a header under any name', { x: 'Basic dXNlcjpjYW5hcnk=' }, 'x'],
    ['either way of a choice', { Password: { 'Fn::If': ['C', CANARY, ref('P')] } }, 'Password.Fn::If.1'],
    ['a named value', { Environment: [{ Name: 'PASSWORD', Value: CANARY }] }, 'Environment.0.Value'],
    [
      'the template of a generated secret',
      { GenerateSecretString: { SecretStringTemplate: `{"password":"${CANARY}"}` } },
      'GenerateSecretString.SecretStringTemplate.password',
    ],
    [
      'JSON with a reference beside',
      { SETTINGS: { 'Fn::Sub': `{"bucket":"\${B}","password":"${CANARY}"}` } },
      'SETTINGS.password',
    ],
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

  test('finds mappings, outputs and parameters named like credentials', () => {
    const sections = {
      Mappings: { M: { a: { password: CANARY } } },
      Outputs: { Token: { Value: CANARY }, SecretArn: { Value: 'x' } },
      Parameters: { Clave: { Default: CANARY } },
    };
    expect(collectLiteralSecrets(stack({}, sections))).toEqual([
      { resource: 'site/Clave', path: 'Default' },
      { resource: 'site/M', path: 'a.password' },
      { resource: 'site/Token', path: 'Value' },
    ]);
  });

  test("does not take the name of the stack's own secret for one", () => {
    const S = resource('AWS::SecretsManager::Secret', { Name: 'prep/source' });
    const Outputs = { SourceSecret: { Value: 'prep/source' } };
    expect(collectLiteralSecrets(stack({ S }, { Outputs }))).toEqual([]);
  });

  test('leaves as a gap what is nested too deep inside a string', () => {
    const x = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const assembly = stack({ A: resource('AWS::X::Y', { x }) });
    expect(collectLiteralSecrets(assembly)).toEqual([]);
    expect(assembly.gaps).toMatchObject([{ area: 'literalSecrets', resource: 'site/A' }]);
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
