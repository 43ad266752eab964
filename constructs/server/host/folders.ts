import type { HostedPlan } from '../../../lib/config/index.js';
import { dataFolders } from './data-folders.js';
import type { HostPart } from './host-part.js';
import { rootFile } from './root-file.js';

/** The folders that containers mount, made at each start of the host; what is in them is left alone. */
export function folders(plan: HostedPlan): HostPart {
  const path = '/etc/tmpfiles.d/difusor.conf';
  return {
    name: 'folders',
    packages: [],
    files: [
      rootFile(
        path,
        dataFolders(plan).map(
          (folder) => `d ${folder.path} ${folder.mode} ${folder.owner.replace(':', ' ')} -`,
        ),
      ),
    ],
    check: [],
    apply: [['systemd-tmpfiles', '--create', path]],
  };
}
