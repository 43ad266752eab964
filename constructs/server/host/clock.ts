import type { ServerSettings } from '../../../lib/config/index.js';
import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** Path of chrony's configuration on Ubuntu and Debian. */
export const CHRONY_CONFIGURATION = '/etc/chrony/chrony.conf';

/** The host's clock, kept by chrony with the plan's servers; it serves no time itself. @see veracruz-2024 II.B.d */
export function clock({ ntpServers }: ServerSettings): HostPart {
  return {
    name: 'clock',
    packages: ['chrony'],
    files: [
      rootFile(CHRONY_CONFIGURATION, [
        ...ntpServers.map((server) => `server ${server} iburst`),
        // Steps a wrong clock at the start only: in mid-night a step would reorder cuts.
        'makestep 1.0 3',
        'rtcsync',
        'maxupdateskew 100.0',
        'driftfile /var/lib/chrony/chrony.drift',
        'ntsdumpdir /var/lib/chrony',
        'logdir /var/log/chrony',
        'port 0',
      ]),
    ],
    check: [['chronyd', '-p', '-f', CHRONY_CONFIGURATION]],
    apply: [
      ['systemctl', 'enable', 'chrony.service'],
      ['systemctl', 'restart', 'chrony.service'],
    ],
  };
}
