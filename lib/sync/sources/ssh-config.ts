import { DifusorError } from '../../errors.js';
import type { PinnedHostKey } from './pinned-host-key.js';

/** Name under which ssh knows the institute's host, whatever its address is. */
export const HOST_ALIAS = 'institute';

export interface SshConfigOptions {
  readonly address: string;
  readonly port: number;
  readonly username: string;
  readonly hostKey: Pick<PinnedHostKey, 'algorithms'>;
  readonly connectMs: number;
}

/**
 * What ssh is told, and all of it: no file of this account's and no agent has a say. `identity` and `known_hosts` stand
 * in the directory in which ssh runs.
 * @throws SETTINGS_INVALID for a user name that would be more than one word of it
 */
export function sshConfig({ address, port, username, hostKey, connectMs }: SshConfigOptions): string {
  if (!/^[\w.@+-]+$/.test(username))
    throw new DifusorError('SETTINGS_INVALID', { reason: 'source.username' });
  return [
    `Host ${HOST_ALIAS}`,
    `HostName ${address}`,
    `Port ${port}`,
    `User ${username}`,
    `HostKeyAlias ${HOST_ALIAS}`,
    `HostKeyAlgorithms ${hostKey.algorithms.join(',')}`,
    'UserKnownHostsFile known_hosts',
    'GlobalKnownHostsFile none',
    'StrictHostKeyChecking yes',
    'CheckHostIP no',
    'UpdateHostKeys no',
    'IdentityFile identity',
    'IdentitiesOnly yes',
    'IdentityAgent none',
    'PreferredAuthentications publickey',
    'BatchMode yes',
    `ConnectTimeout ${Math.ceil(connectMs / 1000)}`,
    'ServerAliveInterval 10',
    'ServerAliveCountMax 3',
    'ClearAllForwardings yes',
    'ForwardAgent no',
    'ControlMaster no',
    'ControlPath none',
    'PermitLocalCommand no',
    'LogLevel ERROR',
    '',
  ].join('\n');
}
