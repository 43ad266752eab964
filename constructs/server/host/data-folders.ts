import type { HostedPlan } from '../../../lib/config/index.js';
import { shellWord } from '../../../lib/shell-word.js';
import { AS_ROOT } from '../delivery/as-root.js';
import { userOf } from '../service/uids.js';

export interface DataFolder {
  /** Absolute on the host. */
  readonly path: string;
  /** Four octal digits. */
  readonly mode: string;
  /** `uid:gid`. */
  readonly owner: string;
}

/** Folders of the host that outlive every container: results, packages, logs, certificates. */
export function dataFolders({ server: { folder }, ...plan }: HostedPlan): readonly DataFolder[] {
  const publishes = 'worker' in plan;
  const bySftp = 'ingest' in plan && plan.ingest?.kind === 'sftp';
  return [
    { path: folder, mode: '0755', owner: '0:0' },
    { path: `${folder}/etc`, mode: '0755', owner: '0:0' },
    { path: `${folder}/secrets`, mode: '0700', owner: '0:0' },
    ...(bySftp ? [{ path: `${folder}/secrets/ingest`, mode: '0700', owner: '0:0' }] : []),
    { path: `${folder}/site`, mode: '0755', owner: userOf('publisher') },
    { path: `${folder}/logs`, mode: '2770', owner: userOf('web') },
    { path: `${folder}/acme`, mode: '0755', owner: userOf('acme') },
    ...(publishes
      ? [
          { path: `${folder}/packages`, mode: '0750', owner: userOf('publisher') },
          // By sftp its owner could shut the publisher out of it; rsync sets what `incoming chmod` says, and must own it.
          { path: `${folder}/inbox`, mode: '2770', owner: userOf(bySftp ? 'publisher' : 'ingest') },
        ]
      : []),
  ];
}

/** A POSIX script that makes the folders where they are missing, and changes nothing in them. */
export function dataFoldersScript(plan: HostedPlan): string {
  return [
    'set -eu',
    AS_ROOT,
    ...dataFolders(plan).flatMap(({ path, mode, owner }) => [
      `as_root mkdir -p ${shellWord(path)}`,
      `as_root chown ${owner} ${shellWord(path)}`,
      `as_root chmod ${mode} ${shellWord(path)}`,
    ]),
  ].join('\n');
}
