import type { IngestPlan } from '../../../lib/config/index.js';
import { IN_INGEST } from './in-ingest.js';

/**
 * What would take a file away, change one that is there, or write beside the inbox. rsync compares the very word of the
 * client: `delete` alone lets `--delete-during` through, hence the asterisk too. What `rsync -a` asks for is let in; this
 * server's processes have no right to give a file to anybody, and links are made harmless.
 */
export const REFUSED_OPTIONS = [
  'delete',
  'delete-*',
  'del',
  'force',
  'remove-source-files',
  'ignore-missing-args',
  'inplace',
  'append',
  'append-verify',
  'backup',
  'backup-dir',
  'suffix',
  'temp-dir',
  // What was cut off would stand under the very name of a package.
  'partial',
  'partial-dir',
  'delay-updates',
  'compare-dest',
  'copy-dest',
  'link-dest',
  'hard-links',
  'keep-dirlinks',
  'write-devices',
  'copy-devices',
  'super',
  'fake-super',
  'acls',
  'xattrs',
  'chown',
  'usermap',
  'groupmap',
  'log-file',
  'log-file-format',
];

/**
 * rsyncd's configuration: one module into which the institute alone may write, and from which nobody reads.
 *
 * What arrives stands under a name with a leading dot until it is whole.
 * @param trusted addresses and networks that the institute gave; while there are none, nobody gets in
 * @see veracruz-2024 II.C.c
 */
export function rsyncdConf(
  { module, user }: Extract<IngestPlan, { kind: 'rsync' }>,
  trusted: readonly string[],
): string {
  return [
    'port = 873',
    '# Without root there is no chroot; the container has nothing else that can be written.',
    'use chroot = no',
    'munge symlinks = yes',
    `pid file = ${IN_INGEST.run}/rsyncd.pid`,
    `lock file = ${IN_INGEST.run}/rsyncd.lock`,
    'transfer logging = yes',
    'log format = %a %u %o %f %l',
    'max connections = 8',
    'timeout = 300',
    'reverse lookup = no',
    '',
    `[${module}]`,
    `  path = ${IN_INGEST.inbox}`,
    '  read only = no',
    '  write only = yes',
    '  list = no',
    `  auth users = ${user}`,
    `  secrets file = ${IN_INGEST.secrets}`,
    '  strict modes = yes',
    `  hosts allow = ${trusted.length === 0 ? '127.0.0.1' : trusted.join(' ')}`,
    '  hosts deny = *',
    '  incoming chmod = Du=rwx,Dg=rwxs,Do=,Fu=rw,Fg=r,Fo=',
    `  refuse options = ${REFUSED_OPTIONS.join(' ')}`,
    '',
  ].join('\n');
}
