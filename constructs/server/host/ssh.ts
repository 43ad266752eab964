import type { HostPlan, ServerSettings } from '../../../lib/config/index.js';
import { accounts, KEYS_FOLDER } from './accounts.js';
import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** SSH by key alone, for the plan's accounts alone. @see veracruz-2024 II.B.c */
export function ssh(server: ServerSettings, { sshPort }: HostPlan): HostPart {
  const moved = sshPort !== 22;
  return {
    name: 'ssh',
    packages: ['openssh-server'],
    files: [
      // sshd takes the first value that it reads, and the image's own drop-ins begin with 50 and 60.
      rootFile('/etc/ssh/sshd_config.d/00-difusor.conf', [
        ...(moved ? [`Port ${sshPort}`] : []),
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        'PermitEmptyPasswords no',
        'PubkeyAuthentication yes',
        'AuthenticationMethods publickey',
        'PermitRootLogin no',
        `AllowUsers ${accounts(server)
          .map(({ user }) => user)
          .join(' ')}`,
        // A key that is taken out of the plan no longer opens: the account's own file does not count.
        `AuthorizedKeysFile ${KEYS_FOLDER}/%u`,
        'MaxAuthTries 4',
        'LoginGraceTime 30',
        // The docker provider opens a connection for each of its requests.
        'MaxStartups 60:30:120',
        'X11Forwarding no',
        'AllowAgentForwarding no',
        'AllowTcpForwarding no',
        'PermitTunnel no',
        'PermitUserEnvironment no',
        'ClientAliveInterval 60',
        'ClientAliveCountMax 3',
        // With the print of the key that was used.
        'LogLevel VERBOSE',
      ]),
    ],
    check: [['sh', '-c', 'mkdir -p /run/sshd && exec /usr/sbin/sshd -t']],
    apply: [
      ['systemctl', 'daemon-reload'],
      // Ubuntu 24.04 listens by a socket unit, whose port comes from this file.
      ...(moved ? ([['systemctl', 'try-restart', 'ssh.socket']] as const) : []),
      ['systemctl', 'try-reload-or-restart', 'ssh.service'],
    ],
  };
}
