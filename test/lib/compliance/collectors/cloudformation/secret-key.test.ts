import { isSecretKey } from '../../../../../lib/compliance/collectors/cloudformation/secret-key.js';

test.each(
  `PASSWORD PASSWORD_PREP CLAVE CONTRASENA contraseña AUTHORIZATION DB_PASS prepPass TOKEN_PREP SecretKey API_KEY
  clientSecret privateKey`.split(/\s+/),
)('%s is a secret', (key) => {
  expect(isSecretKey(key)).toBe(true);
});

test.each(
  `SECRET_ARN secretName SecretId TokenUrl PasswordLength GenerateStringKey HttpTokens PassthroughBehavior Key
  secretsmanager:VersionStage AuthorizationType KEY_VALUE_STORE_ARN bypass`.split(/\s+/),
)('%s is none', (key) => {
  expect(isSecretKey(key)).toBe(false);
});
