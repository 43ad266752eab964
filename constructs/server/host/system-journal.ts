import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** The host's own journal: kept over restarts, and never the one that fills the disk. */
export function systemJournal(): HostPart {
  return {
    name: 'system-journal',
    packages: [],
    files: [
      rootFile('/etc/systemd/journald.conf.d/difusor.conf', [
        '[Journal]',
        'Storage=persistent',
        'SystemMaxUse=2G',
        'SystemKeepFree=5G',
        'MaxRetentionSec=90day',
      ]),
    ],
    check: [],
    apply: [['systemctl', 'restart', 'systemd-journald.service']],
  };
}
