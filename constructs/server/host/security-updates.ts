import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** Security updates by themselves; never a reboot, nor the engine's own, which could end its containers. */
export function securityUpdates(): HostPart {
  const configuration = '/etc/apt/apt.conf.d/52difusor';
  return {
    name: 'security-updates',
    packages: ['unattended-upgrades'],
    files: [
      rootFile(configuration, [
        'APT::Periodic::Update-Package-Lists "1";',
        'APT::Periodic::Unattended-Upgrade "1";',
        '#clear Unattended-Upgrade::Allowed-Origins;',
        'Unattended-Upgrade::Allowed-Origins {',
        '  "${distro_id}:${distro_codename}-security";',
        '  "${distro_id}ESMApps:${distro_codename}-apps-security";',
        '  "${distro_id}ESM:${distro_codename}-infra-security";',
        '};',
        '#clear Unattended-Upgrade::Origins-Pattern;',
        'Unattended-Upgrade::Origins-Pattern {',
        '  "origin=Debian,codename=${distro_codename}-security,label=Debian-Security";',
        '};',
        '// live-restore keeps containers over a patch of the engine, not over a new version: a person updates it.',
        'Unattended-Upgrade::Package-Blacklist { "docker\\.io$"; "docker-ce"; "containerd"; "runc$"; };',
        'Unattended-Upgrade::Automatic-Reboot "false";',
      ]),
    ],
    check: [['sh', '-c', `apt-config --config-file=${configuration} dump > /dev/null`]],
    apply: [['systemctl', 'enable', 'unattended-upgrades.service']],
  };
}
