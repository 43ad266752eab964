import { authorizedKeys, passwd, sshdConfig } from '../../../../constructs/server/ingest/sshd-config.js';
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

  it('lets the institute put and rename, and leaves files that the publisher can read', () => {
    const [, requests = ''] =
      /^ForceCommand internal-sftp .*-u 0027 .*-p (\S+)$/m.exec(sshdConfig(ingest)) ?? [];
    expect(requests.split(',')).toEqual(
      expect.arrayContaining(['open', 'write', 'close', 'rename', 'posix-rename', 'stat', 'realpath']),
    );
  });

  it.each([
    ...['read', 'opendir', 'readdir', 'readlink', 'remove', 'rmdir'],
    ...['symlink', 'hardlink', 'copy-data', 'statvfs', 'lsetstat'],
  ])('lets it not ask for %s', (request) => {
    const [, requests = ''] = / -p (\S+)$/m.exec(sshdConfig(ingest)) ?? [];
    expect(requests).not.toBe('');
    expect(requests.split(',')).not.toContain(request);
  });

  it('gives the keys no right but to log in, and the account neither password nor shell', () => {
    expect(authorizedKeys(ingest)).toBe(`restrict ${INSTITUTE_KEY}\n`);
    expect(passwd(ingest)).toContain('iepc:*:10002:10001::/srv:/usr/sbin/nologin');
  });
});
