import { accounts, authorizedKeys, sshdConfig } from '../../../../constructs/server/ingest/sshd-config.js';
import { INSTITUTE_KEY } from '../../../support/server-plan.js';

const ingest = { kind: 'sftp', port: 2222, user: 'iepc', keys: [INSTITUTE_KEY] } as const;

describe('sshdConfig', () => {
  it.each([
    'AuthenticationMethods publickey',
    'PasswordAuthentication no',
    'PermitRootLogin no',
    'DisableForwarding yes',
    'PermitTTY no',
    'AllowUsers iepc',
    'ChrootDirectory /srv',
  ])('says %s', (line) => {
    expect(sshdConfig(ingest).split('\n')).toContain(line);
  });

  it('lets the institute neither read nor link, and leaves files that the publisher can read', () => {
    expect(sshdConfig(ingest)).toMatch(/^ForceCommand internal-sftp .*-u 0027 .*-P read,symlink,hardlink$/m);
  });

  it('gives the keys no right but to log in, and the account neither password nor shell', () => {
    expect(authorizedKeys(ingest)).toBe(`restrict ${INSTITUTE_KEY}\n`);
    expect(accounts(ingest)).toContain('iepc:*:10002:10001::/srv:/usr/sbin/nologin');
  });
});
