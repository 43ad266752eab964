import type { HostedPlan } from '../../../lib/config/index.js';
import type { Messages } from '../../../lib/messages/index.js';
import { shellWord } from '../../../lib/shell-word.js';
import { AS_ROOT } from './as-root.js';
import { SHARED_GROUP, UIDS } from '../service/uids.js';

/** A file that a person puts on each host, since no plan may hold it. */
export interface NeededFile {
  /** Absolute on the host. */
  readonly path: string;
  /** Who reads it in a container; absent: root on the host. */
  readonly reader?: keyof typeof UIDS;
  /** Whether it must be closed to all others. */
  readonly secret: boolean;
}

/** Files that must be on each host before its containers are made. */
export function neededFiles(plan: HostedPlan): readonly NeededFile[] {
  const { tls } = plan.server;
  const { webhookFile } = plan.alarms;
  return [
    ...(tls.kind === 'files'
      ? ([
          { path: tls.certificate, reader: 'web', secret: false },
          { path: tls.key, reader: 'web', secret: true },
        ] as const)
      : []),
    ...(plan.target === 'server' ? ofTheCuts(plan) : []),
    ...(webhookFile === undefined ? [] : [{ path: webhookFile, secret: true }]),
  ];
}

function ofTheCuts({ ingest, sourceSecretFile }: Extract<HostedPlan, { target: 'server' }>): NeededFile[] {
  return [
    ...(ingest?.kind === 'rsync'
      ? [{ path: ingest.secretFile, reader: 'ingest', secret: true } as const]
      : []),
    ...(sourceSecretFile === undefined
      ? []
      : [{ path: sourceSecretFile, reader: 'publisher', secret: true } as const]),
  ];
}

/**
 * A POSIX script that tells which of these files are missing, can't be read by those who must, or can be read by
 * others, and then fails: Docker would make a folder in the place of a missing one.
 */
export function neededFilesScript(files: readonly NeededFile[], messages: Messages): string {
  return [
    'set -u',
    AS_ROOT,
    'faults=0',
    'tell() { printf "%s\\n" "$1" >&2; faults=$((faults + 1)); }',
    // Through an open file: in a container the folders above it don't count.
    `readable() { as_root sh -c 'setpriv --reuid "$1" --regid ${SHARED_GROUP} --clear-groups test -r /proc/self/fd/3 3< "$2"' sh "$1" "$2"; }`,
    ...files.map((file) => check(file, messages)),
    '[ "$faults" -eq 0 ]',
  ].join('\n');
}

function check({ path, reader, secret }: NeededFile, messages: Messages): string {
  const word = shellWord(path);
  const tell = (id: 'missing' | 'unreadable' | 'open', uid = 0): string =>
    `tell ${shellWord(messages.text(`server.needed.${id}`, { path, uid: String(uid) }))}`;
  return [
    `if ! as_root test -f ${word}; then ${tell('missing')}`,
    ...(reader === undefined
      ? []
      : [`elif ! readable ${UIDS[reader]} ${word}; then ${tell('unreadable', UIDS[reader])}`]),
    ...(secret ? [`elif [ -n "$(as_root find -L ${word} -perm /o=rwx)" ]; then ${tell('open')}`] : []),
    'fi',
  ].join('\n');
}
