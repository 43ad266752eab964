import { readSourceSecret } from '../../../../lib/sync/sources/source-secret.js';

describe('readSourceSecret', () => {
  const secrets = { read: (name: string) => Promise.resolve(`text of ${name}`) };

  it('goes by the name of the entry point, else by that of the settings', async () => {
    expect(await readSourceSecret({ secrets, secretName: 'arn' }, 'settings')).toEqual({
      name: 'arn',
      text: 'text of arn',
    });
    expect(await readSourceSecret({ secrets }, 'settings')).toMatchObject({ name: 'settings' });
  });

  it('wants a name', async () => {
    await expect(readSourceSecret({ secrets }, undefined)).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      params: { reason: 'source.secretName' },
    });
  });
});
