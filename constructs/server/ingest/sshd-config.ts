import type { IngestPlan } from '../../../lib/config/index.js';
import { SHARED_GROUP, UIDS } from '../service/uids.js';
import { IN_INGEST } from './in-ingest.js';

type SftpIngest = Extract<IngestPlan, { kind: 'sftp' }>;

/**
 * What a client asks for to put a package under a name for the time being and to rename it, nothing else: who pushes can
 * neither list, read, link nor remove what is there.
 */
const REQUESTS = [
  ...['open', 'write', 'close', 'fsync', 'mkdir', 'rename', 'posix-rename'],
  ...['realpath', 'stat', 'lstat', 'fstat', 'setstat', 'fsetstat'],
  ...['limits', 'expand-path', 'home-directory'],
];

/**
 * sshd's configuration of the ingest: sftp by key into one folder, and nothing else that sshd can do.
 * @see chiapas-2024 II.a, coahuila-2024 II.a, puebla-2024 2.d
 */
export function sshdConfig({ user }: SftpIngest): string {
  return [
    'Port 22',
    `HostKey ${IN_INGEST.hostKeys}/ssh_host_ed25519_key`,
    `PidFile ${IN_INGEST.run}/sshd.pid`,
    'LogLevel VERBOSE',
    'UsePAM no',
    'UseDNS no',
    'StrictModes yes',
    `AuthorizedKeysFile ${IN_INGEST.configuration}/authorized_keys`,
    `AllowUsers ${user}`,
    'AuthenticationMethods publickey',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'HostbasedAuthentication no',
    'PermitRootLogin no',
    'PermitEmptyPasswords no',
    'DisableForwarding yes',
    'PermitTTY no',
    'PermitUserRC no',
    'PermitUserEnvironment no',
    'PermitTunnel no',
    'Banner none',
    'PrintMotd no',
    'MaxAuthTries 3',
    'MaxSessions 4',
    'MaxStartups 8:50:16',
    'LoginGraceTime 20',
    'ClientAliveInterval 30',
    'ClientAliveCountMax 4',
    'Subsystem sftp internal-sftp',
    'ChrootDirectory /srv',
    `ForceCommand internal-sftp -d /inbox -u 0027 -l INFO -p ${REQUESTS.join(',')}`,
    '',
  ].join('\n');
}

/** The container's accounts: sshd's own, and the institute's, which has no password and no shell. */
export function passwd({ user }: SftpIngest): string {
  return [
    'root:x:0:0:root:/root:/usr/sbin/nologin',
    'sshd:x:100:65534::/run/sshd:/usr/sbin/nologin',
    `${user}:*:${UIDS.ingest}:${SHARED_GROUP}::/srv:/usr/sbin/nologin`,
    '',
  ].join('\n');
}

/** The institute's keys, each without any right but to log in. */
export function authorizedKeys({ keys }: SftpIngest): string {
  return keys.map((key) => `restrict ${key}\n`).join('');
}
