import type { HostedPlan } from '../../lib/config/index.js';
import { userOf } from './uids.js';

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
  return [
    { path: folder, mode: '0755', owner: '0:0' },
    { path: `${folder}/etc`, mode: '0755', owner: '0:0' },
    { path: `${folder}/secrets`, mode: '0700', owner: '0:0' },
    ...('ingest' in plan && plan.ingest?.kind === 'sftp'
      ? [{ path: `${folder}/secrets/ingest`, mode: '0700', owner: '0:0' }]
      : []),
    { path: `${folder}/site`, mode: '0755', owner: userOf('publisher') },
    { path: `${folder}/logs`, mode: '2770', owner: userOf('web') },
    { path: `${folder}/acme`, mode: '0755', owner: userOf('acme') },
    ...(publishes
      ? [
          { path: `${folder}/packages`, mode: '0750', owner: userOf('publisher') },
          { path: `${folder}/inbox`, mode: '2770', owner: userOf('ingest') },
        ]
      : []),
  ];
}

/** A POSIX script that makes the folders where they are missing, and changes nothing in them. */
export function dataFoldersScript(plan: HostedPlan): string {
  return [
    'set -eu',
    'as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }',
    ...dataFolders(plan).flatMap(({ path, mode, owner }) => [
      `as_root mkdir -p '${path}'`,
      `as_root chown ${owner} '${path}'`,
      `as_root chmod ${mode} '${path}'`,
    ]),
  ].join('\n');
}
