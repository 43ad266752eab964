import { sshCredentialsOf } from '../../../../lib/sync/secrets/ssh-credentials.js';
import { everythingOf } from '../../../support/everything-of.js';
import { thrownBy } from '../../../support/thrown.js';

const CANARY = 'canario-7f3a';

describe('sshCredentialsOf', () => {
  it.each([
    [{ privateKey: 'key' }, { privateKey: 'key' }],
    [
      { privateKey: 'key', passphrase: 'p' },
      { privateKey: 'key', passphrase: 'p' },
    ],
    [{ password: 'p' }, { password: 'p' }],
    [{ privateKey: 'key', password: 'p' }, { privateKey: 'key' }],
  ])('takes of %j %j', (secret, expected) => {
    expect(sshCredentialsOf('s', JSON.stringify(secret))).toEqual(expected);
  });

  it.each([
    JSON.stringify({ passphrase: CANARY }),
    JSON.stringify({ password: '', user: CANARY }),
    JSON.stringify({ token: CANARY }),
    CANARY,
  ])('refuses %s, and repeats nothing of it', (secret) => {
    const thrown = thrownBy(() => sshCredentialsOf('difusor/source', secret));
    expect(thrown).toMatchObject({ code: 'SECRET_UNREADABLE', params: { name: 'difusor/source' } });
    expect(everythingOf(thrown)).not.toContain(CANARY);
  });
});
