import { accessKeysOf } from '../../../../lib/sync/secrets/access-keys.js';
import { everythingOf } from '../../../support/everything-of.js';
import { thrownBy } from '../../../support/thrown.js';

const CANARY = 'canario-7f3a';

describe('accessKeysOf', () => {
  it.each([
    { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
    { accessKeyId: 'ASIA', secretAccessKey: 'secret', sessionToken: 'token' },
  ])('takes %j, whatever else the secret holds', (keys) => {
    expect(accessKeysOf('s', JSON.stringify({ ...keys, issued: '2024' }))).toEqual(keys);
  });

  it.each([
    JSON.stringify({ accessKeyId: CANARY }),
    JSON.stringify({ accessKeyId: CANARY, secretAccessKey: '' }),
    JSON.stringify({ accessKeyId: 1, secretAccessKey: CANARY }),
    CANARY,
  ])('refuses %s, and repeats nothing of it', (secret) => {
    const thrown = thrownBy(() => accessKeysOf('difusor/source', secret));
    expect(thrown).toMatchObject({ code: 'SECRET_UNREADABLE', params: { name: 'difusor/source' } });
    expect(everythingOf(thrown)).not.toContain(CANARY);
  });
});
