import type { HostPlan, ServerSettings } from '../../../lib/config/index.js';
import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** fail2ban: who guesses at SSH is shut out of everything, containers too, for ten minutes. @see veracruz-2024 II.C.c */
export function intrusionPrevention({ trusted }: ServerSettings, { sshPort }: HostPlan): HostPart {
  return {
    name: 'intrusion-prevention',
    packages: ['fail2ban', 'python3-systemd', 'nftables'],
    files: [
      rootFile('/etc/fail2ban/action.d/difusor.conf', [
        '[INCLUDES]',
        'before = nftables.conf',
        '',
        '[Definition]',
        'type = allports',
        '',
        '# A table of its own, before that of the firewall, so that bans outlive its reloads.',
        '[Init]',
        'table = difusor-bans',
        'chain_hook = prerouting',
        'chain_priority = -160',
        'blocktype = drop',
      ]),
      rootFile('/etc/fail2ban/jail.d/difusor.local', [
        '[DEFAULT]',
        'backend = systemd',
        'usedns = no',
        'banaction = difusor',
        'banaction_allports = difusor',
        'maxretry = 5',
        'findtime = 10m',
        'bantime = 10m',
        '# A push of the institute with a wrong key must not cost the cuts that follow.',
        `ignoreip = ${['127.0.0.0/8', '::1', ...trusted].join(' ')}`,
        '',
        '[sshd]',
        'enabled = true',
        'mode = aggressive',
        `port = ${sshPort}`,
      ]),
    ],
    check: [['fail2ban-client', '-t']],
    apply: [
      ['systemctl', 'enable', 'fail2ban.service'],
      ['systemctl', 'restart', 'fail2ban.service'],
    ],
  };
}
