import { sshConfig } from '../../../../lib/sync/sources/ssh-config.js';
import { thrownBy } from '../../../support/thrown.js';

const OPTIONS = {
  address: '192.0.2.7',
  port: 2222,
  username: 'difusor',
  hostKey: { algorithms: ['rsa-sha2-512', 'rsa-sha2-256'] },
  connectMs: 10_500,
};

describe('sshConfig', () => {
  it('trusts the pinned key alone, and nobody’s files or agent', () => {
    expect(sshConfig(OPTIONS).split('\n')).toEqual(
      expect.arrayContaining([
        'HostName 192.0.2.7',
        'Port 2222',
        'User difusor',
        'HostKeyAlgorithms rsa-sha2-512,rsa-sha2-256',
        'StrictHostKeyChecking yes',
        'UserKnownHostsFile known_hosts',
        'GlobalKnownHostsFile none',
        'IdentitiesOnly yes',
        'IdentityAgent none',
        'BatchMode yes',
        'ConnectTimeout 11',
      ]),
    );
  });

  it.each(['', 'a b', 'a\nProxyCommand touch /tmp/x', 'a"', '%h'])(
    'refuses %j, which is no name of a user',
    (username) => {
      expect(thrownBy(() => sshConfig({ ...OPTIONS, username }))).toMatchObject({
        code: 'SETTINGS_INVALID',
        params: { reason: 'source.username' },
      });
    },
  );
});
