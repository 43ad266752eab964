import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretsManagerReader } from '../../../../lib/sync/secrets/secrets-manager.js';
import { SecretsManagerDouble } from '../../../support/secrets-manager-double.js';

describe('secretsManagerReader', () => {
  let service: SecretsManagerDouble;

  beforeEach(async () => {
    service = await new SecretsManagerDouble().start();
  });
  afterEach(() => service.stop());

  const client = (): SecretsManagerClient => service.client();

  it('reads a secret by its name or ARN', async () => {
    service.secrets.set('difusor/source', '{"token":"a"}');
    expect(await secretsManagerReader(client()).read('difusor/source')).toBe('{"token":"a"}');
  });

  it('says which secret is not there', async () => {
    await expect(secretsManagerReader(client()).read('missing')).rejects.toMatchObject({
      code: 'SECRET_UNREADABLE',
      params: { name: 'missing', reason: 'ResourceNotFoundException' },
    });
  });

  it('says of a secret without text that it has none', async () => {
    service.secrets.set('binary', undefined);
    await expect(secretsManagerReader(client()).read('binary')).rejects.toMatchObject({
      code: 'SECRET_UNREADABLE',
      params: { name: 'binary', reason: 'SecretString?' },
    });
  });
});
